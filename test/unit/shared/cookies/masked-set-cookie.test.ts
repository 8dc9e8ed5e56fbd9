// A line that sets a cookie is shown without its value, however short that is.
import { describe, expect, it } from 'vitest';
import { cookieValueForms, cookieValuesIn, maskedSetCookie } from '#shared/cookies/masked-set-cookie.ts';

describe('maskedSetCookie', () => {
  it.each([
    ['sid=abc', 'sid=••••••••'],
    ['sid=a=b; Path=/; HttpOnly', 'sid=••••••••; Path=/; HttpOnly'],
    ['sid="a b";Secure', 'sid=••••••••;Secure'],
    [' sid = abc ; Path=/', ' sid =••••••••; Path=/'],
    ['=abc; Path=/', '=••••••••; Path=/'],
    ['sid=; Max-Age=0', 'sid=; Max-Age=0'],
    ['sid', 'sid'],
    ['', ''],
  ])('shows "%s" as "%s"', (line, shown) => {
    expect(maskedSetCookie(line)).toBe(shown);
  });
});

describe('cookieValueForms', () => {
  it.each([
    ['abc', ['abc']],
    ['"abc"', ['"abc"', 'abc']],
    ['""', ['""']],
    ['"', ['"']],
    // As a header is read, and as the same bytes read in a body; 0xFF alone is no UTF-8.
    [
      '"Gr\u00c3\u00b6\u00c3\u009fe"',
      ['"Gr\u00c3\u00b6\u00c3\u009fe"', 'Gr\u00c3\u00b6\u00c3\u009fe', '"Größe"', 'Größe'],
    ],
    ['a\u00ff', ['a\u00ff']],
    ['日本', ['日本']],
  ])('of %s are %j', (value, forms) => {
    expect(cookieValueForms(value)).toEqual(forms);
  });
});

describe('cookieValuesIn', () => {
  it.each([
    ['sid=abc; Path=/; HttpOnly', ['abc']],
    ['sid = abc ; Path=/', ['abc']],
    ['sid="abc";Secure', ['"abc"', 'abc']],
    ['sid=a=b', ['a=b']],
    ['sid=; Max-Age=0', []],
    ['sid', []],
    // What is masked already is no value.
    ['sid=••••••••; Path=/', []],
  ])('of "%s" are %j', (line, values) => {
    expect(cookieValuesIn(line)).toEqual(values);
  });
});
