import type { KeptBody } from './kept-bodies.ts';

/** A piece of a body on its way to the page. */
export interface BodyRange {
  readonly base64: string;
  /** Where the next piece begins; `null` at the end. */
  readonly nextOffset: number | null;
  readonly sizeBytes: number;
}

/** The longest UTF-8 sequence that can be cut at its end without being complete. */
const longestCut = 3;

/**
 * Reads a piece of a body. A piece of text ends with a whole character, so that each piece can be decoded on its own; it
 * may therefore be up to three bytes shorter, or longer where not even one character fits.
 */
export async function readBodyRange(body: KeptBody, offset: number, length: number): Promise<BodyRange> {
  const { kind, sizeBytes } = body.handle;
  const isText = kind === 'json' || kind === 'text';
  const wanted = await body.read(offset, offset + (isText ? length + longestCut : length));
  const end = isText ? wholeCharacters(wanted, length) : wanted.byteLength;
  const next = offset + end;
  return {
    base64: Buffer.from(wanted.subarray(0, end)).toString('base64'),
    nextOffset: next < sizeBytes && end > 0 ? next : null,
    sizeBytes,
  };
}

/** Where to cut so that no character is: at the wanted length or before it, behind the first character at least. */
function wholeCharacters(bytes: Uint8Array, length: number): number {
  if (bytes.byteLength <= length) return bytes.byteLength;
  let end = length;
  while (end > 0 && isContinuation(bytes[end])) end -= 1;
  if (end > 0) return end;
  end = 1;
  while (isContinuation(bytes[end])) end += 1;
  return end;
}

/** Whether a byte stands inside of a UTF-8 character and not at its beginning. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
