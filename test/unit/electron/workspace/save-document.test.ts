// Saving is automatic, so everything that can happen to a file meanwhile has to be handled without asking.
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import type { Workspace } from '#electron/workspace/workspace.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { EnvironmentId, FlowId, NodeId } from '#shared/ids/ids.ts';
import { documentKind } from '#shared/workspace/document.ts';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import { anyDocument, anyName } from '../../../support/any-document.ts';
import {
  copyFrozenWorkspace,
  testNow,
  useWorkspaces,
  workspacePorts,
} from '../../../support/open-workspace.ts';
import { runs } from '../../../support/runs.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { frozenText } from '../../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
let workspace: Workspace;

const lookupId = 'fl_orderlookupo' as FlowId;
const freshEnvironment = () =>
  environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: 'en_freshfreshfr',
    name: 'Local',
  });
const freshFlow = (name: string, id = 'fl_freshfreshfr') =>
  newFlow(id as FlowId, name, 'nd_startstartst' as NodeId);

beforeEach(async () => {
  await copyFrozenWorkspace(folder.file('shop'));
  workspace = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
});

const onDisk = (file: string) => readFile(folder.file('shop', file), 'utf8');

function known(id: FlowId | EnvironmentId) {
  const stored = workspace.document(id);
  if (stored === null) throw new Error('This document should be known.');
  return stored;
}

