/**
 * Walks along the frames of a zstd stream (RFC 8878) and refuses one that asks for too large a window.
 *
 * The decoder allocates and moves the window that a frame announces, so a few hostile bytes could cost gigabytes. A
 * content coding may not ask for more than 8 MB (RFC 9659).
 */
export class ZstdFrames {
  #held: Uint8Array = new Uint8Array();
  /** Bytes of a block or of a skippable frame that are still to be passed over. */
  #skip = 0;
  /** What the next unread byte belongs to. */
  #at: 'frame' | 'block' | 'checksum' = 'frame';
  #hasChecksum = false;

  /** Looks at the next piece of the stream; an exception means that it must not be decoded. */
  check(chunk: Uint8Array): void {
    let rest: Uint8Array = Buffer.concat([this.#held, chunk]);
    for (;;) {
      const skipped = Math.min(this.#skip, rest.byteLength);
      this.#skip -= skipped;
      rest = rest.subarray(skipped);
      const taken = this.#skip > 0 ? null : this.#take(rest);
      if (taken === null) break;
      rest = rest.subarray(taken);
    }
    this.#held = rest;
  }

  /** Reads one header and gives its length, or `null` where more bytes are needed. */
  #take(bytes: Uint8Array): number | null {
    if (this.#at === 'frame') return this.#takeFrame(bytes);
    if (this.#at === 'block') return this.#takeBlock(bytes);
    this.#at = 'frame';
    this.#skip = this.#hasChecksum ? 4 : 0;
    return 0;
  }

  #takeFrame(bytes: Uint8Array): number | null {
    if (bytes.byteLength < 5) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const magic = view.getUint32(0, true);
    if (magic >>> 4 === skippableMagic) return this.#takeSkippable(view);
    if (magic !== frameMagic) throw new Error('not a zstd frame');
    const descriptor = view.getUint8(4);
    const header = frameHeader(descriptor);
    if (bytes.byteLength < 5 + header.sizeBytes) return null;
    if (windowBytes(view, header) > longestWindowBytes) throw new Error('zstd window too large');
    this.#hasChecksum = (descriptor & 0b100) !== 0;
    this.#at = 'block';
    return 5 + header.sizeBytes;
  }

  #takeSkippable(view: DataView): number | null {
    if (view.byteLength < 8) return null;
    this.#skip = view.getUint32(4, true);
    return 8;
  }

  #takeBlock(bytes: Uint8Array): number | null {
    const [first, second, third] = bytes;
    if (first === undefined || second === undefined || third === undefined) return null;
    const header = first | (second << 8) | (third << 16);
    const isRepeatedByte = ((header >> 1) & 0b11) === 1;
    this.#skip = isRepeatedByte ? 1 : header >> 3;
    if ((header & 1) === 1) this.#at = 'checksum';
    return 3;
  }
}

const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a5;
const longestWindowBytes = 8 * 1024 * 1024;

interface FrameHeader {
  readonly singleSegment: boolean;
  readonly dictionaryBytes: number;
  readonly contentSizeBytes: number;
  /** All that follows the descriptor. */
  readonly sizeBytes: number;
}

/** The parts of a frame header that follow its descriptor (RFC 8878 §3.1.1.1). */
function frameHeader(descriptor: number): FrameHeader {
  const singleSegment = (descriptor & 0b10_0000) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 0b11] ?? 0;
  const contentSizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const sizeBytes = (singleSegment ? 0 : 1) + dictionaryBytes + contentSizeBytes;
  return { singleSegment, dictionaryBytes, contentSizeBytes, sizeBytes };
}

/** A frame of a single segment has its content size as its window. */
function windowBytes(view: DataView, header: FrameHeader): number {
  if (!header.singleSegment) {
    const window = view.getUint8(5);
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 0b111);
  }
  const at = 5 + header.dictionaryBytes;
  if (header.contentSizeBytes === 1) return view.getUint8(at);
  if (header.contentSizeBytes === 2) return view.getUint16(at, true) + 256;
  if (header.contentSizeBytes === 4) return view.getUint32(at, true);
  return Number(view.getBigUint64(at, true));
}
