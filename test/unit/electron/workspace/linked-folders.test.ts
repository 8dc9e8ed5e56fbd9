// A workspace may come from anybody: a symbolic link in the place of one of its folders leads nowhere.
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '#electron/workspace/workspace.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import { copyFrozenWorkspace, useWorkspaces, workspacePorts } from '../../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { frozenText } from '../../../support/workspace-fixture.ts';
import { storyId } from '../../../stories/story-id.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
const lookupId = 'fl_orderlookupo' as Flow['id'];
const inShop = (name: string) => folder.file('shop', name);
const inPrivate = (name: string) => folder.file('private', name);
const open = () => workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));

/** A folder of somebody else, with a file that would be set aside, a document and what looks like a leftover. */
const privateFiles = {
  'settings.json': 'not for us: {',
  'order-lookup.json': frozenText('flows/order-lookup.json'),
  '.order-lookup.json.flowbench-999999-0123456789ab.tmp': 'half',
};

beforeEach(async () => {
  await copyFrozenWorkspace(folder.file('shop'));
  await mkdir(folder.file('private'));
  for (const [name, text] of Object.entries(privateFiles)) await writeFile(inPrivate(name), text);
});

async function expectPrivateUntouched() {
  expect((await readdir(folder.file('private'))).sort()).toEqual(Object.keys(privateFiles).sort());
  for (const [name, text] of Object.entries(privateFiles))
    expect(await readFile(inPrivate(name), 'utf8')).toBe(text);
}

describe('a folder for documents that is a link', () => {
  beforeEach(async () => {
    for (const name of ['flows', 'files']) {
      await rm(inShop(name), { recursive: true });
      await symlink(folder.file('private'), inShop(name));
    }
  });

  it('is not looked into: its documents are missing, which is said, and nothing in it is touched', async () => {
    const { documents, problems } = (await open()).snapshot();
    expect(documents.map((each) => each.document.format)).not.toContain('flowbench.flow');
    expect(documents).toHaveLength(3);
    expect(problems).toEqual([
      {
        file: 'flows',
        code: 'folder-unreadable',
        message:
          'The folder flows cannot be read: it is a symbolic link, which Flowbench does not follow. Its documents are missing here.',
        setAsideAs: null,
      },
    ]);
    await expectPrivateUntouched();
  });

  it('takes no new document', async () => {
    const workspace = await open();
    const document = newFlow(storyId('fl', 'New'), 'New', storyId('nd', 'Start'));
    expect(await workspace.save({ document, revision: null, overwrite: true })).toEqual({
      ok: false,
      failure: {
        code: 'not-written',
        message:
          '“New” was not saved: its name or one of its folders is a symbolic link, which Flowbench does not follow.',
      },
    });
    await expectPrivateUntouched();
  });
});

describe('a folder that becomes a link while the workspace is open', () => {
  let workspace: Workspace;
  let flow: Flow;
  let revision: string;

  beforeEach(async () => {
    workspace = await open();
    const known = workspace.document(lookupId)!;
    flow = known.document as Flow;
    revision = known.revision;
    await rename(inShop('flows'), folder.file('away'));
    await symlink(folder.file('private'), inShop('flows'));
  });

  it.each([
    ['saved', { name: 'Order lookup', description: 'changed' }, false],
    ['renamed', { name: 'Renamed' }, false],
    ['saved over what is there', { description: 'changed' }, true],
  ])('holds nothing that is %s', async (_, edit, overwrite) => {
    const outcome = await workspace.save({ document: { ...flow, ...edit }, revision, overwrite });
    expect(outcome.ok).toBe(false);
    await expectPrivateUntouched();
  });

  it('holds nothing that is set aside for a document that is saved over it', async () => {
    await writeFile(inPrivate('order-lookup.json'), 'broken');
    const outcome = await workspace.save({ document: flow, revision, overwrite: true });
    expect(outcome.ok).toBe(false);
    expect(await readFile(inPrivate('order-lookup.json'), 'utf8')).toBe('broken');
  });

  it('holds nothing that is removed', async () => {
    await workspace.remove(lookupId);
    await expectPrivateUntouched();
  });

  it('holds nothing that is restored or copied', async () => {
    expect((await workspace.duplicate(lookupId, 'Copy')).ok).toBe(false);
    await rm(inShop('flows'));
    await rename(folder.file('away'), inShop('flows'));
    await workspace.remove(lookupId);
    await rename(inShop('flows'), folder.file('away'));
    await symlink(folder.file('private'), inShop('flows'));
    expect((await workspace.restore(lookupId)).ok).toBe(false);
    await expectPrivateUntouched();
  });
});
