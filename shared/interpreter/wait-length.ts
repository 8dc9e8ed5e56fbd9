import type { WaitUnit } from '../nodes/wait-node.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import type { Rendered } from '../template/rendered.ts';
import { ExactNumber } from '../value/exact-number.ts';
import { readNumber } from './read-number.ts';

/** The longest pause: a day. What shall come later than that is no step of one conversation. */
export const longestWaitMs = 24 * 60 * 60 * 1000;

const unitMs: Readonly<Record<WaitUnit, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** How long a wait is, in whole milliseconds; or in a sentence why nobody can wait so long. */
export function waitLengthMs(
  { text, value }: Pick<Rendered, 'text' | 'value'>,
  unit: WaitUnit,
): Outcome<number, string> {
  const given = value === undefined ? text : value;
  const isNumber = typeof given === 'number' || given instanceof ExactNumber;
  const number = isNumber ? given : typeof given === 'string' ? readNumber(given) : null;
  if (number === null) return failed('The duration is no number: write one such as 2 or 0.5.');
  const ms = Math.round(Number(String(number)) * unitMs[unit]);
  if (ms < 0) return failed('The duration is below 0, and nobody can wait that long.');
  if (ms > longestWaitMs) return failed('The duration is longer than 24 hours, which is the longest wait.');
  return succeeded(ms);
}
