// Undo and redo that say what they reached beyond the document in view, and where they could not.
import { emptyHistory, isBuried, togetherIn } from './document-history.ts';
import { documentsStore, editRedone, editUndone, togetherRedone, togetherUndone } from './documents-store.ts';
import { toasts } from './toasts.ts';

const words = {
  back: { done: 'Undone', none: 'Nothing was undone', why: 'something was edited there since' },
  forward: { done: 'Done again', none: 'Nothing was done again', why: 'more was taken back there' },
} as const;

type Direction = keyof typeof words;

/** Takes the last step of a document back, and tells where else; what lies below later edits in others stays. */
export function undoneAndTold(id: string): void {
  const together = nextIn(id, 'back');
  told('back', editUndone(id), together);
}

export function redoneAndTold(id: string): void {
  const together = nextIn(id, 'forward');
  told('forward', editRedone(id), together);
}

/** Takes one step over several documents back, by its name: in those in which nothing was done since. */
export function togetherUndoneAndTold(together: string): void {
  const ids = togetherUndone(together);
  if (ids.length > 0 || buriedIn(together, 'back').length > 0) told('back', ids, together);
  else toasts.show({ title: words.back.none, body: 'It was taken back before.', icon: 'warning' });
}

export function togetherRedoneAndTold(together: string): void {
  told('forward', togetherRedone(together), together);
}

function nextIn(id: string, direction: Direction): string | null {
  return togetherIn(documentsStore.getState().documents[id]?.history ?? emptyHistory, direction);
}

function told(direction: Direction, ids: readonly string[], together: string | null): void {
  const buried = together === null ? [] : buriedIn(together, direction);
  if (ids.length < 2 && buried.length === 0) return;
  const { done, none, why } = words[direction];
  const where = ids.length === 1 ? '1 document' : `${ids.length.toLocaleString('en')} documents`;
  const reached = ids.length === 0 ? [] : [`${named(ids)}.`];
  const stayed = buried.length === 0 ? [] : [`Not in ${named(buried)}: ${why}.`];
  toasts.show({
    title: ids.length === 0 ? none : `${done} in ${where}`,
    body: [...reached, ...stayed].join(' '),
    icon: buried.length === 0 ? 'undo' : 'warning',
  });
}

function buriedIn(together: string, direction: Direction): readonly string[] {
  const open = Object.entries(documentsStore.getState().documents);
  return open.flatMap(([id, { history }]) => (isBuried(history, together, direction) ? [id] : []));
}

const mostNames = 5;

function named(ids: readonly string[]): string {
  const { documents } = documentsStore.getState();
  const names = ids.slice(0, mostNames).map((id) => documents[id]?.document.name ?? '');
  const others = ids.length - names.length;
  return names.join(', ') + (others > 0 ? ` and ${others.toLocaleString('en')} more` : '');
}
