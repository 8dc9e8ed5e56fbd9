import type { ExactNumber } from '../value/exact-number.ts';
import { numberOfText } from '../value/read-json-number.ts';

/**
 * The number that a person wrote, with every digit, or `null` if it is none.
 *
 * Reads what people write besides JSON's form: a plus sign, leading zeros, a bare leading or trailing point, space
 * around it. Commas are refused, because `1,500` means one thing in London and another in Vienna.
 */
export function readNumber(text: string): number | ExactNumber | null {
  const written = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written)) return null;
  return numberOfText(
    written
      .replace(/^\+/, '')
      .replace(/^(-?)0+(?=\d)/, '$1')
      .replace(/^-?(?=\.)/, '$&0')
      .replace(/\.(?=e|$)/i, ''),
  );
}
