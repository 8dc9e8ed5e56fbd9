import type { RE2JS } from 're2js';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { safePattern } from '../template/helpers/safe-pattern.ts';
import { textFinder, type FindQuery, type TextFinder, type TextRange } from './text-finder.ts';

/** A stretch of a text, and what comes in its place. */
export interface Replacement extends TextRange {
  readonly by: string;
}

/** What would be replaced in a text, from left to right: what the finder of the query finds there. */
export type TextReplacer = (text: string) => readonly Replacement[];

/**
 * Makes the replacer of a query once for many texts. In the replacement of a pattern `$1` and `${name}` are what its groups
 * found, `$&` all of it, `$$` a dollar, and `\n` and `\t` a new line and a tab; a plain replacement is taken as it is.
 */
export function textReplacer(query: FindQuery, by: string): Outcome<TextReplacer, string> {
  const finder = textFinder(query);
  if (!finder.ok) return finder;
  if (!query.isPattern) return succeeded((text) => finder.value(text).map((range) => ({ ...range, by })));
  const pattern = safePattern(`(?m${query.matchCase ? '' : 'i'})${query.text}`, '');
  if (!pattern.ok) return failed(`The pattern ${pattern.failure}.`);
  return succeeded((text) => groupsFilledIn(pattern.value, finder.value, text, by));
}

/** A text with replacements made, those that are not wanted left out. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  let after = '';
  let done = 0;
  for (const { by, end, start } of replacements) {
    after += text.slice(done, start) + by;
    done = end;
  }
  return after + text.slice(done);
}

function groupsFilledIn(pattern: RE2JS, find: TextFinder, text: string, by: string): readonly Replacement[] {
  const ranges = new Map(find(text).map((range) => [range.start, range]));
  const matcher = pattern.matcher(text);
  const replacements: Replacement[] = [];
  while (matcher.find()) {
    const range = ranges.get(matcher.start());
    if (range?.end !== matcher.end()) continue;
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, at) => matcher.group(at) ?? '');
    replacements.push({ ...range, by: filledIn(by, groups, pattern.namedGroups()) });
  }
  return replacements;
}

const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\\\': '\\', $$: '$' };

function filledIn(by: string, groups: readonly string[], named: Readonly<Record<string, number>>): string {
  return by.replace(/\\[nt\\]|\$(?:\$|&|\d{1,2}|\{\w+\})/g, (token) => {
    const escaped = escapes[token];
    if (escaped !== undefined) return escaped;
    const name = token.slice(1).replace(/[{}]/g, '');
    const at = name === '&' ? 0 : (named[name] ?? (/^\d+$/.test(name) ? Number(name) : -1));
    // What the pattern has no group for stays as it was typed.
    return groups[at] ?? token;
  });
}
