// The request as sent is shown with its secrets masked, whole or in part.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskRequest, shownBodyUnits } from '#shared/request/mask-request.ts';
import type { MaskedBody } from '#shared/request/masked-request.ts';
import { holdsSecret, type TextPiece, textOf } from '#shared/request/text-piece.ts';

function maskedBody(shown: readonly TextPiece[]): Extract<MaskedBody, { type: 'text' }> {
  const bytes = new TextEncoder().encode(textOf(shown));
  const { body } = maskRequest({
    method: 'POST',
    url: [],
    headers: [],
    content: { body: { type: 'bytes', bytes, holdsSecret: holdsSecret(shown) }, contentType: null, shown },
  });
  if (body.type !== 'text') throw new Error('It is text.');
  return body;
}

const literal = (text: string): TextPiece => ({ text, from: 'literal' });
const secret = (text: string): TextPiece => ({ text, from: 'secret' });

describe('the shown body', () => {
  it('is whole up to 64 kB, and says how large the sent one is', () => {
    const text = 'é'.repeat(shownBodyUnits);
    expect(maskedBody([literal(text)])).toEqual({
      type: 'text',
      segments: [{ text, from: 'literal' }],
      truncated: false,
      sizeBytes: 2 * shownBodyUnits,
    });
  });

  it('ends there and says so where there is more', () => {
    const body = maskedBody([literal('a'.repeat(shownBodyUnits)), literal('b')]);
    expect(body).toMatchObject({ truncated: true, sizeBytes: shownBodyUnits + 1 });
    expect(body.segments).toEqual([{ text: 'a'.repeat(shownBodyUnits), from: 'literal' }]);
  });

  it('does not end in half a character', () => {
    const body = maskedBody([literal(`${'a'.repeat(shownBodyUnits - 1)}😀`)]);
    expect(body.segments[0]?.text).toHaveLength(shownBodyUnits - 1);
    expect(body.truncated).toBe(true);
  });

  it('shows a secret as eight dots, whatever its length and wherever the text ends', () => {
    for (const length of [1, 8, 4000])
      expect(
        maskedBody([literal('x'.repeat(shownBodyUnits - 3)), secret('s'.repeat(length))]).segments.at(-1),
      ).toEqual({
        text: '••••••••',
        from: 'secret',
        variable: 'BODY_SECRET',
      });
  });

  it('of nothing is empty text', () => {
    expect(maskedBody([])).toEqual({ type: 'text', segments: [], truncated: false, sizeBytes: 0 });
  });

  it('never holds a secret, whatever its pieces are', () => {
    const shownText = fc.string().map((text) => text.toLowerCase());
    const hidden = fc.stringMatching(/^[A-Z]{3,9}$/);
    const piece = fc.oneof(
      shownText.map(literal),
      shownText.map((text): TextPiece => ({ text, from: 'expression' })),
      hidden.map(secret),
    );
    fc.assert(
      fc.property(fc.array(piece), (shown) => {
        const text = maskedBody(shown)
          .segments.map((segment) => segment.text)
          .join('');
        for (const { from, text: value } of shown) if (from === 'secret') expect(text).not.toContain(value);
      }),
    );
  });
});
