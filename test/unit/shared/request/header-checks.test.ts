import { validateHeaderName, validateHeaderValue } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerValueProblem, isReservedHeader, isToken } from '#shared/request/header-checks.ts';

const accepts = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};

describe('headerValueProblem', () => {
  it.each([
    ['a\r\nX-Evil: 1', 'header-value-line-break', 'U+000D', 1],
    ['a\n', 'header-value-line-break', 'U+000A', 1],
    ['\0', 'header-value-line-break', 'U+0000', 0],
    ['a\u0001b', 'header-value-control-character', 'U+0001', 1],
    ['\u007f', 'header-value-control-character', 'U+007F', 0],
    ['Ł', 'header-value-not-latin1', 'Ł', 0],
    ['ok 😀', 'header-value-not-latin1', '😀', 3],
    ['\ud800', 'header-value-not-latin1', '\ud800', 0],
    ['a\u0001\r', 'header-value-control-character', 'U+0001', 1],
  ])('of %j is %s', (value, code, character, offset) => {
    expect(headerValueProblem(value)).toEqual({ code, character, offset });
  });

  it.each(['', ' ', 'a\tb', 'café ÿ', '\u0080', '"quoted"'])('is none in %j', (value) => {
    expect(headerValueProblem(value)).toBeNull();
  });

  it('is none exactly where node:http accepts the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const accepted = accepts(() => validateHeaderValue('x-a', value));
        expect(headerValueProblem(value) === null).toBe(accepted);
      }),
    );
  });
});

describe('isToken', () => {
  it.each(['X-Trace', 'x', "!#$%&'*+.^_`|~09"])('takes %s', (text) => {
    expect(isToken(text)).toBe(true);
  });

  it.each(['', ' ', 'X Trace', 'X:Trace', 'X-Tracé', 'X\r\n', '"x"', 'a/b', '{x}'])(
    'does not take %j',
    (text) => {
      expect(isToken(text)).toBe(false);
    },
  );

  it('takes exactly what node:http accepts as a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4 }), (name) => {
        expect(isToken(name)).toBe(accepts(() => validateHeaderName(name)));
      }),
    );
  });
});

describe('isReservedHeader', () => {
  it.each(['Connection', 'content-length', 'Transfer-Encoding', 'UPGRADE', 'Proxy-Authorization', 'proxy-x'])(
    'keeps %s for the connection',
    (name) => {
      expect(isReservedHeader(name, 'x', 'shop.example')).toBe(true);
    },
  );

  it.each(['Accept', 'Content-Type', 'Authorization', 'X-Proxy-Hint', 'Cookie'])(
    'leaves %s to the user',
    (name) => {
      expect(isReservedHeader(name, 'x', 'shop.example')).toBe(false);
    },
  );

  it('lets Host be said again and not be changed', () => {
    expect(isReservedHeader('Host', ' Shop.Example:8443 ', 'shop.example:8443')).toBe(false);
    expect(isReservedHeader('host', 'shop.example', 'shop.example:8443')).toBe(true);
    expect(isReservedHeader('host', 'admin.internal', 'shop.example')).toBe(true);
  });
});
