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
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    try {
      pieces.push(decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true }));
    } catch {
      return pieces.join('') + validStart(bytes, start - unfinishedBytes(bytes, start));
    }
  }
  return pieces.join('');
}

const pieceBytes = 0x10000;

/** The valid beginning of what follows a place that lies between two characters, within the next piece. */
function validStart(bytes: Uint8Array, from: number): string {
  let [low, high] = [from, Math.min(bytes.length, from + pieceBytes + 4)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodeUtf8Start(bytes.subarray(from, middle)) === null) high = middle - 1;
    else low = middle;
  }
  return decodeUtf8Start(bytes.subarray(from, low)) ?? '';
}

/** How many bytes before a place belong to a character that goes on behind it; all before it is valid. */
function unfinishedBytes(bytes: Uint8Array, place: number): number {
  const distance = [1, 2, 3].find((back) => ((bytes[place - back] ?? 0) & 0xc0) !== 0x80) ?? 0;
  const lead = bytes[place - distance] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return length > distance ? distance : 0;
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

/**
 * The decoder of Node 20 takes these bytes for true Latin-1, which has no euro sign, and later ones do not; the table puts
 * right what the one does and finds nothing to do where the other was right.
 */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (unit) => windows1252.charAt(unit.charCodeAt(0) - 0x80));
}
