// A host that comes from an expression gets the credentials only if it is on the list; look-alikes must not be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedHost } from '#shared/request/allowed-host.ts';

describe('isAllowedHost', () => {
  it.each([
    ['https://shop.example/', 'shop.example'],
    ['https://shop.example:8443/x', 'shop.example'],
    ['http://shop.example/', 'shop.example'],
    ['https://shop.example:8443/', 'shop.example:8443'],
    ['https://shop.example/', 'shop.example:443'],
    ['http://shop.example/', 'shop.example:80'],
    ['https://shop.example/', ' Shop.Example '],
    ['https://xn--mnchen-3ya.example/', 'münchen.example'],
    ['https://example.com/', 'ｅxample.com'],
    ['http://127.0.0.1:3000/', '127.1'],
    ['http://[::1]:3000/', '[::1]'],
    ['http://[::1]:3000/', '[0:0:0:0:0:0:0:1]:3000'],
    ['https://shop.example/', 'https://shop.example/'],
    ['https://shop.example:8443/', 'http://shop.example'],
  ])('lets %s go to the entry "%s"', (url, entry) => {
    expect(isAllowedHost(url, ['other.example', entry])).toBe(true);
  });

  it.each([
    ['https://shop.example/', ''],
    ['https://shop.example/', '*'],
    ['https://shop.example/', '*.example'],
    ['https://shop.example/', 'example'],
    ['https://shop.example/', 'www.shop.example'],
    ['https://www.shop.example/', 'shop.example'],
    ['https://shop.example./', 'shop.example'],
    ['https://shop.example/', 'shop.example:8443'],
    ['https://shop.example/', 'shop.example:80'],
    ['http://shop.example/', 'shop.example:443'],
    ['https://shop.example/', 'shop.example/v2'],
    ['https://shop.example/', 'evil.example@shop.example'],
    ['https://shop.example/', 'shop.example:99999'],
    ['https://shop.example/', 'shop example'],
    ['https://shop.example/', 'ftp://shop.example'],
  ])('does not let %s go to the entry "%s"', (url, entry) => {
    expect(isAllowedHost(url, [entry])).toBe(false);
  });

  it('allows nothing where nothing is listed', () => {
    expect(isAllowedHost('https://shop.example/', [])).toBe(false);
  });

  it('never lets an entry stand for more than its own host', () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (entry, host) => {
        expect(isAllowedHost(`https://${host}/`, [entry])).toBe(entry.toLowerCase() === host.toLowerCase());
      }),
    );
  });

  it('reads any entry without failing', () => {
    fc.assert(
      fc.property(fc.string(), (entry) => {
        expect(isAllowedHost('https://shop.example/', [entry])).toBeTypeOf('boolean');
      }),
    );
  });
});
