// How one text of a row (a name, a value, a description) stands in a line, and how it is read again.

/** A value that is no text and cannot be read or changed here: the place of a row that is held back. */
export interface HeldPlace {
  /** "file", "secret". */
  readonly word: string;
  /** From 1, among the rows that are held back. */
  readonly number: number;
}

const escapeSign = '\\"';
// What breaks lines or cannot be seen.
const unseen = /[\p{Cc}\u2028\u2029]/u;
const heldPattern = /^‹([a-z]+) (\d+)›$/;

/** A text as it stands, or, where it would be read as something else, after a backslash as a JSON string. */
export function lineText(text: string, isPlain: (text: string) => boolean = () => true): string {
  const stands =
    text === text.trim() && !unseen.test(text) && !text.startsWith(escapeSign) && heldPlace(text) === null;
  return stands && isPlain(text) ? text : `\\${JSON.stringify(text)}`;
}

/** Whether the text of a line stands there with its escape. */
export const isEscaped = (text: string): boolean => text.startsWith(escapeSign);

/** What `lineText` wrote, or `null` where the escape is broken. */
export function textOfLine(text: string): string | null {
  if (!isEscaped(text)) return text;
  try {
    const read: unknown = JSON.parse(text.slice(1));
    return typeof read === 'string' ? read : null;
  } catch {
    return null;
  }
}

/** The sign that stands for a value that is no text. */
export const heldText = ({ word, number }: HeldPlace): string => `‹${word} ${String(number)}›`;

/** The row that such a sign stands for, or `null` where the text is none. */
export function heldPlace(text: string): HeldPlace | null {
  const [, word, number] = heldPattern.exec(text) ?? [];
  return word === undefined ? null : { word, number: Number(number) };
}
