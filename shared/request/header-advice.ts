import { knownHeader, knownHeaders } from './known-headers.ts';

/** A text that is often written, and what it means. */
export interface HeaderSuggestion {
  readonly text: string;
  readonly detail?: string;
}

/** Names of headers to choose from. */
export const headerNames: readonly HeaderSuggestion[] = knownHeaders.map(({ name, meaning }) => ({
  text: name,
  detail: meaning,
}));

/** Values that fit a header; none for one that is not known, or whose every value is its own. */
export function headerValues(name: string): readonly HeaderSuggestion[] {
  return (knownHeader(name)?.values ?? []).map((text) => ({ text }));
}

/**
 * Which rows repeat a header that a request may have once, in words, by their places; templates are not compared.
 *
 * @param names `null` for rows that are off
 */
export function repeatedHeaders(names: readonly (string | null)[]): ReadonlyMap<number, string> {
  const known = names.map((name) => knownHeader(name ?? ''));
  const hints = new Map<number, string>();
  known.forEach((header, at) => {
    const times = known.filter((each) => each === header).length;
    if (header?.holds !== 'one' || times < 2) return;
    const often = times === 2 ? 'twice' : `${String(times)} times`;
    hints.set(
      at,
      `${header.name} stands here ${often}; a request has it once, and servers read only one of them.`,
    );
  });
  return hints;
}