async function saved(input: Parameters<Workspace['save']>[0]) {
  const outcome = await workspace.save(input);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

async function refused(input: Parameters<Workspace['save']>[0]) {
  const outcome = await workspace.save(input);
  if (outcome.ok) throw new Error('This should not be saved.');
  return outcome.failure;
}

describe('saving a new document', () => {
  it('writes a file after its name, in the folder for its kind', async () => {
    const { file, revision, savedAt } = await saved({
      document: freshFlow('Return an order'),
      revision: null,
      overwrite: false,
    });
    expect(file).toBe('flows/return-an-order.json');
    expect(savedAt).toBe(testNow.toISOString());
    expect(revision).toBe(
      createHash('sha256')
        .update(await onDisk(file))
        .digest('hex'),
    );
    expect(known('fl_freshfreshfr' as FlowId)).toEqual({
      file,
      revision,
      document: freshFlow('Return an order'),
    });
  });

  it('gives it a number where the name is taken, also by something that is no document', async () => {
    await writeFile(folder.file('shop', 'flows', 'broken.json'), 'somebody else’s');
    await mkdir(folder.file('shop', 'flows', 'Folder.json'));
    const cases = [
      ['Order lookup', 'fl_aaaaaaaaaaaa', 'flows/order-lookup-2.json'],
      ['ORDER LOOKUP', 'fl_bbbbbbbbbbbb', 'flows/order-lookup-3.json'],
      ['Broken', 'fl_cccccccccccc', 'flows/broken-2.json'],
      ['folder', 'fl_dddddddddddd', 'flows/folder-2.json'],
    ] as const;
    for (const [name, id, file] of cases)
      expect(await saved({ document: freshFlow(name, id), revision: null, overwrite: false })).toMatchObject({
        file,
      });
    expect(await onDisk('flows/broken.json')).toBe('somebody else’s');
  });

  it('makes the folder where it is missing', async () => {
    await rm(folder.file('shop', 'environments'), { recursive: true });
    const document = freshEnvironment();
    expect((await saved({ document, revision: null, overwrite: false })).file).toBe(
      'environments/local.json',
    );
  });

  it('does not follow a link in the place of the folder', async () => {
    await rm(folder.file('shop', 'environments'), { recursive: true });
    await mkdir(folder.file('private'));
    await symlink(folder.file('private'), folder.file('shop', 'environments'));
    const document = freshEnvironment();
    expect(await refused({ document, revision: null, overwrite: false })).toMatchObject({
      code: 'not-written',
    });
    expect(await readdir(folder.file('private'))).toEqual([]);
  });
});

describe('saving over the revision that was read', () => {
  it('replaces the content, and the next save follows on it', async () => {
    let { revision } = known(lookupId);
    for (const strict of [false, true, false]) {
      const document = { ...(known(lookupId).document as Flow), strict };
      ({ revision } = await saved({ document, revision, overwrite: false }));
      expect(JSON.parse(await onDisk('flows/order-lookup.json'))).toMatchObject({ strict });
    }
    expect(known(lookupId).revision).toBe(revision);
  });

  it('writes nothing where nothing changed', async () => {
    const { document, revision } = known(lookupId);
    const first = await saved({ document, revision, overwrite: false });
    const before = await stat(folder.file('shop', 'flows', 'order-lookup.json'));
    const second = await saved({ document, revision: first.revision, overwrite: false });
    const after = await stat(folder.file('shop', 'flows', 'order-lookup.json'));
    expect(second.revision).toBe(first.revision);
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it('keeps the mode of the file', async () => {
    await chmod(folder.file('shop', 'flows', 'order-lookup.json'), 0o640);
    const { document, revision } = known(lookupId);
    await saved({ document: { ...(document as Flow), strict: false }, revision, overwrite: false });
    expect((await stat(folder.file('shop', 'flows', 'order-lookup.json'))).mode & 0o777).toBe(0o640);
  });

  it('keeps keys that it does not know', async () => {
    const text = frozenText('flows/order-lookup.json').replace(
      '"errorNode"',
      '"swimLanes": [1.10], "errorNode"',
    );
    await writeFile(folder.file('shop', 'flows', 'order-lookup.json'), text);
    await workspace.refresh();
    workspace.acceptAll();
    const { document, revision } = known(lookupId);
    await saved({ document: { ...(document as Flow), strict: false }, revision, overwrite: false });
    expect(await onDisk('flows/order-lookup.json')).toMatch(/"swimLanes": \[\n {4}1\.10\n {2}\]/);
  });

  it('renames the file with the document, and nothing else has its name then', async () => {
    const { document, revision } = known(lookupId);
    const { file } = await saved({
      document: { ...document, name: 'Find my Größe' },
      revision,
      overwrite: false,
    });
    expect(file).toBe('flows/find-my-grosse.json');
    expect(await readdir(folder.file('shop', 'flows'))).toEqual(['find-my-grosse.json', 'support']);
    expect(workspace.snapshot().documents.map((each) => each.file)).toContain(file);
  });

  it('renames it within the folder that the person made for it', async () => {
    const { document, revision } = known('fl_emptyemptyem' as FlowId);
    const { file } = await saved({
      document: { ...document, name: 'Small talk' },
      revision,
      overwrite: false,
    });
    expect(file).toBe('flows/support/small-talk.json');
  });

  it('leaves a file name that somebody chose by hand until the document is renamed', async () => {
    await rename(
      folder.file('shop', 'flows', 'order-lookup.json'),
      folder.file('shop', 'flows', 'MAIN.json'),
    );
    await workspace.refresh();
    const { document, revision, file } = known(lookupId);
    expect(file).toBe('flows/MAIN.json');
    const kept = await saved({
      document: { ...(document as Flow), strict: false },
      revision,
      overwrite: false,
    });
    expect(kept.file).toBe('flows/MAIN.json');
    const renamed = await saved({
      document: { ...document, name: 'main' },
      revision: kept.revision,
      overwrite: false,
    });
    expect(renamed.file).toBe('flows/main.json');
  });

  it('keeps the number of a clash as long as the name stays', async () => {
    const first = await saved({ document: freshFlow('Order lookup'), revision: null, overwrite: false });
    await rm(folder.file('shop', 'flows', 'order-lookup.json'));
    await workspace.refresh();
    const again = await saved({
      document: { ...freshFlow('Order lookup'), strict: true },
      revision: first.revision,
      overwrite: false,
    });
    expect(again.file).toBe('flows/order-lookup-2.json');
  });

  it('saves operations that come at the same time one after the other', async () => {
    const document = known(lookupId).document as Flow;
    const names = Array.from({ length: 12 }, (_, index) => `Round ${String(index)}`);
    await Promise.all(
      names.map((name) => saved({ document: { ...document, name }, revision: null, overwrite: true })),
    );
    expect(await readdir(folder.file('shop', 'flows'))).toEqual(['round-11.json', 'support']);
    expect(known(lookupId).document.name).toBe('Round 11');
  });
});

describe('saving when another program was there', () => {
  const file = 'flows/order-lookup.json';

  it('is a conflict that shows theirs, and theirs stays', async () => {
    const theirs = frozenText(file).replace('"strict": true', '"strict": false');
    await writeFile(folder.file('shop', file), theirs);
    const { document, revision } = known(lookupId);
    const failure = await refused({ document: { ...document, name: 'Mine' }, revision, overwrite: false });
    expect(failure).toMatchObject({
      code: 'conflict',
      message: 'Another program changed flows/order-lookup.json.',
      theirs: { file, document: { name: 'Order lookup', strict: false } },
    });
    expect(await onDisk(file)).toBe(theirs);
  });

  it('can be saved over theirs, which keeps what only they know', async () => {
    await writeFile(
      folder.file('shop', file),
      frozenText(file).replace('"errorNode"', '"theirs": 1, "errorNode"'),
    );
    const { document, revision } = known(lookupId);
    await saved({ document: { ...(document as Flow), strict: false }, revision, overwrite: true });
    expect(JSON.parse(await onDisk(file))).toMatchObject({ strict: false, theirs: 1 });
  });

  it('can be saved on top of theirs once it was read', async () => {
    await writeFile(folder.file('shop', file), frozenText(file).replace('"strict": true', '"strict": false'));
    const failure = await refused({
      document: known(lookupId).document,
      revision: known(lookupId).revision,
      overwrite: false,
    });
    if (failure.code !== 'conflict' || failure.theirs === null) throw new Error('no conflict');
    const { document, revision } = failure.theirs;
    expect((await saved({ document: { ...document, name: 'Both' }, revision, overwrite: false })).file).toBe(
      'flows/both.json',
    );
  });

  it('is no conflict where both made the same change', async () => {
    const document = { ...(known(lookupId).document as Flow), strict: false };
    const mine = await saved({ document, revision: known(lookupId).revision, overwrite: false });
    const again = await saved({ document, revision: 'an older one', overwrite: false });
    expect(again.revision).toBe(mine.revision);
  });

  it('is a conflict where they removed it, and can be saved again', async () => {
    const { document, revision } = known(lookupId);
    await unlink(folder.file('shop', file));
    expect(await refused({ document, revision, overwrite: false })).toMatchObject({
      code: 'conflict',
      theirs: null,
    });
    await workspace.refresh();
    expect(await refused({ document, revision, overwrite: false })).toMatchObject({
      code: 'conflict',
      theirs: null,
    });
    expect(await saved({ document, revision, overwrite: true })).toMatchObject({ file });
  });

  it('is a conflict where they broke it; what they wrote is set aside and not written over', async () => {
    await writeFile(folder.file('shop', file), 'half a fi');
    const { document, revision } = known(lookupId);
    expect(await refused({ document, revision, overwrite: false })).toMatchObject({
      code: 'conflict',
      reason: 'damaged',
      message: expect.stringMatching(/^flows\/order-lookup\.json is damaged: line 1, column 1: /) as string,
      theirs: null,
    });
    expect(await onDisk(file)).toBe('half a fi');
    expect(await saved({ document, revision, overwrite: true })).toMatchObject({ file });
    expect(await onDisk(`${file}.damaged-1`)).toBe('half a fi');
    expect(JSON.parse(await onDisk(file))).toMatchObject({ id: lookupId });
  });

  it('leaves a merge conflict to the person, and aside where they save over it', async () => {
    const conflict = '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> other\n}\n';
    await writeFile(folder.file('shop', file), conflict);
    const { document, revision } = known(lookupId);
    expect(await refused({ document, revision, overwrite: false })).toMatchObject({ code: 'conflict' });
    await saved({ document, revision, overwrite: true });
    expect(await onDisk(`${file}.damaged-1`)).toBe(conflict);
  });

  it('writes beside another document that took the file', async () => {
    await writeFile(folder.file('shop', file), frozenText(file).replace(lookupId, 'fl_strangerstra'));
    const { document, revision } = known(lookupId);
    expect(await refused({ document, revision, overwrite: false })).toMatchObject({
      code: 'conflict',
      theirs: null,
    });
    expect((await saved({ document, revision, overwrite: true })).file).toBe('flows/order-lookup-2.json');
    expect(JSON.parse(await onDisk(file))).toMatchObject({ id: 'fl_strangerstra' });
  });

  it('is a conflict for a document that says it is new and is not', async () => {
    const { document } = known(lookupId);
    const failure = await refused({
      document: { ...document, name: 'New' },
      revision: null,
      overwrite: false,
    });
    expect(failure).toMatchObject({ code: 'conflict', theirs: { document: { name: 'Order lookup' } } });
  });
});

describe('any document', () => {
  it('is there again after it was saved, whatever it holds and whatever it is called', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, anyName, async (document, laterName) => {
        const first = await saved({ document, revision: null, overwrite: true });
        const second = await saved({
          document: { ...document, name: laterName },
          revision: first.revision,
          overwrite: false,
        });
        const reopened = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
        expect(reopened.snapshot().problems).toEqual([]);
        expect(reopened.document(document.id)).toEqual({
          file: second.file,
          revision: second.revision,
          document: { ...document, name: laterName },
        });
        expect(second.file).toContain(documentSlug(laterName, documentKind(document)));
      }),
      { numRuns: runs(25) },
    );
  });
});
