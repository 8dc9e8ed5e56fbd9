import type { ValueObject } from '../value/value.ts';

/** Of an address and of a value no more is looked at: the scheme and the host come first. */
export const longestAddress = 300;

/** `{{@env.api_url}}` and `{{api_url}}`, also with three braces or with `~`. */
const reference = /\{\{~?\{?\s*(@env\.)?([A-Za-z_]\w*)\s*\}?~?\}\}/g;

/**
 * The beginning of an address with the values of an environment in the place of plain references to them. What a stranger
 * wrote is read here, so nothing is rendered: every other expression stays as it is written.
 *
 * @param hidden plain names that do not stand for values, since a flow sets them
 */
export function addressByValues(
  template: string,
  values: ValueObject,
  hidden: ReadonlySet<string> = new Set(),
): string {
  const text = template.trimStart().slice(0, longestAddress);
  const filled = text.replace(reference, (whole: string, env: string | undefined, name: string) => {
    if (env === undefined && hidden.has(name)) return whole;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'string' ? value.slice(0, longestAddress) : whole;
  });
  return filled.slice(0, longestAddress);
}
