// Folders are real: made, renamed, moved and removed on the disk, with every document and nothing that is not ours.
import { mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '#electron/workspace/workspace.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import type { EndpointId, FlowId, NodeId } from '#shared/ids/ids.ts';
import type { ExternalChange } from '#shared/workspace/workspace-snapshot.ts';
import { copyFrozenWorkspace, useWorkspaces, workspacePorts } from '../../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { frozenText } from '../../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
let workspace: Workspace;
let heard: ExternalChange[];

const lookupId = 'fl_orderlookupo' as FlowId;
const lookup = 'flows/order-lookup.json';
const inShop = (name: string) => folder.file('shop', name);
const filesNow = () => workspace.snapshot().documents.map(({ file }) => file);

beforeEach(async () => {
  await copyFrozenWorkspace(folder.file('shop'));
  workspace = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
  heard = [];
  workspace.onChange((changes) => heard.push(...changes));
});

describe('making a folder', () => {
  it('makes it with those that it is in, also where nothing lies in it', async () => {
    expect(await workspace.makeFolder('flows/Shop/Orders')).toEqual({
      ok: true,
      value: ['endpoints/payments', 'flows/Shop', 'flows/Shop/Orders', 'flows/support'],
    });
    expect((await stat(inShop('flows/Shop/Orders'))).isDirectory()).toBe(true);
    await workspace.refresh();
    expect(workspace.snapshot().folders).toContain('flows/Shop/Orders');
    expect(heard).toEqual([]);
  });

  it.each([
    ['flows/SUPPORT', 'The folder “SUPPORT” was not made: There is a folder support already.'],
    ['environments/a', 'The folder “a” was not made: Only flows and API endpoints have folders.'],
    [
      'flows/a:b',
      'The folder “a:b” was not made: A folder’s name cannot have any of / \\ : * ? " < > | in it.',
    ],
    [
      'flows/con',
      'The folder “con” was not made: Windows keeps the name con for a device; choose another one.',
    ],
  ])('refuses %s and says why', async (name, message) => {
    expect(await workspace.makeFolder(name)).toMatchObject({ ok: false, failure: { message } });
  });

  it('makes nothing where a link leads out of the workspace', async () => {
    await mkdir(folder.file('elsewhere'));
    await symlink(folder.file('elsewhere'), inShop('flows/linked'));
    expect(await workspace.makeFolder('flows/linked/inner')).toMatchObject({ ok: false });
    expect(await readdir(folder.file('elsewhere'))).toEqual([]);
  });

  it('is where a new document goes that is wanted there', async () => {
    const flow = newFlow('fl_brandnewaaaa' as FlowId, 'Returns', 'nd_startaaaaaaa' as NodeId);
    const input = { document: flow, revision: null, overwrite: false };
    expect(await workspace.save({ ...input, folder: 'flows/support' })).toMatchObject({
      value: { file: 'flows/support/returns.json' },
    });
    const other = { ...flow, id: 'fl_brandnewbbbb' as FlowId };
    expect(await workspace.save({ ...input, document: other, folder: 'endpoints' })).toMatchObject({
      value: { file: 'flows/returns.json' },
    });
  });
});

describe('moving documents', () => {
  it('moves the file byte for byte, refers to it by the same id and saves there', async () => {
    expect(await workspace.moveDocuments([lookupId], 'flows/support')).toMatchObject({
      documents: [{ id: lookupId, file: 'flows/support/order-lookup.json' }],
      failures: [],
    });
    expect(await readFile(inShop('flows/support/order-lookup.json'), 'utf8')).toBe(frozenText(lookup));
    const known = workspace.document(lookupId)!;
    expect(known.file).toBe('flows/support/order-lookup.json');
    const saved = await workspace.save({
      document: { ...known.document, name: 'Where is it' },
      revision: known.revision,
      overwrite: false,
    });
    expect(saved).toMatchObject({ ok: true, value: { file: 'flows/support/where-is-it.json' } });
    await workspace.refresh();
    expect(heard).toEqual([]);
  });

  it('takes the next free name and writes over nothing', async () => {
    await writeFile(inShop('flows/support/Order-Lookup.json'), 'mine');
    await workspace.moveDocuments([lookupId], 'flows/support');
    expect(filesNow()).toContain('flows/support/order-lookup-2.json');
    expect(await readFile(inShop('flows/support/Order-Lookup.json'), 'utf8')).toBe('mine');
  });

  it('moves what can be moved and tells of the rest', async () => {
    const endpointId = workspace.snapshot().documents.find(({ file }) => file === 'endpoints/shop-api.json')!
      .document.id as EndpointId;
    await rename(inShop(lookup), inShop('flows/gone.txt'));
    expect(await workspace.moveDocuments([endpointId, lookupId], 'endpoints/payments')).toMatchObject({
      documents: [{ id: endpointId, file: 'endpoints/payments/shop-api.json' }],
      failures: ['“Order lookup” was not moved: endpoints/payments is for other documents.'],
    });
    expect(await workspace.moveDocuments([lookupId], 'flows/support')).toMatchObject({
      documents: [],
      failures: ['“Order lookup” was not moved: flows/order-lookup.json is gone or holds something else.'],
    });
  });

  it('keeps what another program wrote an offer', async () => {
    await writeFile(inShop(lookup), frozenText(lookup).replace('"strict": true', '"strict": false'));
    await workspace.refresh();
    const before = workspace.document(lookupId)!;
    await workspace.moveDocuments([lookupId], 'flows/support');
    const after = workspace.document(lookupId)!;
    expect(after.revision).toBe(before.revision);
    expect(after.file).toBe('flows/support/order-lookup.json');
  });
});

describe('moving a folder', () => {
  it('takes everything along, a file that is no document and a problem too', async () => {
    await writeFile(inShop('flows/support/read me.txt'), 'hello');
    await writeFile(inShop('flows/support/broken.json'), '{');
    await workspace.refresh();
    await workspace.makeFolder('flows/Shop');
    const moved = await workspace.moveFolder('flows/support', 'flows/Shop/Help');
    expect(moved).toMatchObject({
      value: {
        documents: [{ file: 'flows/Shop/Help/empty.json' }],
        folders: ['endpoints/payments', 'flows/Shop', 'flows/Shop/Help'],
      },
    });
    expect((await readdir(inShop('flows/Shop/Help'))).sort()).toEqual([
      'broken.json',
      'empty.json',
      'read me.txt',
    ]);
    expect(workspace.snapshot().problems.map(({ file }) => file)).toEqual(['flows/Shop/Help/broken.json']);
  });

  it('changes the case of a name', async () => {
    expect(await workspace.moveFolder('flows/support', 'flows/Support')).toMatchObject({ ok: true });
    expect(filesNow()).toContain('flows/Support/empty.json');
  });

  it.each([
    ['flows/support', 'flows/support/inner', 'support cannot be moved into itself.'],
    ['flows/support', 'endpoints/support', 'folders of flows hold flows, those of endpoints endpoints.'],
    ['flows/nothing', 'flows/else', 'it is not there any more.'],
    ['flows/support', 'flows/.hidden', 'A folder whose name begins with a dot is hidden; leave the dot out.'],
  ])('refuses %s to %s', async (from, to, reason) => {
    const outcome = await workspace.moveFolder(from, to);
    expect(outcome.ok ? '' : outcome.failure.message).toContain(reason);
    expect(filesNow()).toContain('flows/support/empty.json');
  });
});

describe('removing a folder', () => {
  it('moves every document into the trash, from where each comes back into its folder', async () => {
    await workspace.makeFolder('flows/support/deep/deeper');
    await workspace.moveDocuments([lookupId], 'flows/support/deep/deeper');
    await writeFile(inShop('flows/support/.gitkeep'), '');
    const removed = await workspace.removeFolder('flows/support');
    expect(removed).toMatchObject({ value: { folders: ['endpoints/payments'], left: null } });
    expect(removed.ok && removed.value.removed).toHaveLength(2);
    expect(await readdir(inShop('flows'))).toEqual([]);
    await workspace.restore(lookupId);
    expect(await readFile(inShop('flows/support/deep/deeper/order-lookup.json'), 'utf8')).toBe(
      frozenText(lookup),
    );
    await workspace.refresh();
    expect(workspace.snapshot().folders).toContain('flows/support/deep/deeper');
  });

  it('leaves a folder that holds something else, and says which', async () => {
    await writeFile(inShop('flows/support/notes.md'), 'keep');
    expect(await workspace.removeFolder('flows/support')).toMatchObject({
      value: { left: 'flows/support holds other files, so it stays.' },
    });
    expect(await readdir(inShop('flows/support'))).toEqual(['notes.md']);
  });
});

describe('folders that another program makes, renames or removes', () => {
  it('are told once, with the documents that moved', async () => {
    await rename(inShop('flows/support'), inShop('flows/help'));
    await workspace.refresh();
    expect(heard).toContainEqual({ type: 'folders', folders: ['endpoints/payments', 'flows/help'] });
    expect(filesNow()).toContain('flows/help/empty.json');
    heard = [];
    await workspace.refresh();
    expect(heard).toEqual([]);
  });
});
