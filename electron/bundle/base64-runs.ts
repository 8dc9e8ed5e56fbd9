/** The shortest secret that is searched for has as many letters once base64 went over it twice. */
const shortestRun = 15;
const letters = new Set(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-', (letter) =>
    letter.charCodeAt(0),
  ),
);
/** Whether a code is that of a letter of base64: a table, since files of 20 MB are gone through. */
const isLetter = Uint8Array.from({ length: 128 }, (_, code) => (letters.has(code) ? 1 : 0));

/** An end of a line, also an escaped one, and how far the next line is indented. */
const lineEnd = /(?:(?:\\{1,15}r|\r)?(?:\\{1,15}n|\n)|\r|(?:%0[dD])?%0[aA])[ \t]{0,80}/y;
const lineEndUnits = new Set(Array.from('\r\n\\%', (each) => each.charCodeAt(0)));

/**
 * The stretches of a text that could be base64: each as it stands, and those that follow each other line by line as one. A
 * regular expression runs out of memory in one that is as long as a file may be.
 */
export function base64Runs(text: string): readonly string[] {
  const found: string[] = [];
  let lines: string[] = [];
  for (let start = nextLetter(text, 0); start < text.length;) {
    const end = runEnd(text, start);
    const run = text.slice(start, end);
    if (run.length >= shortestRun) found.push(run);
    lines.push(run);
    const behind = lineEndBehind(text, end);
    if (behind !== -1) start = behind;
    else {
      addJoined(found, lines);
      lines = [];
      start = nextLetter(text, end);
    }
  }
  return found;
}

function addJoined(found: string[], lines: readonly string[]): void {
  if (lines.length < 2) return;
  const joined = lines.join('');
  if (joined.length >= shortestRun) found.push(joined);
}

function nextLetter(text: string, from: number): number {
  let at = from;
  while (at < text.length && isLetter[text.charCodeAt(at)] !== 1) at += 1;
  return at;
}

function runEnd(text: string, from: number): number {
  let at = from;
  while (isLetter[text.charCodeAt(at)] === 1) at += 1;
  return at;
}

/** Where the next line goes on with letters; -1 where no line ends here, or it does not. */
function lineEndBehind(text: string, at: number): number {
  if (!lineEndUnits.has(text.charCodeAt(at))) return -1;
  lineEnd.lastIndex = at;
  if (!lineEnd.test(text)) return -1;
  const { lastIndex } = lineEnd;
  return isLetter[text.charCodeAt(lastIndex)] === 1 ? lastIndex : -1;
}
