// What may stand between two characters of a secret without being part of it.

/** Between which characters: of any text, between letters of base64, or between bytes in hexadecimal digits. */
export type Gap = 'text' | 'base64' | 'hexadecimal';

/** A line that goes on behind an equals sign, as quoted-printable has it, also where its end is escaped. */
const softLineEnd = /=(?:\r\n?|\n|(?:\\{1,15}r)?\\{1,15}n)/y;

const gaps: Readonly<Record<Gap, RegExp>> = {
  text: softLineEnd,
  base64: /(?:=?(?:\r\n?|\n|\\{1,15}[rn]|%0[aAdD])[ \t]{0,80}){1,4}/y,
  hexadecimal: /(?:[\s:,;-]|\\{1,15}[nrtx]|0[xX]|%(?:20|3[aA])|=\r?\n){1,80}/y,
};

/** The first units of all of them: at any other place there is no need to look. */
const firstUnits: Readonly<Record<Gap, ReadonlySet<number>>> = {
  text: unitsOf('='),
  base64: unitsOf('=\r\n\\%'),
  hexadecimal: unitsOf(' \t\r\n\f\v\u00a0:,;-\\0%='),
};

function unitsOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** Where a gap ends that starts at `at`; -1 where none does. */
export function gapEnd(text: string, at: number, gap: Gap): number {
  if (!canBeGap(text, at, gap)) return -1;
  const expression = gaps[gap];
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : -1;
}

/** Where the line end starts that stands before a place within base64; the place itself where none does. */
export function gapStart(text: string, end: number): number {
  const before = text.slice(Math.max(0, end - mostLookedBack), end);
  return end - (lineEndBefore.exec(before)?.[0].length ?? 0);
}

const mostLookedBack = 100;
const lineEndBefore = /=?(?:\r\n?|\n|\\{1,15}[rn]|%0[aAdD]){1,2}[ \t]{0,80}$/;

/** Whether a gap may start at a place, told by its first character. */
export function canBeGap(text: string, at: number, gap: Gap): boolean {
  return firstUnits[gap].has(text.charCodeAt(at));
}
