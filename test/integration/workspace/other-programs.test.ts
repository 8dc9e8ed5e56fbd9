// Editors and version control change files as they like; each way they do it is tried with a real watcher.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '#electron/workspace/workspace.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowId } from '#shared/ids/ids.ts';
import type { ExternalChange } from '#shared/workspace/workspace-snapshot.ts';
import { copyFrozenWorkspace, useWorkspaces, workspacePorts } from '../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { frozenText } from '../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
let workspace: Workspace;
let heard: ExternalChange[];
const waiting = new Set<() => void>();

const lookupId = 'fl_orderlookupo' as FlowId;
const lookup = 'flows/order-lookup.json';
const inShop = (name: string) => folder.file('shop', name);

beforeEach(async () => {
  await copyFrozenWorkspace(folder.file('shop'));
  workspace = await workspaces.open(
    folder.file('shop'),
    workspacePorts(folder.file('data'), { watch: true }),
  );
  await workspace.watching;
  heard = [];
  workspace.onChange((changes) => {
    heard.push(...changes);
    for (const look of waiting) look();
  });
});

/** Resolves with the first change that fits, now or later. */
function change(fits: (change: ExternalChange) => boolean): Promise<ExternalChange> {
  return new Promise((resolve) => {
    const look = () => {
      const found = heard.find(fits);
      if (found === undefined) return;
      waiting.delete(look);
      resolve(found);
    };
    waiting.add(look);
    look();
  });
}

const isAbout = (id: string) => (each: ExternalChange) =>
  each.type === 'removed' ? each.id === id : 'stored' in each && each.stored.document.id === id;

/** Another program in a process of its own, as an editor or git is. */
async function run(script: string) {
  const child = spawn('/bin/sh', ['-c', script], { cwd: folder.file('shop'), stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`The other program failed: ${script}`);
}

describe('another program', () => {
  it('writes into a file that is open here', async () => {
    await run(`sed -i 's/"strict": true/"strict": false/' ${lookup}`);
    expect(await change(isAbout(lookupId))).toMatchObject({
      type: 'changed',
      stored: { document: { strict: false } },
    });
  });

  it('writes it piece by piece, and is told of when it is whole', async () => {
    const text = frozenText(lookup).replace('"strict": true', '"strict": false');
    await writeFile(folder.file('new-text'), text);
    await run(`: > ${lookup}; head -c 100 ../new-text >> ${lookup}; tail -c +101 ../new-text >> ${lookup}`);
    const found = await change(isAbout(lookupId));
    expect(found).toMatchObject({ type: 'changed', stored: { document: { strict: false } } });
  });

  it('moves a file, which is no removal', async () => {
    await run(`mkdir -p flows/archive && mv ${lookup} flows/archive/old.json`);
    expect(await change(isAbout(lookupId))).toMatchObject({
      type: 'changed',
      stored: { file: 'flows/archive/old.json' },
    });
    expect(heard.filter((each) => each.type === 'removed')).toEqual([]);
  });

  it('makes folders and documents where there were none', async () => {
    await mkdir(inShop('flows/a/b'), { recursive: true });
    await writeFile(inShop('flows/a/b/c.json'), frozenText(lookup).replace(lookupId, 'fl_newnewnewnew'));
    expect(await change(isAbout('fl_newnewnewnew'))).toMatchObject({
      type: 'added',
      stored: { file: 'flows/a/b/c.json' },
    });
  });

  it('makes many folders with documents in them at once', async () => {
    await writeFile(folder.file('new-text'), frozenText(lookup));
    const numbers = Array.from(
      { length: 40 },
      (_, at) => String.fromCharCode(97 + (at % 20)) + (at < 20 ? 'a' : 'b'),
    );
    await run(
      `for n in ${numbers.join(' ')}; do mkdir -p flows/$n/deep/er && sed "s/${lookupId}/fl_newnewnewn$n/" ../new-text > flows/$n/deep/er/c.json; done`,
    );
    await Promise.all(numbers.map((number) => change(isAbout(`fl_newnewnewn${number}`))));
  });

  it('removes a file', async () => {
    await unlink(inShop(lookup));
    expect(await change(isAbout(lookupId))).toEqual({ type: 'removed', id: lookupId, file: lookup });
  });

  it('changes many files at once, as a checkout does', async () => {
    await run(
      `for f in flows/*.json flows/*/*.json; do sed -i 's/"name": "E/"name": "Changed E/; s/"name": "Order/"name": "Changed order/' $f; done`,
    );
    await Promise.all([change(isAbout(lookupId)), change(isAbout('fl_emptyemptyem'))]);
    expect(await change(isAbout(lookupId))).toMatchObject({
      stored: { document: { name: 'Changed order lookup' } },
    });
  });

  it('leaves a file damaged, which is mended later', async () => {
    await writeFile(inShop(lookup), '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> main\n');
    expect(await change((each) => each.type === 'damaged')).toMatchObject({
      id: lookupId,
      problem: { file: lookup },
    });
    heard = [];
    await writeFile(inShop(lookup), frozenText(lookup));
    expect(await change(isAbout(lookupId))).toMatchObject({ type: 'changed' });
  });

  it('writes at the same time as we do: one is told of a conflict, nothing is lost', async () => {
    const { document, revision } = workspace.document(lookupId)!;
    await run(`sed -i 's/"name": "Order lookup"/"name": "Theirs"/' ${lookup}`);
    const saved = await workspace.save({
      document: { ...(document as Flow), name: 'Ours' },
      revision,
      overwrite: false,
    });
    expect(saved).toMatchObject({
      ok: false,
      failure: { code: 'conflict', theirs: { document: { name: 'Theirs' } } },
    });
    expect(await change(isAbout(lookupId))).toMatchObject({ stored: { document: { name: 'Theirs' } } });
  });
});

describe('we ourselves', () => {
  it('are never told of, whatever we do; a change of another program after it is', async () => {
    const stored = workspace.document(lookupId)!;
    const renamed = await workspace.save({
      document: { ...stored.document, name: 'Renamed' },
      revision: stored.revision,
      overwrite: false,
    });
    expect(renamed.ok).toBe(true);
    await workspace.duplicate(lookupId, 'A copy');
    await workspace.remove('fl_emptyemptyem' as FlowId);
    await workspace.restore('fl_emptyemptyem' as FlowId);
    // Only what comes after our own writes in the same queue of the system can tell that they were passed over.
    await rename(inShop('environments/staging.json'), inShop('environments/zz-last.json'));
    await change(isAbout('en_stagingstagi'));
    expect(heard.filter((each) => !isAbout('en_stagingstagi')(each))).toEqual([]);
  });
});
