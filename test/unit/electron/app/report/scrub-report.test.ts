// A report leaves the computer: planted secrets, paths and names must not be found in it in any spelling.
import { describe, expect, it } from 'vitest';
import { scrubReport } from '#electron/app/report/scrub-report.ts';

const places = {
  folders: [
    ['/srv/people/Ann Lee', '~'],
    ['/srv/people/Ann Lee/shop flows', '<workspace>'],
    ['D:\\Ann\\shop', '<workspace>'],
  ],
  names: [
    ['annlee', '<user>'],
    ['ann-laptop', '<computer>'],
    ['root', '<user>'],
  ],
} as const;
const scrub = (text: string) => scrubReport(text, places);

describe('a report', () => {
  it.each([
    [
      'a folder below the home folder',
      'at /srv/people/Ann Lee/shop flows/flows/a.json',
      'at <workspace>/flows/a.json',
    ],
    ['it in an address', 'file:///srv/people/Ann%20Lee/x.js:1:2', 'file://~/x.js:1:2'],
    ['a home folder of anybody', 'open /home/bea/.ssh/id failed', 'open ~/.ssh/id failed'],
    [
      'one on Windows',
      'C:\\Users\\bea\\x and D:/Ann/shop/y and "D:\\\\Ann\\\\shop"',
      '~\\x and <workspace>/y and "<workspace>"',
    ],
    ['the person and the computer', 'AnnLee on ann-laptop, annleeds', '<user> on <computer>, annleeds'],
    [
      'an address with a path',
      'GET https://ann:pw@api.shop.example:8443/users/42?key=c4nary failed',
      'GET https://api.shop.example:8443/… failed',
    ],
    ['an authorization', 'sent Authorization: Bearer c4nary.c4nary', 'sent Authorization: … …'],
    ['a scheme alone', 'with Bearer c4nary-token', 'with Bearer …'],
    [
      'named secrets',
      '{"apiKey":"c4nary","x-api-key": \'c4nary\', password=c4nary; sessionToken: c4nary}',
      '{"apiKey":…,"x-api-key": …, password=…; sessionToken: …}',
    ],
    ['an e-mail', 'of ann.lee+x@shop.example.com.', 'of <e-mail>.'],
    ['a long key', 'got 9fAc4naryc4naryc4nary0123456789 back', 'got <long text> back'],
    ['a key in lines', 'x\n-----BEGIN PRIVATE KEY-----\nc4nary\n-----END PRIVATE KEY-----\ny', 'x\n<key>\ny'],
    ['a key that is cut off', 'x -----BEGIN EC PRIVATE KEY-----\nc4nary', 'x <key>'],
  ])('does not hold %s', (_what, text, expected) => {
    expect(scrub(text)).toBe(expected);
    expect(scrub(text)).not.toContain('c4nary');
  });

  it('keeps what helps to find a defect', () => {
    const line =
      '2026-03-01T10:00:00.000Z defect 1a2b3c4d call.try: TypeError: x is undefined\n    at advance (app://page/assets/index-Bx3k9.js:12:345)';
    expect(scrub(line)).toBe(line);
    expect(scrub('running as root')).toBe('running as root');
  });
});
