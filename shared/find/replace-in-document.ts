import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { documentSchema, type WorkspaceDocument } from '../workspace/document.ts';
import { documentFindTexts, withDocumentFindTexts, type DocumentText } from './document-find-texts.ts';
import { soundReplacements } from './sound-replacements.ts';
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
  const named = namedElsewhere.find(({ field }) => field.test(text.field));
  return (
    named?.why ?? 'A variable is renamed in Uses of variables (Shift+F12), which reaches whatever reads it.'
  );
}

/** Names that are no variables of a flow, or that a flow gives to a scenario, by their fields. */
const namedElsewhere: readonly { readonly field: RegExp; readonly why: string }[] = [
  {
    field: /^Values$/,
    why: 'A name of an environment is changed in Compare environments, which reaches whatever reads it.',
  },
  {
    field: /^Input /,
    why: 'An input is called as the Start of its flow calls it, and is changed in the scenario itself.',
  },
  {
    field: /^Expectations$/,
    why: 'A variable is called as its flow calls it, and is changed in the expectation itself.',
  },
  {
    field: /^Name of column /,
    why: 'A column is renamed in the data of its scenario, and picked again where its values are taken.',
  },
];

/** A document after a replacement. */
export interface ReplacedDocument {
  readonly document: WorkspaceDocument;
  /** The places that were replaced. */
  readonly count: number;
  /** The places that were left out, since the text would have broken by them. */
  readonly leftOut: number;
  /** Why the first of these was left out, in a sentence. */
  readonly why: string | null;
}

/**
 * The document with what a replacer finds replaced, in one place or in all; or why that cannot be, in one sentence: the file
 * would be no document. A name is never made empty; what would break a text otherwise is left out unless it is wanted.
 *
 * @param only the one place; `null` for all
 */
export function replaceInDocument(
  document: WorkspaceDocument,
  replacer: TextReplacer,
  only: ReplacedPlace | null,
  breaks: 'leave-out' | 'replace' = 'leave-out',
): Outcome<ReplacedDocument, string> {
  let leftOut = 0;
  let count = 0;
  const reasons: string[] = [];
  const texts = documentFindTexts(document).map((text, at) => {
    const all = whyKept(text) === null ? wanted(replacer(text.text), at, only) : [];
    if (all.length === 0) return text.text;
    const { breaking, sound } = soundReplacements(text, all);
    const isWanted = breaks === 'replace' && text.kind !== 'name';
    const made = isWanted ? all : sound;
    count += made.length;
    leftOut += all.length - made.length;
    if (!isWanted) reasons.push(...breaking.map(({ why }) => why));
    return replaced(text.text, made);
  });
  let at = -1;
  const changed = withDocumentFindTexts(document, (text) => {
    at += 1;
    return texts[at] ?? text;
  });
  if (!documentSchema.safeParse(changed).success)
    return failed(`${document.name} was left as it is: it could not be read any more afterwards.`);
  const [why] = reasons;
  const told = why === undefined ? null : `In ${document.name} ${why}.`;
  return succeeded({ document: changed, count, leftOut, why: told });
}

function wanted(
  found: readonly Replacement[],
  at: number,
  only: ReplacedPlace | null,
): readonly Replacement[] {
  if (only === null) return found;
  return only.textAt === at ? found.filter(({ start }) => start === only.start) : [];
}
