// Every event and body is scrubbed, so the cost must not grow with the number of secrets.
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { createScrubber } from '#shared/secret/scrubber.ts';

const secrets = Array.from({ length: 20 }, (_, index) => ({
  value: Buffer.from(`secret number ${String(index)} ${'ab'.repeat(index)}`).toString('base64url'),
  user: `user-${String(index)}`,
}));

function timeMs(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

// Generous bounds: they catch a quadratic walk or a search for one secret after the other, not a slow machine.
describe('the time that scrubbing takes', () => {
  const scrubber = createScrubber(secrets);
  const json = JSON.stringify({
    id: 12345678,
    name: 'Anna "the" Müller',
    path: 'C:\\x',
    url: 'https://a.example/%C3%A4',
  });

  it('is one pass over 50 MB, whatever the number of secrets', () => {
    const text = json.repeat(Math.ceil(50_000_000 / json.length));
    let scrubbed = '';
    expect(timeMs(() => (scrubbed = scrubber.scrub(text)))).toBeLessThan(8_000);
    expect(scrubbed).toBe(text);
  });

  it.each([
    ['backslashes', '\\'],
    ['percent signs', '%25'],
    ['escapes', '\\u0073'],
    ['beginnings of a secret', secrets[7]!.value.slice(0, -1)],
    ['base64', 'c2VjcmV0IG51bWJlci'],
    ['base64 in lines', 'c2Vjc\nmV0IG5\n1bWJlci'],
    ['hexadecimal digits with blanks', '73 65 63 72 65 74 20 '],
    ['hexadecimal digits far apart', `73${' '.repeat(79)}`],
    ['line ends', '\r\n'],
    ['equals signs', '='],
    ['octal escapes', '\\163'],
  ])('stays in proportion for a text of nothing but %s', (_, piece) => {
    const short = piece.repeat(Math.ceil(200_000 / piece.length));
    const long = piece.repeat(Math.ceil(2_000_000 / piece.length));
    scrubber.scrub(short);
    const shortMs = timeMs(() => scrubber.scrub(short));
    expect(timeMs(() => scrubber.scrub(long))).toBeLessThan(Math.max(shortMs, 5) * 60);
  });

  it('is small for many short texts, as events are', () => {
    expect(
      timeMs(() => {
        for (let count = 0; count < 50_000; count += 1) scrubber.scrub(json);
      }),
    ).toBeLessThan(5_000);
  });
});
