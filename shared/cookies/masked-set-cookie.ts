import { maskText } from '../request/masked-request.ts';

/** A `Set-Cookie` line with its value masked; name and attributes stay, and so does a value of nothing. */
export function maskedSetCookie(line: string): string {
  const [, name = '', value = '', attributes = ''] = /^([^=;]*)=([^;]*)(.*)$/s.exec(line) ?? [];
  if (value.trim() === '') return line;
  return `${name}=${maskText}${attributes}`;
}

/**
 * The values that a `Set-Cookie` or cookie value stands for: as it is, without the quotes that some put round it, and as
 * the same bytes read in a body, since headers are read byte by byte and a body may be UTF-8.
 */
export function cookieValueForms(value: string): readonly string[] {
  const forms = [value, asUtf8(value)].flatMap((form) => [form, /^"(.+)"$/s.exec(form)?.[1] ?? form]);
  return [...new Set(forms)];
}

function asUtf8(value: string): string {
  const codes = Array.from(value, (character) => character.charCodeAt(0));
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return value;
  }
}

/** What is secret of a `Set-Cookie` line: the forms of its value. */
export function cookieValuesIn(line: string): readonly string[] {
  const [, value = ''] = /^[^=;]*=([^;]*)/.exec(line) ?? [];
  return value.trim() === '' || value === maskText ? [] : cookieValueForms(value.trim());
}
