/** The shortest secret that is searched for has as many letters once base64 went over it twice. */
const shortestRun = 15;
const letters = new Set(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-', (letter) =>
    letter.charCodeAt(0),
  ),
);
/** Whether a code is that of a letter of base64: a table, since files of 20 MB are gone through. */
const isLetter = Uint8Array.from({ length: 128 }, (_, code) => (letters.has(code) ? 1 : 0));

/**
 * What stands in a text within base64, for encodings that are looked for within another: whatever could be base64, decoded
 * from each of the four letters on with which it may begin, since what stands before it may look like it. All stretches of a
 * text come together, a line each.
 */
export function withinBase64(text: string): readonly string[] {
  const found = runsIn(withPlainLetters(text));
  if (found.length === 0) return [];
  return [0, 1, 2, 3].flatMap((start) => {
    const decoded = found.map((run) => Buffer.from(run.slice(start), 'base64'));
    const whole = Buffer.concat(decoded.flatMap((each) => [each, lineEnd]));
    return [whole.toString('utf8'), whole.toString('latin1')];
  });
}

/** The stretches of letters; a regular expression runs out of memory in one that is as long as a file may be. */
function runsIn(text: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (isLetter[text.charCodeAt(at)] === 1) continue;
    if (at - start >= shortestRun) found.push(text.slice(start, at));
    start = at + 1;
  }
  return found;
}

const lineEnd = Buffer.from('\n');

/** With the letters of base64 that JSON and addresses escape as they are. */
function withPlainLetters(text: string): string {
  return text.replace(/\\\/|%2f|%2b/gi, (escaped) => (escaped.toLowerCase() === '%2b' ? '+' : '/'));
}
