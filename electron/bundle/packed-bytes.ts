import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  unzipSync,
  type ZlibOptions,
} from 'node:zlib';

/** What bytes unpack to that would be larger than this is not looked at: a few of them can stand for very much. */
export const mostUnpacked = 50 * 1024 * 1024;

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

/** What begins as gzip or deflate with a head, unpacked; `null` where it is neither. */
export function unpackedStream(bytes: Buffer, most: number): Buffer | 'too-large' | null {
  try {
    return unzipSync(bytes, { ...limit, maxOutputLength: most });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null;
  }
}
