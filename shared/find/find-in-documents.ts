import type { WorkspaceDocument } from '../workspace/document.ts';
import { documentFindTexts, type DocumentText } from './document-find-texts.ts';
import type { TextFinder, TextRange } from './text-finder.ts';

/** A text in which something was found. */
export interface FoundText extends DocumentText {
  /** Its number from 0, in the order of `documentFindTexts`. */
  readonly textAt: number;
  readonly ranges: readonly TextRange[];
}

/** A document in which something was found. */
export interface FoundDocument {
  readonly document: WorkspaceDocument;
  readonly texts: readonly FoundText[];
  readonly count: number;
}

/** What was found in a workspace. */
export interface FoundDocuments {
  readonly documents: readonly FoundDocument[];
  readonly count: number;
  /** There is more than was gathered. */
  readonly isCut: boolean;
}

/** More than this nobody looks through one by one. */
export const mostFound = 10_000;

// An edit makes one document anew and leaves the others: their texts are gathered once, whatever is looked for.
const knownTexts = new WeakMap<WorkspaceDocument, readonly DocumentText[]>();

/** What a finder found in documents by now: those that were not edited since are not looked through again. */
export type FoundBefore = WeakMap<WorkspaceDocument, FoundDocument>;

/**
 * Looks through documents one after another, so that whoever goes through the steps can stop between any two of them.
 *
 * @param before of the same finder; what is found is put in
 */
export function* findingInDocuments(
  documents: readonly WorkspaceDocument[],
  finder: TextFinder,
  before: FoundBefore,
): Generator<undefined, FoundDocuments> {
  const found: FoundDocument[] = [];
  let count = 0;
  for (const document of documents) {
    const here = before.get(document) ?? findInDocument(document, finder);
    before.set(document, here);
    if (here.count > 0) found.push(here);
    count += here.count;
    if (count >= mostFound) return { documents: found, count, isCut: true };
    yield undefined;
  }
  return { documents: found, count, isCut: false };
}

function findInDocument(document: WorkspaceDocument, finder: TextFinder): FoundDocument {
  const all = knownTexts.get(document) ?? documentFindTexts(document);
  knownTexts.set(document, all);
  const texts = all.flatMap((text, textAt) => {
    const ranges = finder(text.text);
    return ranges.length === 0 ? [] : [{ ...text, textAt, ranges }];
  });
  return { document, texts, count: texts.reduce((sum, { ranges }) => sum + ranges.length, 0) };
}
