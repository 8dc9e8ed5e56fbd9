// Which cookies go where is what browsers do: each rule of RFC 6265 that matters without a page has a row here.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CookieJar } from '#electron/cookies/cookie-jar.ts';
import { cookieLimits } from '#electron/cookies/cookie-limits.ts';
import { cookiesOfStoredJar, storedJar } from '#electron/cookies/stored-cookie.ts';
import { runs } from '../../../support/runs.ts';

const sent = (jar: CookieJar, url: string) =>
  jar.cookiesFor(new URL(url)).map(({ name, value }) => `${name}=${value}`);

const jarAfter = (...steps: readonly (readonly [url: string, line: string])[]) => {
  const jar = new CookieJar();
  for (const [url, line] of steps) jar.keep(new URL(url), [line]);
  return jar;
};

describe('A cookie', () => {
  it.each([
    // [set by, line, comes back to, does not come to]
    ['https://shop.com/', 'a=1', 'https://shop.com/x', 'https://www.shop.com/'],
    ['https://shop.com/', 'a=1', 'https://shop.com:8443/', 'https://shop.org/'],
    ['https://shop.com/', 'a=1', 'http://shop.com/', 'https://notshop.com/'],
    ['https://www.shop.com/', 'a=1; Domain=shop.com', 'https://api.shop.com/', 'https://ashop.com/'],
    ['https://shop.com/', 'a=1; Domain=.SHOP.com', 'https://www.shop.com/', 'https://com/'],
    ['https://shop.com/', 'a=1; Path=/api', 'https://shop.com/api/x', 'https://shop.com/apis'],
    ['https://shop.com/v2/login', 'a=1', 'https://shop.com/v2/orders', 'https://shop.com/v3/'],
    ['https://shop.com/', 'a=1; Secure', 'https://shop.com/', 'http://shop.com/'],
    ['https://shop.com/', 'a=1; HttpOnly', 'https://shop.com/', 'http://127.0.0.1/'],
    ['https://shop.com/', '__Host-a=1; Secure; Path=/', 'https://shop.com/', 'http://shop.com/'],
    ['https://shop.com/', 'a=1; SameSite=Strict', 'https://shop.com/', 'https://b.shop.com/'],
    ['https://bücher.example/', 'a=1', 'https://xn--bcher-kva.example/', 'https://buecher.example/'],
    // On this machine, as browsers have it: an address is a host, and loopback counts as secure.
    ['http://localhost:3000/', 'a=1; Secure', 'http://localhost:4000/', 'http://shop.com/'],
    ['http://127.0.0.1:3000/', 'a=1; Secure', 'http://127.0.0.1:3000/', 'http://127.0.0.2/'],
    ['http://[::1]:3000/', 'a=1; Secure', 'http://[::1]:3000/', 'http://127.0.0.1/'],
    ['http://shop.localhost/', 'a=1; Secure', 'http://shop.localhost/', 'http://localhost/'],
    ['http://localhost/', 'a=1; Domain=localhost', 'http://localhost/', 'http://shop.localhost/'],
    ['http://10.0.0.7/', 'a=1; Domain=10.0.0.7', 'http://10.0.0.7/', 'http://10.0.0.8/'],
    // A public suffix, or a name without a dot, that is the host itself means the host alone.
    ['http://api:8080/', 'a=1; Domain=api', 'http://api:9090/', 'http://b.api/'],
    ['https://github.io/', 'a=1; Domain=github.io', 'https://github.io/', 'https://me.github.io/'],
    ['https://shop.test/', 'a=1; Domain=shop.test', 'https://b.shop.test/', 'https://b.test/'],
  ])('set by %s with "%s" goes to %s and not to %s', (by, line, there, elsewhere) => {
    const jar = jarAfter([by, line]);
    expect(sent(jar, there)).toHaveLength(1);
    expect(sent(jar, elsewhere)).toEqual([]);
  });

  it.each([
    ['http://shop.com/', 'a=1; Secure', 'without TLS nothing secure is set'],
    ['https://shop.com/', 'a=1; Domain=other.com', 'another domain'],
    ['https://shop.com/', 'a=1; Domain=www.shop.com', 'a domain below'],
    ['https://shop.com/', 'a=1; Domain=com', 'a public suffix'],
    ['https://shop.co.uk/', 'a=1; Domain=co.uk', 'a public suffix of two parts'],
    ['https://me.github.io/', 'a=1; Domain=github.io', 'a private public suffix'],
    ['http://shop.localhost/', 'a=1; Domain=localhost', 'a name without a dot that is not the host'],
    ['http://10.0.0.7/', 'a=1; Domain=0.0.7', 'the end of an address'],
    ['https://shop.com/', '__Host-a=1; Secure; Path=/; Domain=shop.com', 'a host cookie with a domain'],
    ['https://shop.com/', '__Secure-a=1', 'a secure name without the flag'],
    ['https://shop.com/', '=1', 'no name'],
    ['https://shop.com/', 'just text', 'no value'],
    ['https://shop.com/', '', 'nothing'],
    ['https://shop.com/', `a=${'x'.repeat(cookieLimits.bytes)}`, 'too large'],
  ])('of %s with "%.40s" is refused: %s', (url, line) => {
    const jar = new CookieJar();
    expect(jar.keep(new URL(url), [line])).toMatchObject({ kept: [], removed: [], hasChanged: false });
    expect(jar.facts()).toEqual([]);
  });

  it('of the largest size is kept', () => {
    const line = `a=${'x'.repeat(cookieLimits.bytes - 1)}`;
    expect(sent(jarAfter(['https://shop.com/', line]), 'https://shop.com/')).toEqual([line]);
  });

  it('is sent where the address cannot be decoded', () => {
    const jar = jarAfter(['https://shop.com/%E0%A4%A', 'a=1']);
    expect(sent(jar, 'https://shop.com/%E0%A4%A')).toEqual(['a=1']);
  });

  it('with a name that objects have is a cookie like others', () => {
    const jar = jarAfter(['https://shop.com/', '__proto__=1'], ['https://shop.com/', 'constructor=2']);
    expect(sent(jar, 'https://shop.com/')).toEqual(['__proto__=1', 'constructor=2']);
    expect(sent(jar, 'https://other.com/')).toEqual([]);
  });
});

