// A new workspace must never be made on top of something that a person has.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '#electron/workspace/create-workspace.ts';
import type { Workspace } from '#electron/workspace/workspace.ts';
import { workspaceDataFolder } from '#electron/workspace/workspace-data.ts';
import type { WorkspaceId } from '#shared/ids/ids.ts';
import { useWorkspaces, workspacePorts } from '../../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
const created: Workspace[] = [];
const ports = () => workspacePorts(folder.file('data'));

afterEach(async () => {
  for (const workspace of created.splice(0)) await workspace.close();
});

async function create(name: string, title: string) {
  const outcome = await createWorkspace(folder.file(name), title, ports());
  if (outcome.ok) created.push(outcome.value);
  return outcome;
}

describe('making a workspace', () => {
  it('writes its file into a new folder and opens it', async () => {
    const outcome = await create('a/new/folder', ' Acme Shop ');
    if (!outcome.ok) throw new Error(outcome.failure.message);
    const { id, name } = outcome.value;
    expect(name).toBe('Acme Shop');
    expect(await readFile(folder.file('a', 'new', 'folder', 'flowbench.json'), 'utf8')).toBe(
      `{\n  "format": "flowbench.workspace",\n  "version": 1,\n  "id": "${id}",\n  "name": "Acme Shop"\n}\n`,
    );
    expect((await workspaces.open(folder.file('a', 'new', 'folder'), ports())).id).toBe(id);
    expect(outcome.value.snapshot()).toMatchObject({ documents: [], problems: [] });
  });

  it('takes the name of the folder where none is given', async () => {
    const outcome = await create('acme-shop', '  ');
    expect(outcome.ok && outcome.value.name).toBe('acme-shop');
  });

  it('gives every workspace an id of its own', async () => {
    const [one, other] = [await create('one', 'Same'), await create('other', 'Same')];
    expect(one.ok && other.ok && one.value.id === other.value.id).toBe(false);
  });

  it('takes a fresh clone for empty', async () => {
    await mkdir(folder.file('clone', '.git'), { recursive: true });
    await writeFile(folder.file('clone', 'README.md'), '# Flows');
    expect((await create('clone', 'Flows')).ok).toBe(true);
    expect((await readdir(folder.file('clone'))).sort()).toEqual(['.git', 'README.md', 'flowbench.json']);
  });

  it('touches no folder that holds something', async () => {
    await mkdir(folder.file('full'));
    await writeFile(folder.file('full', 'notes.txt'), '');
    expect(await create('full', 'X')).toMatchObject({ ok: false, failure: { code: 'not-empty' } });
    expect(await readdir(folder.file('full'))).toEqual(['notes.txt']);
  });

  it('does not replace a workspace', async () => {
    await create('shop', 'First');
    const before = await readFile(folder.file('shop', 'flowbench.json'), 'utf8');
    expect(await create('shop', 'Second')).toMatchObject({ ok: false, failure: { code: 'not-empty' } });
    expect(await readFile(folder.file('shop', 'flowbench.json'), 'utf8')).toBe(before);
  });

  it('says why it cannot', async () => {
    await writeFile(folder.file('file'), '');
    expect(await create('file', 'X')).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
    expect(await create('file/below', 'X')).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
  });
});

describe('the data folder of a workspace', () => {
  const id = 'ws_acmeshopacme' as WorkspaceId;

  it('is another one for each clone, and for each workspace in one place', () => {
    const folders = new Set([
      workspaceDataFolder('/data', id, '/home/anna/shop'),
      workspaceDataFolder('/data', id, '/home/anna/shop-2'),
      workspaceDataFolder('/data', 'ws_otherotherot' as WorkspaceId, '/home/anna/shop'),
    ]);
    expect(folders.size).toBe(3);
  });

  it('is the same at every start, and lies below the user data', () => {
    const first = workspaceDataFolder('/data', id, '/home/anna/shop');
    expect(first).toBe(workspaceDataFolder('/data', id, '/home/anna/shop'));
    expect(first).toMatch(/^\/data\/workspaces\/ws_acmeshopacme-[0-9a-f]{16}$/);
  });
});
