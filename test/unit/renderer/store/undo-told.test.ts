// Undo of a step over several documents says which it reached, and in which the step lies below later edits.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import {
  forgetShownWorkspace,
  lookup,
  shopApi,
  shownWorkspace,
  staging,
  stored,
} from '../../../support/shown-workspace.ts';
import {
  documentEdited,
  documentsEditedTogether,
  documentsStore,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import {
  redoneAndTold,
  togetherRedoneAndTold,
  togetherUndoneAndTold,
  undoneAndTold,
} from '../../../../renderer/store/undo-told.ts';

const all: readonly WorkspaceDocument[] = [lookup, shopApi, staging];
const shown: (readonly [title: string, body: string | undefined])[] = [];

forgetShownWorkspace();

beforeEach(() => {
  shown.splice(0);
  vi.spyOn(toasts, 'show').mockImplementation(({ body, title }) => String(shown.push([title, body])));
  workspaceOpened(shownWorkspace({ documents: all.map((each) => stored(each)) }));
});

afterEach(() => {
  vi.restoreAllMocks();
});

const marked = <Kind extends WorkspaceDocument>(before: Kind): Kind => ({ ...before, notes: 'marked' });
const markedTogether = () => documentsEditedTogether(new Map(all.map(({ id }) => [id, marked])));
const edited = ({ id }: WorkspaceDocument) =>
  documentEdited(id, (before) => ({ ...before, notes: 'edited since' }));
const notes = () =>
  all.map(({ id }) => (documentsStore.getState().documents[id]?.document as { notes?: string }).notes ?? '');

it('tells where else something was taken back, and done again', () => {
  markedTogether();
  undoneAndTold(lookup.id);
  redoneAndTold(staging.id);
  const where = 'Order lookup, Shop API, Staging.';
  expect(shown.map(([title, body]) => [title, sorted(body)])).toEqual([
    ['Undone in 3 documents', where],
    ['Done again in 3 documents', where],
  ]);
});

const sorted = (body = '') => `${body.replace('.', '').split(', ').sort().join(', ')}.`;

it('says nothing of what was done to the document in view alone', () => {
  edited(lookup);
  undoneAndTold(lookup.id);
  redoneAndTold(lookup.id);
  expect(shown).toEqual([]);
});

it('names what was edited since, which keeps the step below that', () => {
  markedTogether();
  edited(shopApi);
  edited(staging);
  undoneAndTold(lookup.id);
  expect(notes()).toEqual(['', 'edited since', 'edited since']);
  expect(shown).toEqual([
    ['Undone in 1 document', 'Order lookup. Not in Shop API, Staging: something was edited there since.'],
  ]);
});

it('is taken back by its name wherever it is on top, also where it is not in the first', () => {
  const together = markedTogether();
  edited(lookup);
  togetherUndoneAndTold(together);
  expect(notes()).toEqual(['edited since', '', '']);
  togetherRedoneAndTold(together);
  expect(notes()).toEqual(['edited since', 'marked', 'marked']);
});

it('takes back nothing that came later, and says so', () => {
  const together = markedTogether();
  all.forEach(edited);
  togetherUndoneAndTold(together);
  expect(notes()).toEqual(['edited since', 'edited since', 'edited since']);
  expect(shown.map(([title]) => title)).toEqual(['Nothing was undone']);
});

it('says so where it was taken back before', () => {
  const together = markedTogether();
  togetherUndoneAndTold(together);
  shown.splice(0);
  togetherUndoneAndTold(together);
  expect(shown).toEqual([['Nothing was undone', 'It was taken back before.']]);
});
