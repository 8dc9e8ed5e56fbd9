import type { FoundDocument, FoundText } from '#shared/find/find-in-documents.ts';
import {
  replaceInDocument,
  type ReplacedDocument,
  type ReplacedPlace,
} from '#shared/find/replace-in-document.ts';
import { textReplacer } from '#shared/find/text-replacer.ts';
import type { TextRange } from '#shared/find/text-finder.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentsEditedTogether, documentsStore } from './documents-store.ts';
import { findStore } from './find-store.ts';
import { libraryStepTaken } from './library-steps.ts';
import { fieldShown } from './problem-actions.ts';
import { toasts } from './toasts.ts';
import { togetherRedoneAndTold, togetherUndoneAndTold } from './undo-told.ts';
import { sideBarShown } from './side-bar.ts';

/** The longest that the page does nothing else, in milliseconds. */
const sliceMs = 8;

/** Shows the view in which the workspace is searched; what is selected in a text is looked for. */
export function findAsked(replacing: boolean): void {
  const selected = selectedText();
  findStore.setState(({ asked, query, replacing: before }) => ({
    asked: asked + 1,
    replacing: before || replacing,
    query: selected === '' ? query : { ...query, text: selected },
  }));
  sideBarShown('find');
}

function selectedText(): string {
  const active = document.activeElement;
  const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  const inField = isField ? active.value.slice(active.selectionStart ?? 0, active.selectionEnd ?? 0) : '';
  const text = inField === '' ? (window.getSelection()?.toString() ?? '') : inField;
  return text.includes('\n') || text.length > 200 ? '' : text;
}

/** Opens the document at the field in which something was found. */
export function matchShown({ document }: FoundDocument, text: FoundText, range: TextRange | null): void {
  const { field, nodeId, row, tab } = text;
  fieldShown(document.id, nodeId, { field, tab, row, range });
}

/** Replaces what was found in one place. */
export async function placeReplaced(found: FoundDocument, only: ReplacedPlace): Promise<void> {
  await replacedIn([found.document], only);
}

/** Replaces everything that was found in some documents, in all without them, as one step for undo. */
export async function allReplaced(
  found: readonly FoundDocument[] = findStore.getState().found.documents,
): Promise<void> {
  await replacedIn(
    found.map(({ document }) => document),
    null,
  );
}

async function replacedIn(
  documents: readonly WorkspaceDocument[],
  only: ReplacedPlace | null,
): Promise<void> {
  const { by, leavesOutBreaking, query } = findStore.getState();
  const replacer = textReplacer(query, by);
  if (!replacer.ok) return;
  const breaks = leavesOutBreaking ? 'leave-out' : 'replace';
  const { changed, ...all } = await replacements(documents, (before) =>
    replaceInDocument(before, replacer.value, only, breaks),
  );
  const edit = (before: WorkspaceDocument): WorkspaceDocument => {
    const each = changed.get(before.id);
    return each?.before === before ? each.after : before;
  };
  const together = documentsEditedTogether(new Map([...changed.keys()].map((id) => [id, edit])));
  const undo = changed.size > 0 ? stepTaken(together) : null;
  told(all, changed.size, undo);
}

interface Changed {
  readonly before: WorkspaceDocument;
  readonly after: WorkspaceDocument;
}

/** What every document would be afterwards, worked out in slices. */
async function replacements(
  documents: readonly WorkspaceDocument[],
  replace: (before: WorkspaceDocument) => Outcome<ReplacedDocument, string>,
) {
  const changed = new Map<string, Changed>();
  const reasons: string[] = [];
  let count = 0;
  let leftOut = 0;
  let untilMs = performance.now() + sliceMs;
  for (const before of documents) {
    const outcome = isInConflict(before) ?? replace(before);
    if (!outcome.ok) reasons.push(outcome.failure);
    else {
      const { document, why } = outcome.value;
      leftOut += outcome.value.leftOut;
      if (why !== null) reasons.push(why);
      if (document !== before) {
        changed.set(before.id, { before, after: document });
        count += outcome.value.count;
      }
    }
    if (performance.now() < untilMs) continue;
    await new Promise((resolve) => window.setTimeout(resolve, 0));
    untilMs = performance.now() + sliceMs;
  }
  return { changed, count, leftOut, reasons };
}

function isInConflict({ id, name }: WorkspaceDocument) {
  if (documentsStore.getState().documents[id]?.save.type !== 'conflict') return null;
  const failure = `${name} was left as it is: another program changed its file, so decide in its tab first.`;
  return { ok: false, failure } as const;
}

/** Undo takes it back in every document in which nothing was done since. */
function stepTaken(together: string): () => void {
  return libraryStepTaken({
    undo: () => togetherUndoneAndTold(together),
    redo: () => togetherRedoneAndTold(together),
  });
}

function told(
  { count, leftOut, reasons }: { count: number; leftOut: number; reasons: readonly string[] },
  documents: number,
  undo: (() => void) | null,
): void {
  const where = documents === 1 ? '1 document' : `${String(documents)} documents`;
  const others = reasons.length > 1 ? ` And ${String(reasons.length - 1)} more like it.` : '';
  const out = leftOut === 0 ? '' : `${places(leftOut)} left out. `;
  toasts.show({
    title: count === 0 ? 'Nothing was replaced' : `Replaced in ${places(count)} of ${where}`,
    ...(reasons.length > 0 && { body: `${out}${reasons[0] ?? ''}${others}` }),
    icon: reasons.length > 0 ? 'warning' : 'replace',
    ...(undo !== null && { action: { label: 'Undo', onClick: undo } }),
  });
}

const places = (count: number): string => (count === 1 ? '1 place' : `${count.toLocaleString('en')} places`);
