import type { ValueObject } from '../value/value.ts';

/** Of an address and of a value no more is looked at: the scheme and the host come first. */
const longest = 300;

/** `{{@env.api_url}}` and `{{api_url}}`, also with three braces or with `~`. */
const reference = /\{\{~?\{?\s*(?:@env\.)?([A-Za-z_]\w*)\s*\}?~?\}\}/g;

/**
 * The beginning of an address with the values of an environment in the place of plain references to them. What a stranger
 * wrote is read here, so nothing is rendered: every other expression stays as it is written.
 */
export function addressByValues(template: string, values: ValueObject): string {
  const text = template.trimStart().slice(0, longest);
  const filled = text.replace(reference, (whole: string, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'string' ? value.slice(0, longest) : whole;
  });
  return filled.slice(0, longest);
}
