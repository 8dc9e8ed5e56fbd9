// The built thread that works on bundles: it answers as the tasks do in this thread, and its end is no end of anything else.
import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundleText } from '#electron/bundle/import-bundle.ts';
import { exportWork } from '#electron/bundle/export-work.ts';
import { workInThread, WorkStopped } from '#electron/bundle/work/work-in-thread.ts';
import { writtenDocument } from '#electron/bundle/work/written-document.ts';
import { buildPart } from '../../../scripts/steps/build-parts.mjs';
import { inProject } from '../../../scripts/steps/project.mjs';
import {
  bundleStory,
  bundleSlots,
  photo,
  placed,
  placedStory,
  storyBundle,
} from '../../support/bundle-story.ts';
import { bundleWorkHere } from '../../support/bundle-work-here.ts';
import { wholeStory } from '../../support/bundle-workspaces.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const script = inProject('out', 'main', 'bundle-worker.cjs');
const { main, shop } = bundleStory;
beforeAll(() => buildPart('application'), 240_000);

describe('the thread', () => {
  it('reads, compares and gives what an import writes', async () => {
    const work = workInThread(script);
    const here = bundleWorkHere();
    const text = await storyBundle();
    const [there, asHere] = [
      { name: 'a.json', text },
      { name: 'a.json', text },
    ].map((source) => ({
      handle: 'one',
      source,
    }));
    if (there === undefined || asHere === undefined) throw new Error('Two questions are two.');
    expect(await work('read', there)).toEqual(await here('read', asHere));
    const other = { ...shop, name: 'Another name' };
    const present = [writtenDocument(placed(other, 'endpoints/shop-api.json'))];
    const seen = { handle: 'one', file: 'a.json', folder: folder.path, present };
    const view = await work('view', seen);
    expect(view).toEqual(await here('view', seen));
    expect(view?.documents.find(({ id }) => id === shop.id)?.state).toBe('conflict');
    expect(await work('compare', { handle: 'one', id: shop.id })).toMatchObject({
      differing: 1,
      rows: expect.arrayContaining([
        { here: '  "name": "Another name",', bundled: '  "name": "Shop API",' },
      ]) as unknown,
    });
    expect(await work('compare', { handle: 'one', id: main.id })).toBeNull();
    const wish = {
      handle: 'one',
      folder: folder.path,
      present,
      answers: [{ id: shop.id, answer: 'replace' as const }],
      passphrase: null,
      held: new Set([`${shop.id} ${bundleSlots.token}`]),
    };
    const taken = await work('take', wish);
    expect(taken).toMatchObject({ ok: true, value: { opens: main.id, opened: [] } });
    if (taken?.ok !== true) throw new Error('Nothing was taken.');
    expect(taken.value.files).toEqual([{ name: 'files/photo.png', bytes: new Uint8Array(photo) }]);
    expect(taken.value.documents).toHaveLength(placedStory.length - 1);
    await work('forget', { handle: 'one' });
    expect(await work('take', wish)).toBeNull();
  });

  it('makes the same bytes as without it, and refuses the same', async () => {
    const workspace = {
      name: 'Acme Shop',
      placed: () => placedStory,
      silenced: () => [{ rule: 'body-on-get', reason: 'As the shop wants it.' }],
      resolveFile: () => Promise.resolve({ ok: true as const, value: folder.file('photo.png') }),
    };
    await writeFile(folder.file('photo.png'), photo);
    const rest = { version: '1.0.0', secrets: [] };
    const exported = await exportWork(workspace, wholeStory, rest);
    const made = await workInThread(script)('export', { ...exported, passphrase: null });
    if (!made.ok) throw new Error(made.failure.message);
    const same = await bundleWorkHere()('export', { ...exported, passphrase: null });
    expect(same.ok && Buffer.from(made.value).equals(same.value)).toBe(true);
    const read = readBundleText('a.json', Buffer.from(made.value).toString());
    expect(read).toMatchObject({
      ok: true,
      value: { name: 'Acme Shop', flows: [main.id], silenced: workspace.silenced() },
    });
    const secrets = [{ name: 'KEY', value: 'staging.shop.example', holder: null, slot: null }];
    const refused = await workInThread(script)('preview', {
      ...exported,
      secrets,
      here: { known: secrets, unopened: [] },
    });
    expect(refused).toMatchObject({ failure: { code: 'secret-inside' } });
  });

  it('ends where it takes more memory than it may, and a new one goes on', async () => {
    const work = workInThread(script, { maxOldGenerationSizeMb: 40 });
    const heavy = `[${'{"a":[1,2,{"b":"c"}]},'.repeat(400_000)}1]`;
    await expect(
      work('read', { handle: 'one', source: { name: 'a.json', text: heavy } }),
    ).rejects.toBeInstanceOf(WorkStopped);
    const text = await storyBundle();
    expect(await work('read', { handle: 'two', source: { name: 'a.json', text } })).toMatchObject({
      ok: true,
    });
  });
});
