import type { ValueObject } from '../value/value.ts';
import { addressByValues, longestAddress } from './address-by-values.ts';

/** What stands in the place of an expression: no address has it. */
const unknown = '\u0000';

/** The sample API of the application, which is on this machine. */
const sample = /\{\{\{?\s*@sample\.url\s*\}?\}\}/g;

/** An expression, also one whose end was cut off. */
const expression = /\{\{[\s\S]*?(?:\}{2,}|$)/g;

/** The scheme with all that browsers take for slashes behind it, and the host. */
const beginning = /^\s*(?:[a-z][a-z0-9+.-]*:[\\/]*)?[^\\/?#]*/i;

/**
 * Whether it is plain to see where an address leads, with the values of an environment in it: no expression is left in its
 * scheme and host. What comes behind the host may be anything.
 *
 * @param hidden plain names that flows set themselves
 */
export function isKnownAddress(template: string, values: ValueObject, hidden: ReadonlySet<string>): boolean {
  const filled = addressByValues(template, values, hidden);
  const marked = filled
    .replace(/[\t\n\r]/g, '')
    .replace(sample, 'http://localhost')
    .replace(expression, unknown);
  const [host = ''] = beginning.exec(marked) ?? [];
  const isCut = filled.length === longestAddress && host === marked;
  return !host.includes(unknown) && !isCut;
}
