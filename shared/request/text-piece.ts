import { maskText, type MaskedSegment } from './masked-request.ts';

/** A piece of text that will be sent and what it is, so that a preview can colour it and hide what is secret. */
export interface TextPiece {
  readonly text: string;
  readonly from: 'literal' | 'expression' | 'secret';
}

/** Text that stands in the document or is made by us. */
export function literalPiece(text: string): TextPiece {
  return { text, from: 'literal' };
}

/** The text that is sent. */
export function textOf(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Whether any of the text that is sent is a secret. */
export function holdsSecret(pieces: readonly TextPiece[]): boolean {
  return pieces.some((piece) => piece.from === 'secret');
}

/** The pieces with their texts encoded one by one, so that each keeps what it is. */
export function encodePieces(
  pieces: readonly TextPiece[],
  encode: (text: string) => string,
): readonly TextPiece[] {
  return pieces.map((piece) => ({ ...piece, text: encode(piece.text) }));
}

/** What may be shown of the text: secrets are masks, and neighbours of one kind are one. */
export function maskedSegments(pieces: readonly TextPiece[]): MaskedSegment[] {
  const segments: MaskedSegment[] = [];
  for (const { text, from } of pieces) {
    if (text === '') continue;
    const last = segments.at(-1);
    if (last?.from !== from) segments.push({ text: from === 'secret' ? maskText : text, from });
    else if (from !== 'secret') last.text += text;
  }
  return segments;
}

/** {@link maskedSegments} as one text, for sentences. */
export function maskedText(pieces: readonly TextPiece[]): string {
  return maskedSegments(pieces)
    .map((segment) => segment.text)
    .join('');
}
