import { failed, succeeded } from '../../outcome/outcome.ts';
import type { AnswerReading } from './answer-reading.ts';

/**
 * Reads a phone number and stores it as digits, with the `+` of a country code where one was written (ITU-T E.164: 15
 * digits at most). Space, dashes, dots, slashes and brackets are how people group digits and carry no meaning; the
 * `(0)` behind a country code is dialled only without it.
 */
export function readPhone(text: string): AnswerReading<string> {
  const written = text.normalize('NFKC').trim();
  const dialled = written.startsWith('+') ? written.replace(/\(\s*0\s*\)/, '') : written;
  const digits = dialled.replaceAll(/[\s().[\]/\p{Pd}]/gu, '');
  return /^\+?\d{5,15}$/.test(digits)
    ? succeeded(digits)
    : failed('Please answer with a phone number, such as +41 44 668 18 00.');
}
