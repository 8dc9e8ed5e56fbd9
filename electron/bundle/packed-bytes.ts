import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
} from 'node:zlib';

/** What bytes unpack to that would be larger than this is not looked at: a few of them can stand for very much. */
const mostUnpacked = 50 * 1024 * 1024;

/** What ends early still gives away what stands before its end. */
const limit: ZlibOptions = { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH };

const unpackers: readonly ((bytes: Buffer) => Buffer)[] = [
  (bytes) => gunzipSync(bytes, limit),
  (bytes) => inflateSync(bytes, limit),
  // `deflate` comes with a head and without.
  (bytes) => inflateRawSync(bytes, limit),
  (bytes) =>
    brotliDecompressSync(bytes, {
      maxOutputLength: mostUnpacked,
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    }),
];

/** Whatever bytes unpack to, by every packing that calls know; most bytes are not packed and give nothing. */
export function unpackedBytes(bytes: Buffer): readonly Buffer[] {
  return unpackers.flatMap((unpack) => {
    try {
      return [unpack(bytes)];
    } catch {
      return [];
    }
  });
}
