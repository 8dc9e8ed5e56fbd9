import { base64Runs } from './base64-runs.ts';
import { packedInBase64 } from './packed-in-base64.ts';

/**
 * What stands in a text within base64, for encodings that are looked for within another: whatever could be base64, decoded
 * from each of the four letters on with which it may begin, since what stands before it may look like it. All stretches of a
 * text come together, a line each. What is UTF-16 is read as that, and what gzip or deflate packed is unpacked.
 */
export function withinBase64(text: string): readonly string[] {
  const found = base64Runs(withPlainLetters(text));
  if (found.length === 0) return [];
  const decoded = [0, 1, 2, 3].flatMap((start) => {
    const bytes = found.map((run) => Buffer.from(run.slice(start), 'base64'));
    return readings(Buffer.concat(bytes.flatMap((each) => [each, lineEnd])));
  });
  return [...decoded, ...packedInBase64(found).flatMap(readings)];
}

const lineEnd = Buffer.from('\n');

/** As the texts that somebody could take the bytes for; UTF-16 of Latin-1 is Latin-1 with a zero for every letter. */
function readings(bytes: Buffer): readonly string[] {
  const latin1 = bytes.toString('latin1');
  return [
    bytes.toString('utf8'),
    latin1,
    ...(looksLikeUtf16.test(latin1) ? [latin1.replaceAll('\0', '')] : []),
  ];
}

const looksLikeUtf16 = /(?:[^\0]\0){4}/;

/** With the letters of base64 that JSON and addresses escape as they are. */
function withPlainLetters(text: string): string {
  return text.replace(/\\\/|%2f|%2b/gi, (escaped) => (escaped.toLowerCase() === '%2b' ? '+' : '/'));
}
