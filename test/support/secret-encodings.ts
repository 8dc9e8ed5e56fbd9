// The encodings in which a secret is looked for, made by Node and not by the code under test.
import { escape as escapeQuery } from 'node:querystring';

const escapeEvery = (text: string) =>
  Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');

const percentEvery = (text: string) =>
  Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

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
};
