import { maskText, type MaskedSegment, type ValueOrigin } from './masked-request.ts';

/** A piece of text that will be sent and what it is, so that a preview can colour it and hide what is secret. */
export interface TextPiece {
  readonly text: string;
  readonly from: 'literal' | 'expression' | 'secret';
  /** Of a secret: the shell variable that stands for it, until all are known only a proposal. */
  readonly variable?: string;
  /** Of a secret that is percent-encoded here: its own text. */
  readonly plain?: string;
  /** Of what an expression gave: the names it read. */
  readonly origins?: readonly ValueOrigin[];
  /** The file whose content is sent here; the text only tells of it. */
  readonly file?: string;
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

/** What may be shown of the text: secrets are masks, and neighbours of one kind and origin are one. */
export function maskedSegments(pieces: readonly TextPiece[]): MaskedSegment[] {
  const segments: MaskedSegment[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const segment = maskedSegment(piece);
    const last = segments.at(-1);
    if (last === undefined || !isAlike(last, segment)) segments.push(segment);
    else if (segment.from !== 'secret') last.text += segment.text;
  }
  return segments;
}

function maskedSegment({ file, from, origins, plain, text, variable }: TextPiece): MaskedSegment {
  if (from === 'secret') {
    const named = variable === undefined ? {} : { variable };
    return { text: maskText, from, ...named, ...(plain === undefined ? {} : { percentEncoded: true }) };
  }
  const told = origins === undefined ? {} : { origins: [...origins] };
  return { text, from, ...told, ...(file === undefined ? {} : { file }) };
}

function isAlike(one: MaskedSegment, other: MaskedSegment): boolean {
  const isSameText = one.variable === other.variable && one.percentEncoded === other.percentEncoded;
  const isSamePlace =
    JSON.stringify(one.origins) === JSON.stringify(other.origins) && one.file === other.file;
  return one.from === other.from && isSameText && isSamePlace;
}

/** {@link maskedSegments} as one text, for sentences. */
export function maskedText(pieces: readonly TextPiece[]): string {
  return maskedSegments(pieces)
    .map((segment) => segment.text)
    .join('');
}
