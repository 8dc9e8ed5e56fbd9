// A Location header is resolved as the standard says, and refused where it leads nowhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redirectTarget } from '#shared/request/redirect-target.ts';

const from = 'https://shop.example/v2/orders?page=1';

describe('redirectTarget', () => {
  it.each([
    ['/v2/users', 'https://shop.example/v2/users', null],
    ['users', 'https://shop.example/v2/users', null],
    ['?page=2', 'https://shop.example/v2/orders?page=2', null],
    ['//files.example/x#top', 'https://files.example/x', 'top'],
    ['#top', 'https://shop.example/v2/orders?page=1', 'top'],
    ['/x#', 'https://shop.example/x', null],
    ['HTTP://Files.Example:80/x', 'http://files.example/x', null],
    ['/@ann/x@y', 'https://shop.example/@ann/x@y', null],
    ['/x?mail=a@b', 'https://shop.example/x?mail=a@b', null],
  ])('reads %s', (location, url, fragment) => {
    expect(redirectTarget([location], from)).toEqual({ ok: true, value: { url, fragment } });
  });

  it.each([
    [[], 'redirect-location-missing', null],
    [[' '], 'redirect-location-missing', null],
    [['', ''], 'redirect-location-missing', null],
    [['/a', '/b'], 'redirect-location-invalid', '/a, /b'],
    [['http://'], 'redirect-location-invalid', 'http://'],
    [['mailto:ann@shop.example'], 'redirect-scheme-unsupported', 'mailto:ann@shop.example'],
  ])('refuses %o as %s', (locations, code, location) => {
    expect(redirectTarget(locations, from)).toEqual({
      ok: false,
      failure: { code, location, otherHost: null },
    });
  });

  it('gives an address without user information or fragment, or a reason, for any bytes', () => {
    const latin1 = fc.string({
      unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)),
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            latin1,
            fc.webUrl(),
            latin1.map((text) => `//${text}`),
          ),
          { maxLength: 2 },
        ),
        (locations) => {
          const target = redirectTarget(locations, from);
          if (!target.ok) return;
          const url = new URL(target.value.url);
          expect(['http:', 'https:']).toContain(url.protocol);
          expect(url.username + url.password + url.hash).toBe('');
        },
      ),
    );
  });
});
