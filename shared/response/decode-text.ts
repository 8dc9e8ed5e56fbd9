/** Text that was made from bytes. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** Whether nothing said what the bytes are and they are not UTF-8, so that windows-1252 was assumed. */
  readonly assumed: boolean;
}

/**
 * Makes text of bytes: by byte order mark, then by a charset that is known, then UTF-8 if valid, else windows-1252.
 *
 * A charset that is given is believed, so bytes that do not fit it become U+FFFD; the mark beats the charset, both as in
 * the Encoding standard. An unknown charset counts as none.
 */
export function decodeText(bytes: Uint8Array, charset: string | null): DecodedText {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const label = marked?.label ?? charset;
  const content = marked === undefined ? bytes : bytes.subarray(marked.mark.length);
  const labelled = label === null ? null : decodeBy(label, content);
  if (labelled !== null) return { text: labelled, assumed: false };
  const utf8 = decodeUtf8(bytes);
  return utf8 === null ? { text: decodeWindows1252(bytes), assumed: true } : { text: utf8, assumed: false };
}

/** The text of bytes that are valid UTF-8, a byte order mark included, else `null`. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The longest beginning of the bytes that is valid UTF-8, as text. */
export function validUtf8Prefix(bytes: Uint8Array): string {
  let prefix = '';
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const text = decodeUtf8Start(bytes.subarray(0, middle));
    if (text === null) high = middle - 1;
    else [low, prefix] = [middle, text];
  }
  return prefix;
}

const byteOrderMarks = [
  { mark: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
  { mark: [0xff, 0xfe], label: 'utf-16le' },
] as const;

function decodeBy(label: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(label.trim(), { ignoreBOM: true });
    return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Streaming lets a character that is cut off at the end pass. */
function decodeUtf8Start(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Characters of 0x80 to 0x9F; the five that Windows leaves free are control characters (Encoding standard). */
const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** By a table: the decoder of Node 20 takes these bytes for true Latin-1, which has no euro sign. */
function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // A call cannot take a million arguments.
  for (let start = 0; start < bytes.length; start += 0x2000)
    pieces.push(String.fromCharCode(...Array.from(bytes.subarray(start, start + 0x2000), windows1252Unit)));
  return pieces.join('');
}

function windows1252Unit(byte: number): number {
  return byte < 0x80 || byte > 0x9f ? byte : windows1252.charCodeAt(byte - 0x80);
}
