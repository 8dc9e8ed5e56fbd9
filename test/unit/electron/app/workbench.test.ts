// Only one workspace is open at a time, and what was asked of the old one must not reach the new one.
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenedWorkspace } from '#electron/app/opened-workspace.ts';
import { createWorkbench, isSameFolder } from '#electron/app/workbench.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';

const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'flowbench-bench-')));
const [one = '', two = ''] = ['one', 'two'].map((name) => path.join(root, name));
mkdirSync(one);
mkdirSync(two);
symlinkSync(one, path.join(root, 'link'));

/** A workbench over workspaces that only say what happens to them. */
function bench() {
  const happened: string[] = [];
  const make = (folder: string) =>
    ({
      workspace: { folder },
      snapshot: () => ({ folder }),
      close: () => {
        happened.push(`closed ${path.basename(folder)}`);
        return Promise.resolve();
      },
    }) as unknown as OpenedWorkspace;
  const workbench = createWorkbench({
    open: (folder) => {
      happened.push(`opened ${path.basename(folder)}`);
      return Promise.resolve(
        folder.startsWith(root)
          ? succeeded(make(folder))
          : failed({ code: 'not-found' as const, message: 'It is not there.' }),
      );
    },
    create: (folder) => Promise.resolve(succeeded(make(folder))),
    onOpened: ({ workspace }) => void happened.push(`told ${path.basename(workspace.folder)}`),
  });
  return { ...workbench, happened };
}

describe('createWorkbench', () => {
  it('lets callers wait for the first workspace, however many attempts it takes', async () => {
    const { current, open } = bench();
    const waiting = current();
    await open('/nowhere');
    await open(one);
    expect((await waiting).workspace.folder).toBe(one);
  });

  it('opens the new workspace first, then closes the old one, then tells', async () => {
    const { open, happened } = bench();
    await open(one);
    await open(two);
    expect(happened).toEqual(['opened one', 'told one', 'opened two', 'closed one', 'told two']);
  });

  it('keeps what is open where the other cannot be opened', async () => {
    const { open, current, happened } = bench();
    await open(one);
    expect(await open('/nowhere')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect((await current()).workspace.folder).toBe(one);
    expect(happened).not.toContain('closed one');
  });

  it('does not open the open workspace a second time, by whatever path', async () => {
    const { open, happened } = bench();
    await open(one);
    expect(await open(path.join(root, 'link'))).toMatchObject({ ok: true, value: { folder: one } });
    expect(happened).toEqual(['opened one', 'told one']);
  });

  it('gives callers the workspace that is being opened, not the one that is about to close', async () => {
    const { open, current } = bench();
    await open(one);
    const opening = open(two);
    expect((await current()).workspace.folder).toBe(two);
    await opening;
  });

  it('closes what is open, and then has nothing', async () => {
    const { open, close, current, happened } = bench();
    await open(one);
    await close();
    await close();
    expect(happened.filter((each) => each === 'closed one')).toHaveLength(1);
    await expect(current()).rejects.toThrow('closed');
  });
});

describe('isSameFolder', () => {
  it('looks through links and knows no folder that is not there', async () => {
    expect(await isSameFolder(one, path.join(root, 'link'))).toBe(true);
    expect(await isSameFolder(one, two)).toBe(false);
    expect(await isSameFolder('/nowhere', '/nowhere')).toBe(false);
  });
});
