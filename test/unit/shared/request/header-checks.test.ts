// Clients drop characters from headers in silence; ours must refuse them, and only them.
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
    ['a\r\nX-Evil: 1', 'header-value-line-break', 'U+000D'],
    ['a\n', 'header-value-line-break', 'U+000A'],
    ['\0', 'header-value-line-break', 'U+0000'],
    ['a\u0001b', 'header-value-control-character', 'U+0001'],
    ['\u007f', 'header-value-control-character', 'U+007F'],
    ['Ł', 'header-value-not-latin1', 'U+0141'],
    ['ok 😀', 'header-value-not-latin1', 'U+1F600'],
    ['\ud800', 'header-value-not-latin1', 'U+D800'],
    ['a\u0001\r', 'header-value-control-character', 'U+0001'],
  ])('of %j is %s', (value, code, character) => {
    expect(headerValueProblem(value)).toEqual({ code, character });
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
  it.each([
    'Connection',
    'content-length',
    'Transfer-Encoding',
    'UPGRADE',
    'Trailer',
    'Proxy-Authorization',
    'proxy-x',
  ])('keeps %s for the connection', (name) => {
    expect(isReservedHeader(name, 'x', 'shop.example')).toBe(true);
  });

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
