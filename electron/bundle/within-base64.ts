/** The shortest secret that is searched for has as many letters once base64 went over it twice. */
const shortestRun = 15;
const runs = new RegExp(`[A-Za-z0-9+/_-]{${String(shortestRun)},}`, 'g');

/**
 * What stands in a text within base64, for encodings that are looked for within another: whatever could be base64, decoded
 * from each of the four letters on with which it may begin, since what stands before it may look like it. All stretches of a
 * text come together, a line each.
 */
export function withinBase64(text: string): readonly string[] {
  const found = withPlainLetters(text).match(runs) ?? [];
  if (found.length === 0) return [];
  return [0, 1, 2, 3].flatMap((start) => {
    const decoded = found.map((run) => Buffer.from(run.slice(start), 'base64'));
    const whole = Buffer.concat(decoded.flatMap((each) => [each, lineEnd]));
    return [whole.toString('utf8'), whole.toString('latin1')];
  });
}

const lineEnd = Buffer.from('\n');

/** With the letters of base64 that JSON and addresses escape as they are. */
function withPlainLetters(text: string): string {
  return text.replace(/\\\/|%2f|%2b/gi, (escaped) => (escaped.toLowerCase() === '%2b' ? '+' : '/'));
}
