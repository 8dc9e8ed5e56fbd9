import { mostUnpacked, unpackedStream } from './packed-bytes.ts';

/** How base64 of a gzip file begins, at any place that it begins at: its first three bytes are always the same. */
const gzipHead = 'H4sI';

/** How base64 of what `deflate` packed begins, by how hard it tried; too short to be looked for within other letters. */
const deflateHead = /^e(?:A[E-H]|F[4-7]|J[w-z]|N[o-r])/;

/** What even the attempt costs that gives nothing, so that a text of nothing but heads takes no time. */
const attemptBytes = 1024;

/** What stands packed in stretches of base64; no more than `mostUnpacked` of all of them together. */
export function packedInBase64(runs: readonly string[]): readonly Buffer[] {
  const unpacked: Buffer[] = [];
  let left = mostUnpacked;
  for (const run of runs) {
    for (const at of headsIn(run)) {
      if (left <= 0) return unpacked;
      const bytes = unpackedStream(Buffer.from(run.slice(at), 'base64'), left);
      left -= attemptBytes + (bytes === 'too-large' ? left : (bytes?.length ?? 0));
      if (bytes instanceof Buffer) unpacked.push(bytes);
    }
  }
  return unpacked;
}

function headsIn(run: string): readonly number[] {
  const heads = deflateHead.test(run) ? [0] : [];
  for (let at = run.indexOf(gzipHead); at !== -1; at = run.indexOf(gzipHead, at + 1)) heads.push(at);
  return heads;
}
