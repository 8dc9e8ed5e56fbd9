import { maskText } from '../request/masked-request.ts';
import { scrubbedValue } from './scrub/scrubbed-value.ts';
import type { Scrubber, SecretRange } from './scrubber.ts';

/**
 * One scrubber of several, so that a secret that comes later does not cost anew what the earlier ones took to prepare. It
 * finds what any of them finds; stretches that overlap or touch are one.
 */
export function joinedScrubber(scrubbers: readonly Scrubber[], mask = maskText): Scrubber {
  const [only, ...others] = scrubbers;
  if (only !== undefined && others.length === 0) return only;
  const ranges = (text: string): readonly SecretRange[] =>
    joinedRanges(scrubbers.flatMap((scrubber) => scrubber.ranges(text)));
  const scrub = (text: string): string => {
    let at = 0;
    const pieces: string[] = [];
    for (const { end, start } of ranges(text)) {
      pieces.push(text.slice(at, start), mask);
      at = end;
    }
    return at === 0 ? text : pieces.join('') + text.slice(at);
  };
  return { ranges, scrub, scrubValue: (value) => scrubbedValue(value, scrub) };
}

function joinedRanges(ranges: readonly SecretRange[]): readonly SecretRange[] {
  const joined: SecretRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last === undefined || range.start > last.end) joined.push(range);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return joined;
}
