// Reads the pixels of a PNG by the standard alone (ISO/IEC 15948), so that pictures are held by another reader than the one that drew them.
import { inflateSync } from 'node:zlib';

/** A picture of eight bits for each of red, green, blue and opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** The colour at a place, as `#rrggbb`. */
  at(x: number, y: number): string;
  /** How many pixels have each colour, the most frequent first. */
  colours(): readonly (readonly [colour: string, count: number])[];
}

/** Reads a PNG of 8 bits with red, green, blue and, where there is one, opacity; no other is written by a window. */
export function readPng(bytes: Buffer): Pixels {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is no PNG.');
  const chunks = [...chunksOf(bytes)];
  const head = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth, colourType, , , interlaced] = head.subarray(8);
  const samples = colourType === 6 ? 4 : 3;
  if (depth !== 8 || (colourType !== 6 && colourType !== 2) || interlaced !== 0)
    throw new Error('This PNG is of another kind.');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const pixels = unfiltered(inflateSync(packed), width * samples, height, samples);
  const at = (x: number, y: number) => {
    const place = (y * width + x) * samples;
    return `#${pixels.toString('hex', place, place + 3)}`;
  };
  return { width, height, at, colours: () => counted(width, height, at) };
}

function* chunksOf(bytes: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let place = 8; place < bytes.length;) {
    const length = bytes.readUInt32BE(place);
    const from = place + 8;
    yield { type: bytes.toString('latin1', place + 4, from), data: bytes.subarray(from, from + length) };
    place = from + length + 4;
  }
}

/** Undoes the filter of each line: what a byte is told by is the byte to the left, the one above, or both. */
function unfiltered(filtered: Buffer, lineBytes: number, height: number, pixelBytes: number): Buffer {
  const plain = Buffer.alloc(lineBytes * height);
  const before = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (plain[y * lineBytes + x] ?? 0));
  for (let y = 0; y < height; y += 1) {
    const line = filtered.subarray(y * (lineBytes + 1), (y + 1) * (lineBytes + 1));
    const told = byteTold[line[0] ?? 0];
    if (told === undefined) throw new Error('A line of this PNG has no filter that there is.');
    for (let x = 0; x < lineBytes; x += 1) {
      const guess = told(before(x - pixelBytes, y), before(x, y - 1), before(x - pixelBytes, y - 1));
      plain[y * lineBytes + x] = ((line[x + 1] ?? 0) + guess) & 0xff;
    }
  }
  return plain;
}

/** What a byte is told by, by the number of the filter. */
const byteTold: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function counted(width: number, height: number, at: (x: number, y: number) => string) {
  const counts = new Map<string, number>();
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) counts.set(at(x, y), (counts.get(at(x, y)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
