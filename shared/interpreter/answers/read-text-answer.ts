import { failed, succeeded } from '../../outcome/outcome.ts';
import type { WantedAnswer } from '../../run-events/wanted-answer.ts';
import type { AnswerReading } from './answer-reading.ts';

/** Reads a text as it was written; only space is no answer. Lengths are in characters, not in UTF-16 units. */
export function readTextAnswer(
  text: string,
  { minLength, maxLength }: Pick<WantedAnswer, 'minLength' | 'maxLength'>,
): AnswerReading<string> {
  const { length } = Array.from(text);
  const fits =
    text.trim() !== '' &&
    (minLength === undefined || length >= minLength) &&
    (maxLength === undefined || length <= maxLength);
  return fits ? succeeded(text) : failed(wantedText(minLength, maxLength));
}

function wantedText(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined)
    return `Please write an answer of ${String(min)} to ${counted(max)}.`;
  if (min !== undefined) return `Please write an answer of at least ${counted(min)}.`;
  if (max !== undefined) return `Please write an answer of at most ${counted(max)}.`;
  return 'Please write an answer.';
}

const counted = (characters: number): string =>
  characters === 1 ? '1 character' : `${String(characters)} characters`;
