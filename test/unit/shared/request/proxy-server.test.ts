// What an address of a proxy means, what its password is bound to, and what is said while it is typed.
import { describe, expect, it } from 'vitest';
import { proxyLabel, proxyOrigin, proxyUrlTrouble, readProxyServer } from '#shared/request/proxy-server.ts';

describe('An address of a proxy', () => {
  it.each([
    ['http://127.0.0.1:3128', 'http', '127.0.0.1', 3128],
    [' HTTP://Proxy.Example:8080/ ', 'http', 'proxy.example', 8080],
    ['http://proxy.example', 'http', 'proxy.example', 80],
    ['http://proxy.example:80', 'http', 'proxy.example', 80],
    ['https://proxy.example', 'https', 'proxy.example', 443],
    ['https://proxy.example:80', 'https', 'proxy.example', 80],
    ['socks5://proxy.example', 'socks5', 'proxy.example', 1080],
    ['socks5h://[::1]:9050', 'socks5h', '::1', 9050],
    ['socks5h://proxy.example:443', 'socks5h', 'proxy.example', 443],
  ])('%s', (address, scheme, host, port) => {
    expect(readProxyServer(address)).toEqual({ scheme, host, port });
    expect(proxyUrlTrouble(address)).toBeNull();
  });

  it.each([
    ['', 'Enter the address of the proxy, such as http://127.0.0.1:3128.'],
    ['127.0.0.1:3128', 'Begin with http://, https://, socks5:// or socks5h://.'],
    ['ftp://proxy.example', 'Begin with http://, https://, socks5:// or socks5h://.'],
    ['http://', 'Write the host and the port of the proxy, such as http://127.0.0.1:3128.'],
    [
      'http://proxy.example:99999',
      'Write the host and the port of the proxy, such as http://127.0.0.1:3128.',
    ],
    ['http://proxy.example/path', 'A proxy has no path: end the address after the port.'],
    [
      'http://me:secret@proxy.example:1',
      'Leave user name and password out of the address and enter them below, where the password is encrypted.',
    ],
    [
      'http://{{host}}:1',
      'The address of a proxy is plain text: expressions are not read here, so that its password goes nowhere else.',
    ],
  ])('that is none: %j', (address, sentence) => {
    expect(readProxyServer(address)).toBeNull();
    expect(proxyUrlTrouble(address)).toBe(sentence);
  });

  it('is shown with brackets where it needs them', () => {
    expect(proxyLabel({ host: '::1', port: 1 })).toBe('[::1]:1');
    expect(proxyLabel({ host: 'a.test', port: 1 })).toBe('a.test:1');
  });

  it('binds its password to scheme, host and port', () => {
    expect(proxyOrigin('http://A.test/')).toBe('http://a.test:80');
    expect(proxyOrigin('http://a.test:80')).toBe('http://a.test:80');
    expect(proxyOrigin('https://a.test:80')).not.toBe(proxyOrigin('http://a.test:80'));
    expect(proxyOrigin(' half typed')).toBe('proxy half typed');
  });
});