describe('Several cookies', () => {
  it('replace each other by domain, path and name, and longer paths come first', () => {
    const jar = jarAfter(
      ['https://shop.com/', 'a=old'],
      ['https://shop.com/', 'b=2'],
      ['https://shop.com/', 'a=new'],
      ['https://shop.com/', 'a=deep; Path=/api'],
    );
    expect(sent(jar, 'https://shop.com/api/x')).toEqual(['a=deep', 'a=new', 'b=2']);
    expect(sent(jar, 'https://shop.com/')).toEqual(['a=new', 'b=2']);
  });

  it('make room for each other within a domain, and the one used longest ago goes', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-03-04T10:00:00Z') });
    try {
      const jar = new CookieJar();
      const url = new URL('https://shop.com/');
      for (let number = 0; number < cookieLimits.ofDomain; number += 1) {
        const path = number === 0 ? '/' : '/other';
        jar.keep(url, [`c${String(number)}=1; Path=${path}`]);
      }
      vi.setSystemTime(new Date('2025-03-04T10:00:01Z'));
      jar.cookiesFor(url);
      jar.keep(url, ['new=1']);
      const names = jar.facts().map(({ name }) => name);
      expect(names).toHaveLength(cookieLimits.ofDomain);
      expect(names).toContain('new');
      expect(names).toContain('c0');
      expect(names).not.toContain('c1');
    } finally {
      vi.useRealTimers();
    }
  });

  it('of one jar have a limit', () => {
    const jar = new CookieJar();
    for (let domain = 0; domain * 150 <= cookieLimits.ofJar; domain += 1)
      jar.keep(
        new URL(`https://d${String(domain)}.com/`),
        Array.from({ length: 150 }, (_, number) => `c${String(number)}=1`),
      );
    expect(jar.facts()).toHaveLength(cookieLimits.ofJar);
  });
});

