import { failed, succeeded } from '../../outcome/outcome.ts';
import type { AnswerReading } from './answer-reading.ts';
import { foldedText } from './folded-text.ts';

/** What counts as yes and as no, without case, accents and a mark at the end. */
export const yesWords = [
  'yes',
  'y',
  'yeah',
  'yep',
  'sure',
  'ok',
  'okay',
  'true',
  '1',
  'ja',
  'oui',
  'si',
  'sim',
];
export const noWords = ['no', 'n', 'nope', 'nah', 'false', '0', 'nein', 'nee', 'non', 'nao'];

/** Reads yes or no and stores it as a boolean. */
export function readYesNo(text: string): AnswerReading<boolean> {
  const word = foldedText(text).replace(/[.!]+$/, '');
  if (yesWords.includes(word)) return succeeded(true);
  if (noWords.includes(word)) return succeeded(false);
  return failed('Please answer with yes or no.');
}
