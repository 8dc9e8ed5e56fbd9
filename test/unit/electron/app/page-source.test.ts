// Where the page comes from decides what is trusted; only a developer's machine may differ.
import { describe, expect, it } from 'vitest';
import { isEntryAddress, isOwnAddress, pageSource } from '#electron/app/page-source.ts';

const built = pageSource(true, undefined);

describe('pageSource', () => {
  it('serves the built page under a scheme of its own', () => {
    expect(built).toEqual({
      origin: 'app://flowbench',
      entryUrl: 'app://flowbench/index.html',
      fromDevServer: false,
    });
  });

  it('takes the build tool’s server on this machine while developing', () => {
    expect(pageSource(false, 'http://localhost:5173/')).toEqual({
      origin: 'http://localhost:5173',
      entryUrl: 'http://localhost:5173/',
      fromDevServer: true,
    });
    expect(pageSource(false, 'http://[::1]:5173').origin).toBe('http://[::1]:5173');
  });

  it('never takes it in a packaged application', () => {
    expect(pageSource(true, 'http://localhost:5173/')).toEqual(built);
  });

  it.each([
    ['another machine', 'http://dev.example:5173/'],
    ['a name that only begins like this machine', 'http://localhost.evil.example/'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['no address at all', 'localhost'],
    ['nothing', ''],
  ])('ignores %s', (_what, url) => {
    expect(pageSource(false, url)).toEqual(built);
  });
});

describe('isOwnAddress', () => {
  it.each([
    ['app://flowbench/', true],
    ['app://flowbench/assets/index.js?v=1', true],
    ['app://flowbench.evil/', false],
    ['app://other/', false],
    ['app://user@flowbench/', false],
    ['https://flowbench/', false],
    ['file:///flowbench', false],
    ['data:text/html,app://flowbench/', false],
    ['not an address', false],
  ])('%s: %s', (address, own) => {
    expect(isOwnAddress(built, address)).toBe(own);
  });
});

describe('isEntryAddress', () => {
  it.each([
    ['app://flowbench/index.html', true],
    ['app://flowbench/index.html#there', true],
    ['app://flowbench/index.html?again', true],
    ['app://flowbench/assets/other.html', false],
    ['https://example.com/index.html', false],
    ['nowhere', false],
  ])('%s: %s', (address, entry) => {
    expect(isEntryAddress(built, address)).toBe(entry);
  });
});
