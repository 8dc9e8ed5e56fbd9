import { maskText } from '#shared/request/masked-request.ts';
import type { VariableView } from '#shared/run-events/run-view.ts';

/** Why what a run has stored cannot be typed as it is: a part of it is a secret that is masked here, or is not here at all. */
export type TextLack = 'hidden' | 'too-large';

/** What a run has stored in a variable, as one would type it, a text without its quotes; or why that cannot be. */
export type StoredText = { readonly text: string } | { readonly lack: TextLack };

export function storedText({ value: { json, truncated, type } }: VariableView): StoredText {
  if (truncated) return { lack: 'too-large' };
  // A mask is no value: whoever took it for one would send eight dots.
  if (json.includes(maskText)) return { lack: 'hidden' };
  return { text: type === 'text' ? String(JSON.parse(json)) : json };
}

/** Says beside a field why nothing of the last run is filled in. */
export const lackSentences: Readonly<Record<TextLack, string>> = {
  hidden: 'What the last run had holds a secret that is hidden here: type a value.',
  'too-large': 'What the last run had is too large to be filled in: type a value.',
};
