import { canBeRead } from '../lint/template-checks.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { safePattern } from '../template/helpers/safe-pattern.ts';
import { documentSchema, type WorkspaceDocument } from '../workspace/document.ts';
import { documentFindTexts, withDocumentFindTexts, type DocumentText } from './document-find-texts.ts';
import { replaced, type Replacement, type TextReplacer } from './text-replacer.ts';

/** One place of a document in which something would be replaced: the number of its text, and where it is in that. */
export interface ReplacedPlace {
  /** From 0, in the order of `documentFindTexts`. */
  readonly textAt: number;
  readonly start: number;
}

/**
 * Why replacing leaves a text alone, in one sentence; `null` where it may be replaced. What is a name for others is found and
 * never replaced: only a rename reaches every place that reads it.
 */
export function whyKept(text: Pick<DocumentText, 'kind' | 'field'>): string | null {
  if (text.kind !== 'variable') return null;
  return text.field === 'Values'
    ? 'A name of an environment is changed in Compare environments, which reaches whatever reads it.'
    : 'A variable is renamed in Uses of variables (Shift+F12), which reaches whatever reads it.';
}

/**
 * The document with what a replacer finds replaced, in one place or in all; or why that cannot be, in one sentence: a name
 * would be empty, a template or a pattern that could be read could be read no longer, or the file would be no document.
 *
 * @param only the one place; `null` for all
 */
export function replaceInDocument(
  document: WorkspaceDocument,
  replacer: TextReplacer,
  only: ReplacedPlace | null,
): Outcome<{ readonly document: WorkspaceDocument; readonly count: number }, string> {
  const texts = documentFindTexts(document);
  const after = texts.map((text, at) => changedText(text, wanted(replacer(text.text), at, only)));
  const trouble = texts.map((text, at) => troubleWith(text, after[at]?.text ?? text.text)).find(isTold);
  if (trouble !== undefined) return failed(`${document.name} was left as it is: ${trouble}`);
  const next = (at: number, before: string) => after[at]?.text ?? before;
  let at = -1;
  const changed = withDocumentFindTexts(document, (text) => {
    at += 1;
    return next(at, text);
  });
  if (!documentSchema.safeParse(changed).success)
    return failed(`${document.name} was left as it is: it could not be read any more afterwards.`);
  return succeeded({ document: changed, count: after.reduce((sum, { count }) => sum + count, 0) });
}

function wanted(
  found: readonly Replacement[],
  at: number,
  only: ReplacedPlace | null,
): readonly Replacement[] {
  if (only === null) return found;
  return only.textAt === at ? found.filter(({ start }) => start === only.start) : [];
}

function changedText(text: DocumentText, replacements: readonly Replacement[]) {
  const isKept = replacements.length === 0 || whyKept(text) !== null;
  return isKept
    ? { text: text.text, count: 0 }
    : { text: replaced(text.text, replacements), count: replacements.length };
}

const isTold = (trouble: string | null): trouble is string => trouble !== null;

function troubleWith({ field, kind, text }: DocumentText, after: string): string | null {
  if (after === text) return null;
  if (kind === 'name') return text.trim() !== '' && after.trim() === '' ? `“${field}” would be empty.` : null;
  const canRead = readers[kind];
  if (canRead === undefined || !canRead(text) || canRead(after)) return null;
  return `the ${kind} in “${field}” could not be read any more.`;
}

/** How it is found out whether a text that is read by a machine can be. */
const readers: Readonly<Partial<Record<DocumentText['kind'], (text: string) => boolean>>> = {
  template: canBeRead,
  pattern: (text) => safePattern(text, '').ok,
};
