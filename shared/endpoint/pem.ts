/** One block of a PEM text (RFC 7468): what it says it holds, and its base64 without line breaks. */
export interface PemBlock {
  readonly label: string;
  readonly base64: string;
  /** The block from its first to its last line. */
  readonly text: string;
}

/** What a text may have at most; more authorities than this are a mistake. */
export const longestPem = 500_000;

const blockPattern = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** Every whole block of a text, in order. What stands around them, such as the words of `openssl x509 -text`, is left. */
export function pemBlocks(text: string): readonly PemBlock[] {
  return Array.from(text.matchAll(blockPattern), ([whole, label = '', inner = '']) => ({
    label,
    base64: inner.replace(/^\s*(?:[A-Za-z-]+: .*\r?\n)*/, '').replace(/\s+/g, ''),
    text: whole,
  }));
}

/** The certificates among the blocks of a text. */
export function certificateBlocks(text: string): readonly PemBlock[] {
  return pemBlocks(text).filter(({ label }) => /^(X509 )?CERTIFICATE$/.test(label));
}

/** Whether a text holds a private key, whole or in part: such a text must not become a part of a document. */
export function holdsPrivateKey(text: string): boolean {
  return /PRIVATE KEY-----/.test(text);
}

/** The text without its private keys, also without one that is cut off. */
export function withoutPrivateKeys(text: string): string {
  return text
    .replace(/-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----[\s\S]*?(?:-----END \1-----\r?\n?|$)/g, '')
    .replace(/^[\s\S]*?-----END [A-Z0-9 ]*PRIVATE KEY-----\r?\n?/, '')
    .replace(/^\s*$/, '');
}

/** What is wrong with a text that should hold certificates, in a sentence that says what to do; `null` where nothing is. */
export function certificatesTrouble(text: string): string | null {
  if (holdsPrivateKey(text))
    return 'This holds a private key, which would be written to the workspace. Keep only the certificates here.';
  const blocks = certificateBlocks(text);
  const begun = text.split(/-----BEGIN (?:X509 )?CERTIFICATE-----/).length - 1;
  if (begun === 0)
    return 'Paste certificates in PEM form: each begins with -----BEGIN CERTIFICATE----- on a line of its own.';
  if (begun > blocks.length)
    return 'The last certificate is cut off: each ends with -----END CERTIFICATE----- on a line of its own.';
  const damaged = blocks.findIndex(({ base64 }) => !isDerSequence(base64));
  if (damaged === -1) return null;
  const which = blocks.length === 1 ? 'The certificate' : `Certificate ${String(damaged + 1)}`;
  return `${which} is damaged: something is missing between its first and its last line. Paste it again.`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Whether base64 holds one sequence of ASN.1 (X.690 §8.1), as every certificate is, and nothing behind it: its length
 * says whether letters were lost.
 */
export function isDerSequence(base64: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return false;
  const sizeBytes = (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0);
  const [tag, ...header] = firstBytes(base64, 6);
  return tag === 0x30 && sizeBytes === 1 + lengthInHeader(header);
}

/** What follows a tag, the bytes of the length included; 0 where it makes no sense. */
function lengthInHeader([first = 0, ...more]: readonly number[]): number {
  if (first < 0x80) return 1 + first;
  const count = first - 0x80;
  if (count === 0 || count > more.length) return 0;
  return 1 + count + more.slice(0, count).reduce((sum, byte) => sum * 256 + byte, 0);
}

function firstBytes(base64: string, count: number): readonly number[] {
  const sextets = Array.from(base64.slice(0, 8), (letter) => Math.max(0, alphabet.indexOf(letter)));
  const bits = sextets.map((sextet) => sextet.toString(2).padStart(6, '0')).join('');
  return Array.from({ length: count }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8) || '0', 2));
}
