/** One character of what is searched for, with everything it may look like in a text. */
export interface CharacterForm {
  /** The character itself and its equals in other alphabets: `-` for `+` in base64url, `+` for a space in forms. */
  readonly literals: readonly string[];
  /** Its UTF-8 bytes, as percent-encoding writes them. */
  readonly bytes: readonly number[];
  /** Its UTF-16 units, as `\u` escapes of JSON write them. */
  readonly units: readonly number[];
  /** What may stand behind a backslash for it, besides `u`; empty where nothing may. */
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

/** The forms of every character of a text. In base64 the two letters that base64url replaces stand for either. */
export function characterForms(text: string, isBase64: boolean): readonly CharacterForm[] {
  const encoder = new TextEncoder();
  return Array.from(text, (character) => {
    const twin = isBase64 ? base64UrlTwins[character] : character === ' ' ? '+' : undefined;
    return {
      literals: twin === undefined ? [character] : [character, twin],
      bytes: [...encoder.encode(character)],
      units: Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
      escape: jsonEscapes[character] ?? '',
    };
  });
}
