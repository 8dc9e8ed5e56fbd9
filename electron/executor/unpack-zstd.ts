import { Decompress } from 'fzstd';
import { ZstdFrames } from './zstd-frames.ts';

/**
 * Undoes the packing `zstd` (RFC 8878, RFC 9659), which Node 20 cannot.
 *
 * What cannot be read from its first block on is passed through as it came, like any other packing that nobody here
 * knows; data that breaks later is an exception.
 *
 * @param onUnreadable called before packed bytes are passed through
 */
export async function* tryUnpackZstd(
  packed: AsyncIterable<Uint8Array>,
  onUnreadable: () => void,
): AsyncIterable<Uint8Array> {
  const chunks = packed[Symbol.asyncIterator]();
  const tried: Uint8Array[] = [];
  let begun = false;
  const watched = async function* (): AsyncIterable<Uint8Array> {
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      if (!begun) tried.push(next.value);
      yield next.value;
    }
  };
  try {
    for await (const piece of unpackZstd(watched())) {
      begun = true;
      tried.length = 0;
      yield piece;
    }
  } catch (error) {
    if (begun) throw error;
    onUnreadable();
    yield* tried;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
}

async function* unpackZstd(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const frames = new ZstdFrames();
  const unpacked: Uint8Array[] = [];
  const decoder = new Decompress((piece) => unpacked.push(piece));
  let isEmpty = true;
  for await (const chunk of packed) {
    isEmpty = false;
    frames.check(chunk);
    for (let start = 0; start < chunk.byteLength; start += sliceBytes) {
      decoder.push(chunk.subarray(start, start + sliceBytes));
      yield* unpacked.splice(0);
    }
  }
  if (!isEmpty) decoder.push(new Uint8Array(), true);
  yield* unpacked.splice(0);
}

/**
 * Four packed bytes can stand for a block of 128 kB, and the decoder unpacks all it is given at once: in slices of this
 * size at most 16 MB come before the size limit can strike.
 */
const sliceBytes = 512;
