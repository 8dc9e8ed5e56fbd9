// What the environment and a browser engine say about the way to an address.
import { describe, expect, it } from 'vitest';
import { engineProxy, environmentProxy, scriptRoute } from '#electron/executor/system-proxy.ts';

const none = { http: undefined, https: undefined, all: undefined, no: undefined };
const at = (host: string, port: number, scheme = 'http') => ({
  server: { scheme, host, port },
  credentials: null,
});

describe('The environment', () => {
  it('names a proxy for each scheme, or one for both', () => {
    const both = environmentProxy({ ...none, http: 'http://a.test:1', https: 'b.test:2' });
    expect(both?.(new URL('http://x.test/'))).toEqual(at('a.test', 1));
    expect(both?.(new URL('https://x.test/'))).toEqual(at('b.test', 2));
    const all = environmentProxy({ ...none, all: 'socks5://a.test:1', https: 'http://b.test' });
    expect(all?.(new URL('http://x.test/'))).toEqual(at('a.test', 1, 'socks5'));
    expect(all?.(new URL('https://x.test/'))).toEqual(at('b.test', 80));
  });

  it('gives credentials, percent-encoded', () => {
    const proxy = environmentProxy({ ...none, http: 'http://me:p%40ss@a.test:1' });
    expect(proxy?.(new URL('http://x.test/'))).toEqual({
      ...at('a.test', 1),
      credentials: { userName: 'me', password: 'p@ss' },
    });
  });

  it('names none', () => {
    expect(environmentProxy(none)).toBeNull();
    expect(environmentProxy({ ...none, http: ' ', no: '*' })).toBeNull();
    expect(environmentProxy({ ...none, http: 'ftp://a.test' })).toBeNull();
  });

  it('excepts names with all below them, and this machine', () => {
    const proxy = environmentProxy({
      ...none,
      all: 'http://p.test:1',
      no: 'a.test, .b.test 10.0.0.0/8,c.test:8080',
    });
    const isDirect = (address: string) => proxy?.(new URL(address)) === null;
    for (const address of [
      'http://a.test/',
      'http://x.a.test/',
      'http://b.test/',
      'http://10.1.1.1/',
      'http://c.test:8080/',
      'http://localhost/',
    ])
      expect(isDirect(address), address).toBe(true);
    for (const address of ['http://xa.test/', 'http://c.test/', 'http://11.1.1.1/'])
      expect(isDirect(address), address).toBe(false);
  });
});

describe('A browser engine', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY a.test:1; SOCKS5 b.test:2; DIRECT', at('a.test', 1)],
    ['SOCKS5 b.test:2; DIRECT', at('b.test', 2, 'socks5h')],
    ['SOCKS b.test:2', at('b.test', 2, 'socks5h')],
    ['HTTPS a.test:443', at('a.test', 443, 'https')],
    ['QUIC a.test:443; PROXY [::1]:3', at('::1', 3)],
    ['DIRECT; PROXY a.test:1', null],
    ['', null],
  ])('says %s', (said, route) => {
    expect(scriptRoute(said)).toEqual(route);
  });

  it('is asked for the origin alone, never about this machine, and may fail', async () => {
    const asked: string[] = [];
    const proxy = engineProxy((url) => {
      asked.push(url);
      return url.includes('broken')
        ? Promise.reject(new Error('no script'))
        : Promise.resolve('PROXY a.test:1');
    });
    expect(await proxy(new URL('https://x.test:8443/path?token=1'))).toEqual(at('a.test', 1));
    expect(await proxy(new URL('http://127.0.0.1/'))).toBeNull();
    expect(await proxy(new URL('http://broken.test/'))).toBeNull();
    expect(asked).toEqual(['https://x.test:8443/', 'http://broken.test/']);
  });
});
