import type { DocumentText } from '#shared/find/document-find-texts.ts';
import type { FoundDocuments } from '#shared/find/find-in-documents.ts';
import { whyKept } from '#shared/find/replace-in-document.ts';
import { soundReplacements } from '#shared/find/sound-replacements.ts';
import type { FindQuery } from '#shared/find/text-finder.ts';
import { textReplacer } from '#shared/find/text-replacer.ts';

/** What would come in one place, and why the text would break by it; `null` where it would not. */
export interface PlacePreview {
  readonly by: string;
  readonly breaks: string | null;
}

/** What would come in the places of a text, by where they begin. */
export type PreviewOf = (text: DocumentText) => ReadonlyMap<number, PlacePreview>;

const nothing: ReadonlyMap<number, PlacePreview> = new Map();

/** What replacing all would do with each text, worked out once for each; `null` for a replacement that cannot be. */
export function replacementPreview(query: FindQuery, by: string): PreviewOf | null {
  const replacer = textReplacer(query, by);
  if (!replacer.ok) return null;
  const known = new WeakMap<DocumentText, ReadonlyMap<number, PlacePreview>>();
  return (text) => {
    if (whyKept(text) !== null) return nothing;
    const before = known.get(text);
    if (before !== undefined) return before;
    const { breaking, sound } = soundReplacements(text, replacer.value(text.text));
    const preview = new Map<number, PlacePreview>([
      ...sound.map((each) => [each.start, { by: each.by, breaks: null }] as const),
      ...breaking.map((each) => [each.start, { by: each.by, breaks: each.why }] as const),
    ]);
    known.set(text, preview);
    return preview;
  };
}

/** Counts the places that would break the text that they stand in, text by text: whoever goes through it can stop anywhere. */
export function* countingBreakingPlaces(
  { documents }: FoundDocuments,
  previewOf: PreviewOf | null,
): Generator<undefined, number> {
  let count = 0;
  // What cannot replace anything breaks nothing.
  if (previewOf === null) return count;
  for (const { texts } of documents)
    for (const text of texts) {
      for (const { breaks } of previewOf(text).values()) count += breaks === null ? 0 : 1;
      yield undefined;
    }
  return count;
}
