import { mostUnpacked, unpackedStream } from './packed-bytes.ts';

/**
 * How base64 of what is packed begins: a gzip file, whose first three bytes are always the same, at any place; what `deflate`
 * packed, by how hard it tried, which is too short to be looked for within other letters, where the stretch begins, behind the
 * letter or the digits that an escape before it ends in, and behind a slash.
 */
const head = /H4sI|(?:(?<=^|^[bfnrt]|^[0-9A-Fa-f]{2}|\/))e(?:A[E-H]|F[4-7]|J[w-z]|N[o-r])/g;

/** So many letters tell whether anything is packed there, before the rest of the stretch is read. */
const probeLetters = 1024;

/** What is read of all stretches together, in letters: heads stand in each other's rest. */
const mostLetters = 256 * 1024 * 1024;

/** What stands packed in stretches of base64; no more than `mostUnpacked` of all of them together. */
export function packedInBase64(runs: readonly string[]): readonly Buffer[] {
  const unpacked: Buffer[] = [];
  let left = mostUnpacked;
  let letters = mostLetters;
  for (const run of runs) {
    for (const { index } of run.matchAll(head)) {
      if (left <= 0 || letters <= 0) return unpacked;
      letters -= probeLetters;
      if (unpackedAt(run, index, index + probeLetters, left) === null) continue;
      letters -= run.length - index;
      const bytes = unpackedAt(run, index, run.length, left);
      left -= bytes === 'too-large' ? left : (bytes?.length ?? 0);
      if (bytes instanceof Buffer) unpacked.push(bytes);
    }
  }
  return unpacked;
}

function unpackedAt(run: string, start: number, end: number, most: number): Buffer | 'too-large' | null {
  return unpackedStream(Buffer.from(run.slice(start, end), 'base64'), most);
}
