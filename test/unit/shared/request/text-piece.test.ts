// What is sent and what is shown are made from the same pieces; they must tell the same text.
import { describe, expect, it } from 'vitest';
import {
  encodePieces,
  holdsSecret,
  literalPiece,
  maskedSegments,
  maskedText,
  type TextPiece,
  textOf,
} from '#shared/request/text-piece.ts';

const pieces: readonly TextPiece[] = [
  literalPiece('key='),
  { text: 'a', from: 'expression' },
  { text: '', from: 'literal' },
  { text: 'b', from: 'expression' },
  { text: 'tok', from: 'secret' },
  { text: 'en', from: 'secret' },
  literalPiece('!'),
];

describe('pieces of text', () => {
  it('are the text that is sent', () => {
    expect(textOf(pieces)).toBe('key=abtoken!');
    expect(textOf([])).toBe('');
  });

  it('are shown with neighbours of one kind as one and without empty ones', () => {
    expect(maskedSegments(pieces)).toEqual([
      { text: 'key=', from: 'literal' },
      { text: 'ab', from: 'expression' },
      { text: '••••••••', from: 'secret' },
      { text: '!', from: 'literal' },
    ]);
    expect(maskedText(pieces)).toBe('key=ab••••••••!');
  });

  it('are not changed by being shown', () => {
    maskedSegments(pieces);
    expect(textOf(pieces)).toBe('key=abtoken!');
  });

  it('stay what they are when they are encoded', () => {
    const shouted = encodePieces(pieces, (text) => text.toUpperCase());
    expect(textOf(shouted)).toBe('KEY=ABTOKEN!');
    expect(shouted.map(({ from }) => from)).toEqual(pieces.map(({ from }) => from));
  });

  it('know whether one of them is secret', () => {
    expect(holdsSecret(pieces)).toBe(true);
    expect(holdsSecret(pieces.filter(({ from }) => from !== 'secret'))).toBe(false);
  });
});
