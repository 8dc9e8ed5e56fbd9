// The encodings in which a secret is looked for, made by Node and not by the code under test.
import { escape as escapeQuery } from 'node:querystring';

const escapeEvery = (text: string) =>
  Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');

const percentEvery = (text: string) =>
  Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const everyByte = (text: string, write: (byte: number) => string) =>
  Array.from(Buffer.from(text), write).join('');

const hexBytes = (bytes: Buffer, between: string) =>
  bytes.toString('hex').replace(/..(?=.)/g, `$&${between}`);

const base64Of = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

const inLines = (text: string, length: number, lineEnd: string) =>
  text.replace(new RegExp(`.{${String(length)}}(?=.)`, 'gs'), (line) => line + lineEnd);

/** RFC 2045: what is no plain ASCII as its bytes, and lines that go on behind an equals sign; here after few characters. */
const quotedPrintable = (text: string) => {
  const written = Array.from(Buffer.from(text), (byte) => {
    const isPlain = byte > 0x20 && byte < 0x7f && byte !== 0x3d;
    return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return written.map((each, at) => (at % 7 === 6 ? `=\n${each}` : each)).join('');
};

const withoutQuotes = (json: string) => json.slice(1, -1);

/** What other programs make of a text, told by the platform's own encoders and not by the code under test. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in base64': (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  'in base64url': (text) => Buffer.from(text).toString('base64url'),
  'percent-encoded': (text) => encodeURIComponent(text),
  'percent-encoded in lower case': (text) =>
    encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  'percent-encoded by the strict rule': (text) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  'percent-encoded byte by byte': percentEvery,
  'percent-encoded for a query': (text) => escapeQuery(text),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'in form encoding': (text) => new URLSearchParams({ a: text }).toString().slice(2),
  'in JSON': (text) => withoutQuotes(JSON.stringify(text)),
  'in ASCII JSON': (text) =>
    withoutQuotes(JSON.stringify(text)).replace(/[^ -~]/g, (unit) => escapeEvery(unit)),
  'in JSON with escaped slashes': (text) => withoutQuotes(JSON.stringify(text)).replaceAll('/', '\\/'),
  'in JSON for web pages': (text) =>
    withoutQuotes(JSON.stringify(text)).replace(/[<>&'+]/g, (one) => escapeEvery(one)),
  'in escapes only': escapeEvery,
  'in escapes with capitals': (text) =>
    escapeEvery(text).replace(/[0-9a-f]{4}/g, (code) => code.toUpperCase()),
  'in JSON within JSON': (text) => withoutQuotes(JSON.stringify(withoutQuotes(JSON.stringify(text)))),
  'in base64, percent-encoded': (text) =>
    encodeURIComponent(Buffer.from(text).toString('base64').replace(/=+$/, '')),
  'in base64 with line ends': (text) => inLines(base64Of(Buffer.from(text)), 5, '\n'),
  'in base64 with escaped line ends': (text) => inLines(base64Of(Buffer.from(text)), 6, '\\n'),
  'in base64 of UTF-16': (text) => base64Of(Buffer.from(text, 'utf16le')),
  'in base64 of UTF-16, the high byte first': (text) => base64Of(Buffer.from(text, 'utf16le').swap16()),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in hexadecimal with capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'in hexadecimal with colons': (text) => hexBytes(Buffer.from(text), ':'),
  'in hexadecimal with blanks': (text) => hexBytes(Buffer.from(text), ' '),
  'in hexadecimal as a list': (text) => hexBytes(Buffer.from(text), ', 0x'),
  'in hexadecimal of UTF-16': (text) => hexBytes(Buffer.from(text, 'utf16le'), '-'),
  'in escapes of bytes': (text) => everyByte(text, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`),
  'in escapes of bytes, within JSON': (text) =>
    everyByte(text, (byte) => `\\\\x${byte.toString(16).padStart(2, '0')}`),
  'in escapes with braces': (text) =>
    Array.from(text, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join(''),
  'in escapes of eight digits': (text) =>
    Array.from(text, (one) => `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join(''),
  'in octal escapes': (text) => everyByte(text, (byte) => `\\${byte.toString(8).padStart(3, '0')}`),
  'in quoted-printable': quotedPrintable,
  'composed as NFC': (text) => text.normalize('NFC'),
  'decomposed as NFD': (text) => text.normalize('NFD'),
};
