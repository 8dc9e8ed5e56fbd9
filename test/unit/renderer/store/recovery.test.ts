// What the window notes while it is edited brings it back to where it was, whatever the files hold by then.
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newFlow } from '#shared/flow/new-flow.ts';
import type { DocumentNote, RecoveredDocument } from '#shared/workspace/recovered-workspace.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { emptyHistory } from '../../../../renderer/store/document-history.ts';
import {
  documentAdded,
  documentEdited,
  documentPatched,
  documentsStore,
  editUndone,
} from '../../../../renderer/store/documents-store.ts';
import { startNotingRecovery } from '../../../../renderer/store/recovery-notes.ts';
import {
  recoveryApplied,
  recoveryStore,
  restorationUndone,
} from '../../../../renderer/store/recovery-store.ts';
import { storyId } from '../../../stories/story-id.ts';

const id = storyId('fl', 'Order lookup');
const original = newFlow(id, 'Order lookup', storyId('nd', 'Start'));
const named = (name: string): Flow => ({ ...original, name });
const file = 'flows/order-lookup.json';
const opened = (document: Flow, revision = 'r1') => documentAdded({ document, file, revision });
const open = () => documentsStore.getState().documents[id]!;

const step = (before: Flow) => ({ before, field: null, atMs: 1, together: null });
const recovered = (more: Partial<RecoveredDocument> = {}): RecoveredDocument => ({
  document: named('Edited'),
  file,
  revision: 'r1',
  stuck: false,
  recent: true,
  past: [step(original)],
  ...more,
});
const killedSince = '2026-03-04T10:00:00.000Z';

let stop: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers();
  bridgeDouble.reset();
  bridgeDouble.answer('recovery.note', () => null);
  documentsStore.setState(documentsStore.getInitialState(), true);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('noting', () => {
  const notes = (): readonly DocumentNote[] => bridgeDouble.asked('recovery.note').map(({ note }) => note);
  const nameIn = (text: string) => {
    const read = readDocument(file, text);
    return read.ok ? read.value.content.name : null;
  };

  test('keeps up with typing that never pauses, and says what can be undone', () => {
    opened(original);
    stop = startNotingRecovery();
    for (let letter = 1; letter <= 20; letter += 1) {
      documentEdited<Flow>(id, (flow) => ({ ...flow, name: 'x'.repeat(letter) }), 'name');
      vi.advanceTimersByTime(50);
    }
    expect(notes().length).toBeGreaterThanOrEqual(2);
    vi.advanceTimersByTime(1000);
    const last = notes().at(-1)!;
    expect(nameIn(last.text)).toBe('x'.repeat(20));
    expect(last.past.map(({ before }) => nameIn(before))).toEqual(['Order lookup']);
    expect(last).toMatchObject({ id, file, revision: 'r1', stuck: false });
  });

  test('leaves out what was only read, and what has become a secret since', () => {
    stop = startNotingRecovery();
    opened(original);
    vi.advanceTimersByTime(1000);
    expect(notes()).toEqual([]);
    documentEdited<Flow>(id, () => named('tok-plain'));
    vi.advanceTimersByTime(1000);
    documentEdited<Flow>(id, () => named('Order lookup'));
    documentPatched(id, (now) => ({ ...now, history: emptyHistory }));
    vi.advanceTimersByTime(1000);
    expect(JSON.stringify(notes().at(-1))).not.toContain('tok-plain');
  });

  test('says of a document that cannot be saved that it is stuck', () => {
    opened(original);
    stop = startNotingRecovery();
    documentEdited<Flow>(id, () => named('Edited'));
    documentPatched(id, (now) => ({ ...now, save: { type: 'failed', message: 'The disk is full.' } }));
    vi.advanceTimersByTime(1000);
    expect(notes().at(-1)).toMatchObject({ stuck: true });
  });
});

describe('after a sudden end', () => {
  const whatOf = () => recoveryStore.getState().restored.map(({ name, what }) => [name, what]);

  test('edits that are not in the file are put back, to be saved, and can be undone', () => {
    opened(original);
    recoveryApplied({ killedSince, documents: [recovered()] });
    expect(open()).toMatchObject({ document: { name: 'Edited' }, save: { type: 'unsaved' }, revision: 'r1' });
    expect(whatOf()).toEqual([['Edited', 'edits']]);
    editUndone(id);
    expect(open().document).toEqual(original);
  });

  test('a file that holds them already keeps its place, and undo goes on', () => {
    opened(named('Edited'), 'r2');
    recoveryApplied({ killedSince, documents: [recovered()] });
    expect(open()).toMatchObject({ save: { type: 'saved' }, revision: 'r2' });
    expect(whatOf()).toEqual([['Edited', 'kept']]);
    editUndone(id);
    expect(open().document.name).toBe('Order lookup');
  });

  test('a file that was saved after the note counts, and the note is a step behind it', () => {
    opened(named('Edited more'), 'r2');
    recoveryApplied({ killedSince, documents: [recovered()] });
    expect(open()).toMatchObject({ document: { name: 'Edited more' }, save: { type: 'saved' } });
    editUndone(id);
    expect(open().document.name).toBe('Edited');
    editUndone(id);
    expect(open().document.name).toBe('Order lookup');
  });

  test('what waited for a decision waits again, with the edits', () => {
    opened(named('Theirs'), 'r9');
    recoveryApplied({ killedSince, documents: [recovered({ stuck: true })] });
    expect(open()).toMatchObject({
      document: { name: 'Edited' },
      save: { type: 'conflict', reason: 'changed', theirs: { document: { name: 'Theirs' }, revision: 'r9' } },
    });
    expect(whatOf()).toEqual([['Edited', 'conflict']]);
  });

  test.each([
    ['one that never had a file comes back', { revision: null }, [['Edited', 'new']], 'unsaved'],
    [
      'one whose file went while it waited is asked about',
      { stuck: true },
      [['Edited', 'conflict']],
      'conflict',
    ],
  ])('%s', (_, more, told, save) => {
    recoveryApplied({ killedSince, documents: [recovered(more)] });
    expect(open()).toMatchObject({ document: { name: 'Edited' }, revision: null, save: { type: save } });
    expect(whatOf()).toEqual(told);
  });

  test('one that was deleted stays deleted, and what happened before is not told again', () => {
    recoveryApplied({ killedSince, documents: [recovered()] });
    expect(documentsStore.getState().documents).toEqual({});
    opened(named('Edited'), 'r2');
    recoveryApplied({ killedSince, documents: [recovered({ recent: false })] });
    expect(whatOf()).toEqual([]);
  });
});

describe('what was put back', () => {
  const theOne = () => recoveryStore.getState().restored[0]!;

  test('is taken back with all its steps at once, and only as long as nothing was edited since', () => {
    opened(named('In the file'));
    const past = [step(original), step(named('In the file')), step(named('Half'))];
    recoveryApplied({ documents: [recovered({ past })], killedSince });
    expect(open().document.name).toBe('Edited');
    restorationUndone(theOne());
    expect(open().document).toEqual(named('In the file'));
    restorationUndone(theOne());
    expect(open().document).toEqual(named('In the file'));
    editUndone(id);
    expect(open().document.name).toBe('Edited');
    documentEdited<Flow>(id, (flow) => ({ ...flow, strict: true }));
    restorationUndone(theOne());
    expect(open().document).toMatchObject({ name: 'Edited', strict: true });
  });

  test('is nothing where only what can be undone was kept', () => {
    opened(named('Edited'));
    recoveryApplied({ documents: [recovered()], killedSince });
    expect(theOne()).toMatchObject({ what: 'kept', edits: null });
  });
});
