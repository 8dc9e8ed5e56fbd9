import type { Matcher } from '#shared/scenario/matcher.ts';

/** Where the expected value of a matcher stands. */
export type MatcherSource = 'text' | 'json' | 'column';

/** Where the value stands that holds: the last one that is there. */
export function sourceOf({ column, json }: Matcher): MatcherSource {
  if (column !== undefined) return 'column';
  return json === undefined ? 'text' : 'json';
}

/** The matcher with its value somewhere else; a text that was there goes along between text and JSON. */
export function withSource({ is, json, text }: Matcher, source: MatcherSource): Matcher {
  if (source === 'column') return { is, column: '' };
  if (source === 'json') return { is, json: json ?? (text === undefined ? '' : JSON.stringify(text)) };
  return { is, text: text ?? unquoted(json) };
}

function unquoted(json = ''): string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : json;
  } catch {
    return json;
  }
}
