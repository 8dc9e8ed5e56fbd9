// What is noted against a sudden end comes back at the next start, and nothing else does.
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openRecovery } from '#electron/workspace/recovery.ts';
import type { FlowId } from '#shared/ids/ids.ts';
import type { DocumentNote } from '#shared/workspace/recovered-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { frozenDocument, frozenText } from '../../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();
const lookupId = 'fl_orderlookupo' as FlowId;
const file = 'flows/order-lookup.json';
const text = frozenText(file);
const notes: string[] = [];
let now = new Date('2025-03-04T10:00:00.000Z');

const open = () =>
  openRecovery(folder.path, { now: () => now, note: (sentence) => void notes.push(sentence) });
const step = (before: string) => ({ before, field: 'name', atMs: 1, together: null });
const noteOf = (more: Partial<DocumentNote> = {}): DocumentNote => ({
  id: lookupId,
  file,
  revision: 'r1',
  text,
  stuck: false,
  past: [step(text.replace('Order lookup', 'Order'))],
  ...more,
});
const inRecovery = () => readdir(folder.file('recovery'));

describe('recovery', () => {
  it('says of a workspace that was closed properly that nothing happened', async () => {
    const first = await open();
    expect(await first.read()).toEqual({ killedSince: null, documents: [] });
    await first.note(noteOf());
    await first.clear();
    await first.close();
    expect(await inRecovery()).toEqual([]);
    expect(await (await open()).read()).toEqual({ killedSince: null, documents: [] });
  });

  it('gives back what was noted, and says once since when, where there was no end', async () => {
    const first = await open();
    await first.note(noteOf());
    now = new Date('2025-03-04T11:00:00.000Z');
    const second = await open();
    const recovered = await second.read();
    expect(recovered).toEqual({
      killedSince: '2025-03-04T10:00:00.000Z',
      documents: [
        {
          document: frozenDocument(file).content,
          file,
          revision: 'r1',
          stuck: false,
          recent: true,
          past: [
            {
              before: { ...frozenDocument(file).content, name: 'Order' },
              field: 'name',
              atMs: 1,
              together: null,
            },
          ],
        },
      ],
    });
    // A page that is loaded again gets the same, and is not told of an end a second time.
    expect(await second.read()).toEqual({ ...recovered, killedSince: null });
    now = new Date('2025-03-04T12:00:00.000Z');
    const third = await (await open()).read();
    expect(third).toMatchObject({ killedSince: '2025-03-04T11:00:00.000Z', documents: [{ recent: false }] });
  });

  it('keeps notes that nobody cleared beyond a proper end', async () => {
    const first = await open();
    await first.note(noteOf({ stuck: true }));
    await first.close();
    expect(await (await open()).read()).toMatchObject({ killedSince: null, documents: [{ stuck: true }] });
  });

  it('brings nothing back that was removed since', async () => {
    const first = await open();
    await first.note(noteOf());
    await first.forget(lookupId);
    expect((await (await open()).read()).documents).toEqual([]);
  });

  it('can be read by its owner alone', async () => {
    const first = await open();
    await first.note(noteOf());
    expect((await stat(folder.file('recovery'))).mode & 0o777).toBe(0o700);
    for (const name of await inRecovery())
      expect((await stat(folder.file('recovery', name))).mode & 0o777, name).toBe(0o600);
  });

  it('gives what can be read: no damaged note, and no step behind one that is damaged', async () => {
    const first = await open();
    const good = text.replace('Order lookup', 'Good');
    await first.note(noteOf({ past: [step(text), step('damaged'), step(good)] }));
    const [document] = (await (await open()).read()).documents;
    expect(document?.past.map(({ before }) => before.name)).toEqual(['Good']);
    const note = folder.file('recovery', `${lookupId}.json`);
    await writeFile(note, (await readFile(note, 'utf8')).slice(0, 200));
    expect((await (await open()).read()).documents).toEqual([]);
  });

  it('lets the application go on where nothing can be noted', async () => {
    await rm(folder.file('recovery'), { recursive: true, force: true });
    await writeFile(folder.file('recovery'), 'a file in the place of the folder');
    const first = await open();
    await first.note(noteOf());
    expect(await first.read()).toEqual({ killedSince: null, documents: [] });
    expect(notes.at(-1)).toMatch(/^Nothing could be noted against a sudden end: /);
    await first.close();
    expect(notes.at(-1)).toMatch(/^A note against a sudden end stays: /);
  });
});
