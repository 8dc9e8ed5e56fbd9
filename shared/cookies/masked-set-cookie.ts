import { maskText } from '../request/masked-request.ts';

/** A `Set-Cookie` line with its value masked; name and attributes stay, and so does a value of nothing. */
export function maskedSetCookie(line: string): string {
  const [, name = '', value = '', attributes = ''] = /^([^=;]*)=([^;]*)(.*)$/s.exec(line) ?? [];
  if (value.trim() === '') return line;
  return `${name}=${maskText}${attributes}`;
}

/** The values that a `Set-Cookie` or cookie value stands for: as it is, and without the quotes that some put round it. */
export function cookieValueForms(value: string): readonly string[] {
  const inner = /^"(.*)"$/s.exec(value)?.[1];
  return inner === undefined || inner === '' ? [value] : [value, inner];
}

/** What is secret of a `Set-Cookie` line: the forms of its value. */
export function cookieValuesIn(line: string): readonly string[] {
  const [, value = ''] = /^[^=;]*=([^;]*)/.exec(line) ?? [];
  return value.trim() === '' || value === maskText ? [] : cookieValueForms(value.trim());
}
