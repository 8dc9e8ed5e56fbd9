/** One character of what is searched for, with everything it may look like in a text. */
export interface CharacterForm {
  /** The character itself and its equals in other alphabets: `-` for `+` in base64url, `+` for a space in forms. */
  readonly literals: readonly string[];
  /** Its UTF-8 bytes, as percent-encoding and quoted-printable write them. */
  readonly bytes: readonly number[];
  /** Its UTF-16 units, as `\u` escapes of JSON write them. */
  readonly units: readonly number[];
  /** What it may be in numbered escapes, one after the other: its units, its bytes or its code point. */
  readonly numbers: readonly (readonly number[])[];
  /** What may stand behind a backslash for it, besides numbers; empty where nothing may. */
  readonly escape: string;
}

const jsonEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '/': '/',
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
};

const base64UrlTwins: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

const encoder = new TextEncoder();

function formOf(character: string, twin: string | undefined): CharacterForm {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const bytes = [...encoder.encode(character)];
  return {
    literals: twin === undefined ? [character] : [character, twin],
    bytes,
    units,
    numbers: character <= '\u007f' ? [units] : [units, bytes, [character.codePointAt(0) ?? 0]],
    escape: jsonEscapes[character] ?? '',
  };
}

/** The letters of base64 and of hexadecimal digits are few, and long secrets have very many of them. */
const base64Forms = new Map<string, CharacterForm>();
const byteForms = new Map<string, CharacterForm>();

/** The forms of every character of a text. */
export function characterForms(text: string): readonly CharacterForm[] {
  return Array.from(text, (character) => formOf(character, character === ' ' ? '+' : undefined));
}

/** The forms of every letter of base64: the two that base64url replaces stand for either. */
export function base64LetterForms(letters: string): readonly CharacterForm[] {
  return Array.from(letters, (letter) =>
    known(base64Forms, letter, () => formOf(letter, base64UrlTwins[letter])),
  );
}

/** The forms of every byte in hexadecimal digits, of which two are one character here. */
export function hexByteForms(digits: string): readonly CharacterForm[] {
  return (digits.match(/../g) ?? []).map((byte) =>
    known(byteForms, byte, () => ({
      literals: casesOf(byte),
      bytes: [],
      units: [],
      numbers: [],
      escape: '',
    })),
  );
}

/** Two digits in either case, each by itself. */
function casesOf([first = '', second = '']: string): string[] {
  const either = (digit: string) => [digit.toLowerCase(), digit.toUpperCase()];
  return [...new Set(either(first).flatMap((one) => either(second).map((other) => one + other)))];
}

function known(
  forms: Map<string, CharacterForm>,
  character: string,
  make: () => CharacterForm,
): CharacterForm {
  const form = forms.get(character) ?? make();
  forms.set(character, form);
  return form;
}
