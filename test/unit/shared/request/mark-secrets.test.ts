// What is known to be secret is found in what a request is made of, however it is cut into pieces.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markSecrets } from '#shared/request/mark-secrets.ts';
import { type TextPiece, textOf } from '#shared/request/text-piece.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';

const known = createScrubber([{ value: 'tok-4711-abc' }]);
const literal = (text: string): TextPiece => ({ text, from: 'literal' });
const expression = (text: string): TextPiece => ({ text, from: 'expression' });

describe('markSecrets', () => {
  it('marks the secret and leaves what stands around it what it was', () => {
    expect(markSecrets([literal('v1='), expression('tok-4711-abc;x')], known)).toEqual([
      literal('v1='),
      { text: 'tok-4711-abc', from: 'secret' },
      expression(';x'),
    ]);
  });

  it('marks a secret that lies across pieces in each of them', () => {
    expect(markSecrets([literal('<tok-'), expression('4711'), literal('-abc>')], known)).toEqual([
      literal('<'),
      { text: 'tok-', from: 'secret' },
      { text: '4711', from: 'secret' },
      { text: '-abc', from: 'secret' },
      literal('>'),
    ]);
  });

  it('keeps the text and finds every secret, wherever the pieces end', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom('tok-4711-abc', encodeURIComponent('tok-4711-abc')), fc.string()))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (whole, lengths) => {
        let rest = whole;
        const pieces = [...lengths, whole.length].map((length) => {
          const piece = expression(rest.slice(0, length));
          rest = rest.slice(length);
          return piece;
        });
        const marked = markSecrets(pieces, known);
        expect(textOf(marked)).toBe(whole);
        const shown = marked.map(({ from, text: part }) => (from === 'secret' ? '\0' : part)).join('');
        expect(known.ranges(shown)).toEqual([]);
        const secret = marked.filter(({ from }) => from === 'secret');
        const found = known.ranges(whole).reduce((sum, { end, start }) => sum + end - start, 0);
        expect(textOf(secret)).toHaveLength(found);
      }),
    );
  });
});
