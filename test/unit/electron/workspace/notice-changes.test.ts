// What another program wrote is told once and never mistaken for what we wrote ourselves.
import { cp, readdir, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { DocumentIndex } from '#electron/workspace/document-index.ts';
import { revisionOf } from '#electron/workspace/files/revision.ts';
import { listDocumentFiles } from '#electron/workspace/list-document-files.ts';
import { noticeChanges } from '#electron/workspace/notice-changes.ts';
import { readDocumentFiles } from '#electron/workspace/read-document-files.ts';
import type { Workspace } from '#electron/workspace/workspace.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowId } from '#shared/ids/ids.ts';
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
const changedText = frozenText(lookup).replace('"strict": true', '"strict": false');

beforeEach(async () => {
  await copyFrozenWorkspace(folder.file('shop'));
  workspace = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
  heard = [];
  workspace.onChange((changes) => heard.push(...changes));
});

/** What was heard after another look, in short. */
async function changes() {
  heard = [];
  await workspace.refresh();
  return heard.map((change) => {
    if (change.type === 'removed') return `${change.type} ${change.id} ${change.file}`;
    if (change.type === 'damaged')
      return `${change.type} ${String(change.id)} ${change.problem.file} ${change.problem.code}`;
    if (change.type === 'folders') return `${change.type} ${change.folders.join(' ')}`;
    if (change.type === 'settled') return `${change.type} ${change.file}`;
    return `${change.type} ${change.stored.document.id} ${change.stored.file}`;
  });
}

describe('a change by another program', () => {
  it('is noticed with the new content', async () => {
    await writeFile(inShop(lookup), changedText);
    expect(await changes()).toEqual([`changed ${lookupId} ${lookup}`]);
    expect(heard[0]).toMatchObject({ stored: { document: { strict: false } } });
    expect(workspace.snapshot().documents.find(({ file }) => file === lookup)).toMatchObject({
      document: { strict: false },
    });
  });

  it('is an offer: runs, secrets and copies go by what was there until it is accepted', async () => {
    await writeFile(inShop(lookup), changedText);
    await changes();
    expect(workspace.document(lookupId)?.document).toMatchObject({ strict: true });
    const copy = await workspace.duplicate(lookupId, 'Copy');
    expect(copy).toMatchObject({ value: { stored: { document: { strict: true } } } });
    expect(await workspace.accept(lookupId, revisionOf(changedText))).toEqual({ ok: true, value: null });
    expect(workspace.document(lookupId)?.document).toMatchObject({ strict: false });
  });

  it('can be accepted before the watch has come upon it', async () => {
    await writeFile(inShop(lookup), changedText);
    heard = [];
    expect(await workspace.accept(lookupId, revisionOf(changedText))).toEqual({ ok: true, value: null });
    expect(workspace.document(lookupId)?.document).toMatchObject({ strict: false });
  });

  it('is not accepted where its file holds something else by now, which is offered instead', async () => {
    await writeFile(inShop(lookup), changedText);
    await changes();
    const later = changedText.replace('Order lookup', 'Order search');
    await writeFile(inShop(lookup), later);
    await changes();
    expect(await workspace.accept(lookupId, revisionOf(changedText))).toMatchObject({
      ok: false,
      failure: { code: 'document-changed' },
    });
    expect(workspace.document(lookupId)?.document).toMatchObject({ name: 'Order lookup', strict: true });
  });

  it('is decided when somebody saves over it', async () => {
    const { document, revision } = workspace.document(lookupId)!;
    await writeFile(inShop(lookup), changedText);
    await changes();
    const mine = { ...(document as Flow), name: 'Mine' };
    expect(await workspace.save({ document: mine, revision, overwrite: true })).toMatchObject({ ok: true });
    expect(workspace.document(lookupId)?.document).toMatchObject({ name: 'Mine', strict: true });
  });

  it('is accepted with everything else where the window begins anew', async () => {
    await writeFile(inShop(lookup), changedText);
    await changes();
    workspace.acceptAll();
    expect(workspace.document(lookupId)?.document).toMatchObject({ strict: false });
  });

  it('is told once', async () => {
    await writeFile(inShop(lookup), changedText);
    await changes();
    expect(await changes()).toEqual([]);
  });

  it('is none where only the time of the file changed, or its spacing was rewritten to the same bytes', async () => {
    await utimes(inShop(lookup), new Date(), new Date());
    await writeFile(inShop('flows/support/empty.json'), frozenText('flows/support/empty.json'));
    expect(await changes()).toEqual([]);
  });

  it('is not what was saved, renamed, copied, removed or restored here', async () => {
    const { document, revision } = workspace.document(lookupId)!;
    await workspace.save({
      document: { ...(document as Flow), name: 'Renamed' },
      revision,
      overwrite: false,
    });
    await workspace.duplicate(lookupId, 'Copy');
    expect(await changes()).toEqual([]);
    await workspace.remove(lookupId);
    expect(await changes()).toEqual([]);
    await workspace.restore(lookupId);
    expect(await changes()).toEqual([]);
  });

  it('is not told to those who stopped listening', async () => {
    const more: ExternalChange[] = [];
    workspace.onChange((all) => more.push(...all))();
    await unlink(inShop(lookup));
    expect(await changes()).toHaveLength(1);
    expect(more).toEqual([]);
  });
});

describe('files that come and go', () => {
  it('are added and removed documents', async () => {
    await writeFile(inShop('flows/new.json'), frozenText(lookup).replace(lookupId, 'fl_newnewnewnew'));
    await unlink(inShop('environments/staging.json'));
    expect(await changes()).toEqual([
      'added fl_newnewnewnew flows/new.json',
      'removed en_stagingstagi environments/staging.json',
    ]);
    expect(workspace.snapshot().documents).toHaveLength(5);
  });

  it('are the same document where a file was moved or renamed', async () => {
    await rename(inShop(lookup), inShop('flows/support/elsewhere.json'));
    expect(await changes()).toEqual([`changed ${lookupId} flows/support/elsewhere.json`]);
    expect(workspace.document(lookupId)?.file).toBe('flows/support/elsewhere.json');
  });

  it('are the same documents where only half of a move or a swap has been told', async () => {
    const shop = folder.file('shop');
    const index = new DocumentIndex();
    for (const each of await readDocumentFiles(shop, (await listDocumentFiles(shop)).files))
      if (each.type === 'document') index.put(each);

    await rename(inShop(lookup), inShop('flows/support/elsewhere.json'));
    expect(await noticeChanges(shop, index, [lookup])).toMatchObject([
      { type: 'changed', stored: { file: 'flows/support/elsewhere.json' } },
    ]);
    expect(await noticeChanges(shop, index, ['flows/support/elsewhere.json'])).toEqual([]);

    await rename(inShop('flows/support/elsewhere.json'), inShop('flows/x.json'));
    await rename(inShop('flows/support/empty.json'), inShop('flows/support/elsewhere.json'));
    expect(await noticeChanges(shop, index, ['flows/support/elsewhere.json'])).toMatchObject([
      { type: 'changed', stored: { file: 'flows/support/elsewhere.json' } },
      { type: 'changed', stored: { file: 'flows/x.json', document: { id: lookupId } } },
    ]);
  });

  it('are the same documents where a whole folder was moved', async () => {
    await rename(inShop('endpoints/payments'), inShop('endpoints/money'));
    expect(await changes()).toEqual([
      'folders endpoints/money flows/support',
      'changed ep_paymentapipa endpoints/money/payment-api.json',
    ]);
  });

  it('are changed documents where two files changed places', async () => {
    await rename(inShop(lookup), inShop('flows/x'));
    await rename(inShop('flows/support/empty.json'), inShop(lookup));
    await rename(inShop('flows/x'), inShop('flows/support/empty.json'));
    expect((await changes()).sort()).toEqual([
      'changed fl_emptyemptyem flows/order-lookup.json',
      `changed ${lookupId} flows/support/empty.json`,
    ]);
  });

  it('are a removed and an added document where another took its file', async () => {
    await writeFile(inShop(lookup), frozenText(lookup).replace(lookupId, 'fl_newnewnewnew'));
    expect((await changes()).sort()).toEqual([
      `added fl_newnewnewnew ${lookup}`,
      `removed ${lookupId} ${lookup}`,
    ]);
  });

  it('are all removed when the folders go away', async () => {
    for (const name of ['flows', 'endpoints', 'environments']) await rm(inShop(name), { recursive: true });
    expect((await changes()).filter((change) => change.startsWith('removed'))).toHaveLength(5);
    expect(workspace.snapshot().documents).toEqual([]);
  });

  it('are a problem where a second one has the id of another, which becomes the document when the first goes', async () => {
    await cp(inShop(lookup), inShop('flows/zz-copy.json'));
    expect(await changes()).toEqual(['damaged null flows/zz-copy.json duplicate-id']);
    expect(await changes()).toEqual([]);
    await unlink(inShop(lookup));
    const after = await changes();
    expect(after.at(-1)).toMatch(/flows\/zz-copy\.json$/);
    expect(workspace.document(lookupId)?.file).toBe('flows/zz-copy.json');
    expect(workspace.snapshot().problems).toEqual([]);
  });
});

describe('files that break', () => {
  it('are named, stay where they are, and the document stays as it was known', async () => {
    await writeFile(inShop(lookup), 'half a fi');
    expect(await changes()).toEqual([`damaged ${lookupId} ${lookup} not-json`]);
    expect(workspace.document(lookupId)?.document.name).toBe('Order lookup');
    expect(await readdir(inShop('flows'))).toEqual(['order-lookup.json', 'support']);
    expect(workspace.snapshot().problems).toMatchObject([{ file: lookup, setAsideAs: null }]);
  });

  it('are told again when they break in another way', async () => {
    await writeFile(inShop(lookup), 'half a fi');
    await changes();
    await writeFile(inShop(lookup), '[]');
    expect(await changes()).toEqual([`damaged ${lookupId} ${lookup} not-a-document`]);
  });

  it('are changed documents when they are mended, also to what they were', async () => {
    await writeFile(inShop(lookup), 'half a fi');
    await changes();
    await writeFile(inShop(lookup), frozenText(lookup));
    expect(await changes()).toEqual([`changed ${lookupId} ${lookup}`]);
    expect(workspace.snapshot().problems).toEqual([]);
  });

  it('are forgotten when they go away', async () => {
    await writeFile(inShop('flows/new.json'), 'half');
    expect(await changes()).toEqual(['damaged null flows/new.json not-json']);
    await unlink(inShop('flows/new.json'));
    expect(await changes()).toEqual(['settled flows/new.json']);
    expect(await changes()).toEqual([]);
    expect(workspace.snapshot().problems).toEqual([]);
  });

  it('stay a problem when they were set aside, until that file is dealt with too', async () => {
    await writeFile(inShop('flows/new.json'), 'half');
    const again = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
    const more: ExternalChange[] = [];
    again.onChange((all) => more.push(...all));
    await again.refresh();
    expect(more).toEqual([]);
    expect(again.snapshot().problems).toMatchObject([{ setAsideAs: 'flows/new.json.damaged-1' }]);
    await unlink(inShop('flows/new.json.damaged-1'));
    await again.refresh();
    expect(more).toEqual([{ type: 'settled', file: 'flows/new.json' }]);
    expect(again.snapshot().problems).toEqual([]);
  });

  it('are folders too, which cannot be looked into for a while', async () => {
    await rename(inShop('endpoints'), folder.file('away'));
    await writeFile(inShop('endpoints'), 'a file in its place');
    expect(await changes()).toContain('damaged null endpoints folder-unreadable');
    expect((await changes()).filter((change) => change.startsWith('damaged'))).toEqual([]);
    await unlink(inShop('endpoints'));
    await rename(folder.file('away'), inShop('endpoints'));
    expect(await changes()).toContain('settled endpoints');
    expect(workspace.snapshot().problems).toEqual([]);
  });

  it('are named where a link took their place', async () => {
    await unlink(inShop(lookup));
    await symlink('/etc/hostname', inShop(lookup));
    expect(await changes()).toEqual([`damaged ${lookupId} ${lookup} unreadable`]);
  });
});
