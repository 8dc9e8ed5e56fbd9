const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const sextets: ReadonlyMap<string, number> = new Map([
  ...Array.from(alphabet, (letter, sextet) => [letter, sextet] as const),
  // The URL alphabet (RFC 4648 §5), as in the parts of a JSON Web Token.
  ['-', 62],
  ['_', 63],
]);

/** The bytes that base64 stands for, in either alphabet and with or without padding, or `null` where it is none. */
export function decodeBase64(text: string): Uint8Array | null {
  const letters = text.replace(/={1,2}$/, '');
  // A single letter behind the last group of four holds no whole byte.
  if (letters.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const letter of letters) {
    const sextet = sextets.get(letter);
    if (sextet === undefined) return null;
    bits = ((bits << 6) | sextet) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at] = (bits >> held) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
