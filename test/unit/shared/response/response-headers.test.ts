// Headers can come several times; flows read them by lower-case name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerValues, responseHeaders } from '#shared/response/response-headers.ts';

describe('responseHeaders', () => {
  it('joins what came more than once, in the order it came', () => {
    expect(responseHeaders(['X-A', '1', 'etag', '"1"', 'x-a', '2', 'ETag', '"2"'])).toEqual({
      'x-a': '1, 2',
      etag: '"1", "2"',
    });
  });

  it('gives cookies as a list, also a single one', () => {
    expect(
      responseHeaders(['Set-Cookie', 'a=1', 'set-cookie', 'b=2; Expires=Wed, 01 Jan 2030 00:00:00 GMT']),
    ).toEqual({
      'set-cookie': ['a=1', 'b=2; Expires=Wed, 01 Jan 2030 00:00:00 GMT'],
    });
    expect(responseHeaders(['Set-Cookie', 'a=1'])).toEqual({ 'set-cookie': ['a=1'] });
  });

  it('takes any name as data', () => {
    const headers = responseHeaders(['__proto__', 'x', 'Constructor', 'y']);
    expect(Object.entries(headers)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('loses no value of any header', () => {
    const name = fc.constantFrom('A', 'a', 'Set-Cookie', 'set-cookie', '__proto__', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
        const headers = responseHeaders(pairs.flat());
        for (const [found] of pairs) {
          const values = headerValues(pairs.flat(), found.toLowerCase());
          const stored = Object.entries(headers).find(([key]) => key === found.toLowerCase())?.[1];
          expect(stored).toEqual(found.toLowerCase() === 'set-cookie' ? values : values.join(', '));
        }
      }),
    );
  });
});
