// One header for all cookies of a request, in which what the person wrote comes first and wins.
import { describe, expect, it } from 'vitest';
import { maskedCookieLine } from '#shared/request/masked-cookie-line.ts';
import type { MaskedRequest } from '#shared/request/masked-request.ts';
import type { PreparedHeader, PreparedRequest } from '#shared/request/prepared-request.ts';
import { withCookies } from '#shared/request/with-cookies.ts';

const header = (name: string, value: string, from: PreparedHeader['from'] = 'node'): PreparedHeader => ({
  name,
  value,
  from,
  holdsSecret: false,
});
const request = (...headers: readonly PreparedHeader[]): PreparedRequest => ({
  method: 'GET',
  url: 'http://shop.example/',
  headers,
  body: { type: 'none' },
});
const lines = ({ headers }: PreparedRequest) =>
  headers.map(({ from, holdsSecret, name, value }) => [name, value, from, holdsSecret]);
const sid = { name: 'sid', value: 'abc' };
const lang = { name: 'lang', value: 'en' };
const accept = header('Accept', '*/*', 'generated');

describe('withCookies', () => {
  it('adds a line behind the headers', () => {
    expect(lines(withCookies(request(accept), [sid, lang]))).toEqual([
      ['Accept', '*/*', 'generated', false],
      ['Cookie', 'sid=abc; lang=en', 'cookie-jar', true],
    ]);
  });

  it('leaves a request alone for which the jar has nothing', () => {
    const plain = request(accept, header('cookie', 'a=1'));
    expect(withCookies(plain, [])).toBe(plain);
    const written = request(header('Cookie', 'a=1; sid=mine'));
    expect(withCookies(written, [sid])).toBe(written);
  });

  it('puts the cookies behind what the person wrote, in its place', () => {
    const written = request(header('cookie', 'lang = de; b'), accept);
    expect(lines(withCookies(written, [sid, lang]))).toEqual([
      ['cookie', 'lang = de; b; sid=abc', 'node', true],
      ['Accept', '*/*', 'generated', false],
    ]);
  });

  it('makes one line of several', () => {
    const written = request(header('Cookie', 'a=1'), accept, header('cookie', ''), header('COOKIE', 'c=3'));
    expect(lines(withCookies(written, [sid]))).toEqual([
      ['Cookie', 'a=1; c=3; sid=abc', 'node', true],
      ['Accept', '*/*', 'generated', false],
    ]);
  });

  it('sends both of two cookies that differ in their path', () => {
    const both = withCookies(request(), [sid, { name: 'sid', value: 'deep' }]);
    expect(both.headers[0]?.value).toBe('sid=abc; sid=deep');
  });
});

describe('maskedCookieLine', () => {
  const masked: MaskedRequest = {
    method: 'GET',
    url: [{ text: '••••••••', from: 'secret', variable: 'COOKIE_SID' }],
    headers: [],
    body: { type: 'none' },
  };
  const shown = (prepared: PreparedRequest) => {
    const line = prepared.headers.find(({ cookies }) => cookies !== undefined)!;
    return maskedCookieLine(line, line.cookies!, masked, ({ from, name }) => ({
      name,
      from,
      value: [{ text: 'mine=1', from: 'literal' }],
    }));
  };

  it('names every cookie, and its value only by a variable that nothing else has', () => {
    const prepared = withCookies(request(), [sid, { ...sid, value: 'x' }, { name: 'none', value: '' }, lang]);
    expect(shown(prepared)).toEqual({
      name: 'Cookie',
      from: 'cookie-jar',
      value: [
        { text: 'sid=', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'COOKIE_SID_2' },
        { text: '; sid=', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'COOKIE_SID_3' },
        { text: '; none=; lang=', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'COOKIE_LANG' },
      ],
    });
  });

  it('shows what the person wrote as it was masked', () => {
    const prepared = withCookies(request(header('Cookie', 'mine=1')), [sid]);
    expect(shown(prepared)).toEqual({
      name: 'Cookie',
      from: 'node',
      value: [
        { text: 'mine=1; sid=', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'COOKIE_SID_2' },
      ],
    });
  });
});
