// Every start ends in a workspace; the order in which places are tried is what a person notices.
import { describe, expect, it } from 'vitest';
import { openFirstWorkspace, type FirstWorkspaceParts } from '#electron/app/first-workspace.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import type { WorkspaceSnapshot } from '#shared/workspace/workspace-snapshot.ts';

const snapshot = {} as WorkspaceSnapshot;
const failure = (code: OpenFailure['code']): OpenFailure => ({ code, message: `It is ${code}.` });

/** Opens folders that are listed as fine, creates in folders that are listed as free, and writes down what it tried. */
function starting(
  given: Partial<Pick<FirstWorkspaceParts, 'launch' | 'lastWorkspace'>>,
  disk: {
    readonly fine?: readonly string[];
    readonly free?: readonly string[];
    readonly damaged?: readonly string[];
  },
) {
  const tried: string[] = [];
  const start = () =>
    openFirstWorkspace({
      launch: { folder: null, openExample: false },
      lastWorkspace: null,
      usualFolders: ['/documents/Flowbench', '/data/workspace'],
      open: (folder) => {
        tried.push(`open ${folder}`);
        if (disk.fine?.includes(folder) === true) return Promise.resolve(succeeded(snapshot));
        if (disk.damaged?.includes(folder) === true) return Promise.resolve(failed(failure('damaged')));
        return Promise.resolve(
          failed(failure(disk.free?.includes(folder) === true ? 'not-found' : 'not-a-workspace')),
        );
      },
      create: (folder) => {
        tried.push(`create ${folder}`);
        const made = disk.free?.includes(folder) === true;
        return Promise.resolve(made ? succeeded(snapshot) : failed(failure('not-empty')));
      },
      openExample: () => {
        tried.push('example');
        return Promise.resolve(succeeded(snapshot));
      },
      ...given,
    });
  return { start, tried };
}

describe('openFirstWorkspace', () => {
  it('opens the folder that was named, before any other', async () => {
    const { start, tried } = starting(
      { launch: { folder: '/shop', openExample: true }, lastWorkspace: '/last' },
      { fine: ['/shop', '/last'] },
    );
    expect(await start()).toEqual([]);
    expect(tried).toEqual(['open /shop']);
  });

  it('makes a workspace in a named folder that is empty', async () => {
    const { start, tried } = starting({ launch: { folder: '/new', openExample: false } }, { free: ['/new'] });
    expect(await start()).toEqual([]);
    expect(tried).toEqual(['open /new', 'create /new']);
  });

  it('leaves a named folder alone that holds something else, says so, and opens the last workspace', async () => {
    const { start, tried } = starting(
      { launch: { folder: '/photos', openExample: false }, lastWorkspace: '/last' },
      { fine: ['/last'] },
    );
    expect(await start()).toEqual([failure('not-a-workspace')]);
    expect(tried).toEqual(['open /photos', 'create /photos', 'open /last']);
  });

  it('opens the last workspace rather than the example', async () => {
    const { start, tried } = starting(
      { launch: { folder: null, openExample: true }, lastWorkspace: '/last' },
      { fine: ['/last'] },
    );
    await start();
    expect(tried).toEqual(['open /last']);
  });

  it('opens the example where it is asked for and there is no last workspace', async () => {
    const { start, tried } = starting({ launch: { folder: null, openExample: true } }, {});
    await start();
    expect(tried).toEqual(['example']);
  });

  it('makes a workspace of the person’s own the first time, and opens it the second time', async () => {
    const first = starting({}, { free: ['/documents/Flowbench'] });
    await first.start();
    expect(first.tried).toEqual(['open /documents/Flowbench', 'create /documents/Flowbench']);
    const second = starting({}, { fine: ['/documents/Flowbench'] });
    await second.start();
    expect(second.tried).toEqual(['open /documents/Flowbench']);
  });

  it('goes into the user data folder where the documents cannot be used', async () => {
    const { start, tried } = starting({}, { free: ['/data/workspace'] });
    expect(await start()).toEqual([failure('not-a-workspace')]);
    expect(tried.at(-1)).toBe('create /data/workspace');
  });

  it('does not write into a workspace that is damaged', async () => {
    const { start, tried } = starting(
      { lastWorkspace: '/last' },
      { damaged: ['/last', '/documents/Flowbench'], free: ['/data/workspace'] },
    );
    expect(await start()).toEqual([failure('damaged'), failure('damaged')]);
    expect(tried).toEqual([
      'open /last',
      'open /documents/Flowbench',
      'open /data/workspace',
      'create /data/workspace',
    ]);
  });

  it('says everything that was in the way where nothing can be opened', async () => {
    const { start } = starting({}, {});
    await expect(start()).rejects.toThrow(
      'No workspace could be opened: It is not-a-workspace. It is not-a-workspace.',
    );
  });
});