describe('The life of a cookie', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-03-04T10:00:00.000Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const url = 'https://shop.com/';
  const expiryOf = (line: string) => jarAfter([url, line]).facts()[0]?.expires;

  it.each([
    ['a=1', null],
    ['a=1; Max-Age=60', '2025-03-04T10:01:00.000Z'],
    ['a=1; Expires=Wed, 05 Mar 2025 10:00:00 GMT', '2025-03-05T10:00:00.000Z'],
    ['a=1; Expires=Wed, 05 Mar 2025 10:00:00 GMT; Max-Age=60', '2025-03-04T10:01:00.000Z'],
    ['a=1; Expires=some day', null],
    ['a=1; Max-Age=soon', null],
    ['a=1; Max-Age=99999999999999999999', '2026-04-08T10:00:00.000Z'],
    ['a=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT', '2026-04-08T10:00:00.000Z'],
  ])('of "%s" ends at %s', (line, expires) => {
    expect(expiryOf(line)).toBe(expires);
  });

  it('is over at its end', () => {
    const jar = jarAfter([url, 'a=1; Max-Age=60']);
    vi.setSystemTime(new Date('2025-03-04T10:00:59.000Z'));
    expect(sent(jar, url)).toEqual(['a=1']);
    vi.setSystemTime(new Date('2025-03-04T10:01:01.000Z'));
    expect(sent(jar, url)).toEqual([]);
    expect(jar.facts()).toEqual([]);
    expect(jar.persistent()).toEqual([]);
  });

  it.each(['a=; Max-Age=0', 'a=x; Max-Age=-5', 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])(
    'is ended by "%s"',
    (line) => {
      const jar = jarAfter([url, 'a=1'], [url, 'b=2']);
      expect(jar.keep(new URL(url), [line])).toMatchObject({ kept: [], hasChanged: true });
      expect(sent(jar, url)).toEqual(['b=2']);
    },
  );

  it('outlives the application only where it has an end', () => {
    const jar = jarAfter([url, 'a=1'], [url, 'b=2; Max-Age=60; Path=/x; HttpOnly; Secure; SameSite=Lax']);
    const kept = cookiesOfStoredJar(storedJar(jar.persistent()));
    expect(kept).toEqual([
      {
        name: 'b',
        value: '2',
        domain: 'shop.com',
        path: '/x',
        hostOnly: true,
        expires: '2025-03-04T10:01:00.000Z',
        secure: true,
        httpOnly: true,
        sameSite: 'lax',
        created: '2025-03-04T10:00:00.000Z',
      },
    ]);
  });
});

describe('A jar that adopts what was kept', () => {
  const stored = (line: string) =>
    jarAfter(['https://shop.com/', `${line}; Max-Age=60; Domain=shop.com`]).persistent();

  it('sends it by the same rules, and keeps what it has itself', () => {
    const jar = jarAfter(['https://shop.com/', 'a=mine; Domain=shop.com']);
    jar.adopt(
      [...stored('a=kept'), ...stored('b=kept'), ...stored('c=kept')],
      new Set(['["shop.com","/","c"]']),
    );
    expect(sent(jar, 'https://www.shop.com/').sort()).toEqual(['a=mine', 'b=kept']);
  });

  it('gives everything back, whatever servers set', () => {
    const text = fc.stringMatching(/^[abc019 "!,é=&/%]{0,12}$/);
    const line = fc
      .tuple(
        fc.stringMatching(/^[a-zA-Z0-9_-]{1,9}$/),
        text,
        fc.constantFrom('', '; Path=/x', '; Domain=shop.com'),
      )
      .map(([name, value, rest]) => `${name}=${value}; Max-Age=600${rest}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const jar = new CookieJar();
        const url = new URL('https://shop.com/x/y');
        jar.keep(url, lines);
        const other = new CookieJar();
        other.adopt(cookiesOfStoredJar(storedJar(jar.persistent())) ?? [], new Set());
        expect(other.facts()).toEqual(jar.facts());
        const sorted = (cookies: readonly object[]) => cookies.map((each) => JSON.stringify(each)).sort();
        expect(sorted(other.cookiesFor(url))).toEqual(sorted(jar.cookiesFor(url)));
      }),
      { numRuns: runs(200) },
    );
  });

  it.each(['', '{}', '[]', '{"v":2,"cookies":[]}', '{"v":1,"cookies":[{"name":"a"}]}', 'null'])(
    'is not made of "%s"',
    (text) => {
      expect(cookiesOfStoredJar(text)).toBeNull();
    },
  );
});

describe('A cookie with any domain', () => {
  it('goes to the hosts that the domain of a cookie covers and to no others, whatever the hosts', () => {
    // No label of these letters makes a public suffix of itself.
    const label = fc.stringMatching(/^[xyz]{1,3}$/);
    const host = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => `${labels.join('.')}.com`);
    fc.assert(
      fc.property(host, host, fc.option(host), (by, to, domain) => {
        const jar = jarAfter([`https://${by}/`, `a=1${domain === null ? '' : `; Domain=${domain}`}`]);
        const comes = sent(jar, `https://${to}/`).length > 0;
        const covers = (whole: string, part: string) => whole === part || whole.endsWith(`.${part}`);
        const scope = domain ?? by;
        const expected = domain === null ? to === by : covers(by, scope) && covers(to, scope);
        expect(comes).toBe(expected);
      }),
      { numRuns: runs(300) },
    );
  });
});
