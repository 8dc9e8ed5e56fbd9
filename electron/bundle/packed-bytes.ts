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
  (bytes) => withoutTail(gunzipSync, bytes, limit),
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

/** What begins as gzip or deflate with a head, unpacked, whatever stands behind it; `null` where it is neither. */
export function unpackedStream(bytes: Buffer, most: number): Buffer | 'too-large' | null {
  try {
    return withoutTail(unzipSync, bytes, { ...limit, maxOutputLength: most });
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : null;
  }
}

const isTooLarge = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';

/** Unpacks all of it, or the first file of a gzip stream where what stands behind that is none. */
function withoutTail(unpack: typeof gunzipSync, bytes: Buffer, options: ZlibOptions): Buffer {
  try {
    return unpack(bytes, options);
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return gzipMember(bytes, options);
  }
}

/** The first file of a gzip stream alone, which the library takes for damaged where anything else stands behind it (RFC 1952). */
function gzipMember(bytes: Buffer, options: ZlibOptions): Buffer {
  if (!gzipHead.every((byte, at) => bytes[at] === byte)) throw new Error('This is no gzip.');
  return inflateRawSync(bytes.subarray(gzipHeadEnd(bytes)), options);
}

const gzipHead = [0x1f, 0x8b, 8];

/** Where the packed bytes begin, behind what the flags say is there: fields of its own, a name, a comment, a checksum. */
function gzipHeadEnd(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  // A name and a comment end in a zero.
  for (const flag of [8, 16]) if ((flags & flag) !== 0) at = bytes.indexOf(0, at) + 1 || bytes.length;
  return at + ((flags & 2) === 0 ? 0 : 2);
}
