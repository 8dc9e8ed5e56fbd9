// Deleting has an undo, so the file is kept until that is over.
import { mkdir, readdir, readFile, rename, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '#electron/workspace/workspace.ts';
import type { EndpointId, FlowId } from '#shared/ids/ids.ts';
import { copyFrozenWorkspace, useWorkspaces, workspacePorts } from '../../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { frozenText } from '../../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
let workspace: Workspace;
let now: Date;

const lookupId = 'fl_orderlookupo' as FlowId;
const file = 'flows/order-lookup.json';

const open = () =>
  workspaces.open(folder.file('shop'), workspacePorts(folder.file('data'), { now: () => now }));
const onDisk = (name: string) => readFile(folder.file('shop', name), 'utf8');
const trash = () => path.join(workspace.dataFolder, 'trash');

beforeEach(async () => {
  now = new Date('2025-03-04T10:20:30.000Z');
  await copyFrozenWorkspace(folder.file('shop'));
  workspace = await open();
});

describe('removing a document', () => {
  it('takes it out of the workspace', async () => {
    expect(await workspace.remove(lookupId)).toEqual({ ok: true, value: null });
    expect(workspace.document(lookupId)).toBeNull();
    expect(await readdir(folder.file('shop', 'flows'))).toEqual(['support']);
    expect((await open()).document(lookupId)).toBeNull();
  });

  it('keeps the file as it was, where only its owner can look', async () => {
    await workspace.remove(lookupId);
    const [removal] = await readdir(trash());
    expect(await readFile(path.join(trash(), removal!, 'document.json'), 'utf8')).toBe(frozenText(file));
    expect((await stat(path.join(trash(), removal!, 'document.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(trash())).mode & 0o777).toBe(0o700);
    expect((await stat(workspace.dataFolder)).mode & 0o777).toBe(0o700);
  });

  it('keeps what another program has just written into the file', async () => {
    const theirs = frozenText(file).replace('"strict": true', '"strict": false');
    await writeFile(folder.file('shop', file), theirs);
    await workspace.remove(lookupId);
    const restored = await workspace.restore(lookupId);
    expect(restored).toMatchObject({ ok: true, value: { document: { strict: false } } });
    expect(await onDisk(file)).toBe(theirs);
  });

  it.each([
    ['is gone', () => unlink(folder.file('shop', file)), null],
    ['is broken', () => writeFile(folder.file('shop', file), 'broken'), 'broken'],
    [
      'holds another document',
      () => writeFile(folder.file('shop', file), frozenText(file).replace(lookupId, 'fl_strangerstra')),
      'fl_strangerstra',
    ],
  ])('keeps the document as it was known where its file %s, which stays', async (_, happen, left) => {
    await happen();
    expect((await workspace.remove(lookupId)).ok).toBe(true);
    if (left !== null) expect(await onDisk(file)).toContain(left);
    const restored = await workspace.restore(lookupId);
    expect(restored).toMatchObject({ ok: true, value: { document: { id: lookupId, strict: true } } });
    if (left !== null) expect(await onDisk(file)).toContain(left);
  });

  it('says that there is no such document', async () => {
    await workspace.remove(lookupId);
    expect(await workspace.remove(lookupId)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('removes nothing where the trash cannot be written', async () => {
    await rm(trash(), { recursive: true, force: true });
    await writeFile(trash(), 'a file in the place of the folder');
    expect(await workspace.remove(lookupId)).toMatchObject({
      ok: false,
      failure: {
        code: 'not-written',
        message: expect.stringMatching(/^“Order lookup” was not removed: /) as string,
      },
    });
    expect(await onDisk(file)).toBe(frozenText(file));
    expect(workspace.document(lookupId)).not.toBeNull();
  });
});

describe('restoring a document', () => {
  it('brings it back to where it was, byte for byte', async () => {
    await writeFile(folder.file('shop', file), `${frozenText(file)}\n\n`);
    await workspace.refresh();
    workspace.acceptAll();
    const before = workspace.document(lookupId);
    await workspace.remove(lookupId);
    expect(await workspace.restore(lookupId)).toEqual({ ok: true, value: before });
    expect(workspace.document(lookupId)).toEqual(before);
    expect(await onDisk(file)).toBe(`${frozenText(file)}\n\n`);
    expect(await readdir(trash())).toEqual([]);
  });

  it('works after a new start, and makes the folder again', async () => {
    await workspace.remove('ep_paymentapipa' as EndpointId);
    await rm(folder.file('shop', 'endpoints', 'payments'), { recursive: true });
    const again = await open();
    const restored = await again.restore('ep_paymentapipa' as EndpointId);
    expect(restored).toMatchObject({ ok: true, value: { file: 'endpoints/payments/payment-api.json' } });
  });

  it('does not take the place of what has its name by now', async () => {
    await workspace.remove(lookupId);
    await writeFile(folder.file('shop', 'flows', 'Order-Lookup.json'), 'somebody else’s');
    expect(await workspace.restore(lookupId)).toMatchObject({
      ok: true,
      value: { file: 'flows/order-lookup-2.json' },
    });
    expect(await onDisk('flows/Order-Lookup.json')).toBe('somebody else’s');
  });

  it('brings back what was removed last', async () => {
    for (const name of ['First', 'Second']) {
      const stored = workspace.document(lookupId)!;
      await workspace.save({
        document: { ...stored.document, name },
        revision: stored.revision,
        overwrite: false,
      });
      await workspace.remove(lookupId);
      now = new Date(now.getTime() + 1000);
      await mkdir(folder.file('shop', 'flows'), { recursive: true });
      if (name === 'First') await workspace.restore(lookupId);
    }
    expect(await workspace.restore(lookupId)).toMatchObject({
      ok: true,
      value: { document: { name: 'Second' } },
    });
  });

  it('leaves a document alone that is there already', async () => {
    await workspace.remove(lookupId);
    await writeFile(folder.file('shop', file), frozenText(file).replace('"strict": true', '"strict": false'));
    await workspace.refresh();
    expect(await workspace.restore(lookupId)).toMatchObject({
      ok: true,
      value: { document: { strict: false } },
    });
    expect(await readdir(trash())).toHaveLength(1);
  });

  it('finds nothing that never was there, nor what is damaged in the trash', async () => {
    expect(await workspace.restore(lookupId)).toMatchObject({ ok: true });
    expect(await workspace.restore('fl_nobodynobody' as FlowId)).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
    await workspace.remove(lookupId);
    const [removal] = await readdir(trash());
    await writeFile(path.join(trash(), removal!, 'document.json'), 'damaged');
    expect(await workspace.restore(lookupId)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('writes nothing outside of the workspace', async () => {
    await workspace.remove('ep_paymentapipa' as EndpointId);
    await rm(folder.file('shop', 'endpoints', 'payments'), { recursive: true });
    await mkdir(folder.file('private'));
    await symlink(folder.file('private'), folder.file('shop', 'endpoints', 'payments'));
    const restored = await workspace.restore('ep_paymentapipa' as EndpointId);
    expect(restored).toMatchObject({ ok: false, failure: { code: 'not-written' } });
    expect(await readdir(folder.file('private'))).toEqual([]);
  });
});

describe('the trash', () => {
  const days = (count: number) => count * 24 * 3600 * 1000;

  it('lets go of what is older than 30 days, and says of which documents nothing is left', async () => {
    await workspace.remove(lookupId);
    now = new Date(now.getTime() + days(10));
    await workspace.remove('ep_paymentapipa' as EndpointId);
    now = new Date(now.getTime() + days(20) + 1);
    const again = await open();
    expect(await again.trash.expire()).toEqual([lookupId]);
    expect(await again.restore(lookupId)).toMatchObject({ ok: false });
    expect(await again.restore('ep_paymentapipa' as EndpointId)).toMatchObject({ ok: true });
  });

  it('keeps what nobody knows the age of', async () => {
    await mkdir(path.join(trash(), 'something'), { recursive: true });
    await writeFile(path.join(trash(), 'something', 'removed.json'), '{"removedAt":"1999-01-01T00:00:00Z"}');
    now = new Date(now.getTime() + days(400));
    const again = await open();
    expect(await again.trash.expire()).toEqual([]);
    expect(await readdir(trash())).toEqual(['something']);
    expect(await again.trash.list()).toEqual([]);
  });

  it('lists what is in it, the last first, and shows the file as it was', async () => {
    await workspace.remove(lookupId);
    now = new Date(now.getTime() + days(1));
    await workspace.remove('ep_paymentapipa' as EndpointId);
    const [payments, lookup, ...others] = await workspace.trash.list();
    expect(others).toEqual([]);
    expect(payments).toMatchObject({ kind: 'endpoint', file: 'endpoints/payments/payment-api.json' });
    expect(lookup).toEqual({
      key: `2025-03-04T102030.000Z-${lookupId}`,
      id: lookupId,
      kind: 'flow',
      name: 'Order lookup',
      file,
      removedAt: '2025-03-04T10:20:30.000Z',
      elsewhere: false,
      sizeBytes: Buffer.byteLength(frozenText(file)),
    });
    expect(await workspace.trash.read(lookup!.key)).toEqual({ ok: true, value: frozenText(file) });
    expect(await workspace.trash.restore(payments!.key)).toMatchObject({ ok: true });
    expect(await workspace.trash.list()).toEqual([lookup]);
  });

  it('keeps both of two removals within a millisecond apart, and gives back the one that is asked for', async () => {
    await workspace.remove(lookupId);
    await writeFile(folder.file('shop', file), frozenText(file).replace('"strict": true', '"strict": false'));
    await workspace.refresh();
    await workspace.remove(lookupId);
    const [newer, older] = await workspace.trash.list();
    expect(await workspace.trash.restore(older!.key)).toMatchObject({
      ok: true,
      value: { document: { strict: true } },
    });
    expect(await workspace.trash.restore(newer!.key)).toMatchObject({
      ok: false,
      failure: { code: 'present', message: expect.stringContaining('“Order lookup”') as string },
    });
    expect(await workspace.trash.list()).toEqual([newer]);
  });

  it('takes what is asked for out for good, and names the documents of which nothing is left', async () => {
    await workspace.remove(lookupId);
    now = new Date(now.getTime() + 1);
    await workspace.remove('ep_paymentapipa' as EndpointId);
    const [payments, lookup] = await workspace.trash.list();
    await writeFile(folder.file('shop', file), frozenText(file).replace('"strict": true', '"strict": false'));
    await workspace.refresh();
    expect(await workspace.trash.remove([lookup!.key])).toEqual({
      ok: true,
      value: { deleted: 1, gone: [] },
    });
    expect(await workspace.trash.list()).toEqual([payments]);
    expect(await workspace.trash.remove('all')).toEqual({
      ok: true,
      value: { deleted: 1, gone: ['ep_paymentapipa'] },
    });
    expect(await readdir(trash())).toEqual([]);
    expect(await workspace.trash.restore(payments!.key)).toMatchObject({ failure: { code: 'not-found' } });
    expect(await workspace.trash.read('../../vault')).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('gets what another program removed, as it was known, until that brings it back', async () => {
    await unlink(folder.file('shop', file));
    await workspace.refresh();
    const [lookup] = await workspace.trash.list();
    expect(lookup).toMatchObject({ id: lookupId, elsewhere: true, name: 'Order lookup' });
    expect(await workspace.trash.read(lookup!.key)).toEqual({ ok: true, value: frozenText(file) });
    await writeFile(folder.file('shop', file), frozenText(file));
    await workspace.refresh();
    expect(await workspace.trash.list()).toEqual([]);
  });

  it('gets nothing that another program only moved', async () => {
    await mkdir(folder.file('shop', 'flows', 'old'));
    await rename(folder.file('shop', file), folder.file('shop', 'flows', 'old', 'lookup.json'));
    await workspace.refresh();
    expect(await workspace.trash.list()).toEqual([]);
  });

  it('is cleared of what a killed process had only begun to put there', async () => {
    await mkdir(path.join(trash(), `2025-03-04T102030.000Z-${lookupId}.part`), { recursive: true });
    expect(await workspace.trash.list()).toEqual([]);
    await workspace.trash.expire();
    expect(await readdir(trash())).toEqual([]);
  });
});
