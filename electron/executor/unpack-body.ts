import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { Packing } from '#shared/response/content-encoding.ts';

/** Bytes that come piece by piece. */
export type ByteStream = AsyncIterable<Uint8Array>;

/**
 * Undoes the packings of a body in the order of the steps. A body of no bytes is nothing packed, and stays empty; data
 * that is broken or ends early is an exception of the stream.
 */
export function unpackBody(packed: ByteStream, steps: readonly Packing[]): ByteStream {
  return steps.reduce((stream, packing) => unpackStep(stream, unpackers[packing]), packed);
}

/** Chosen by the first bytes, since `deflate` comes in two forms. */
const unpackers: Readonly<Record<Packing, (firstPiece: Uint8Array) => Transform>> = {
  gzip: () => createGunzip(),
  br: () => createBrotliDecompress(),
  deflate: (firstPiece) => (hasZlibHeader(firstPiece) ? createInflate() : createInflateRaw()),
};

/** `deflate` means zlib (RFC 9110 §8.4.1.2), but some servers send the bare deflate data. */
function hasZlibHeader([method = 0, flags]: Uint8Array): boolean {
  const isDeflate = (method & 0x0f) === 8 && method >> 4 <= 7;
  return isDeflate && (flags === undefined || (method * 256 + flags) % 31 === 0);
}

async function* unpackStep(packed: ByteStream, unpacker: (firstPiece: Uint8Array) => Transform): ByteStream {
  const pieces = packed[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const transform = unpacker(first.value);
  const all = async function* (): ByteStream {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  // The loop below reports what breaks, on either side of the transform.
  pipeline(Readable.from(all()), transform, () => undefined);
  for await (const piece of transform) yield piece as Uint8Array;
}
