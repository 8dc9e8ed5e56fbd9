// An address of the page must lead to a built file and never out of its folder.
import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageFile } from '#electron/app/page-file.ts';

const root = path.resolve('/srv/page');

describe('pageFile', () => {
  it.each([
    ['app://flowbench/', 'index.html', 'text/html; charset=utf-8'],
    ['app://flowbench/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://flowbench/assets/index-AbC.js?v=2#top', 'assets/index-AbC.js', 'text/javascript; charset=utf-8'],
    ['app://flowbench/assets/index.css', 'assets/index.css', 'text/css; charset=utf-8'],
    ['app://flowbench/assets/inter.woff2', 'assets/inter.woff2', 'font/woff2'],
    ['app://flowbench/assets/a%20b.svg', 'assets/a b.svg', 'image/svg+xml'],
  ])('%s is %s', (address, file, contentType) => {
    expect(pageFile(root, address)).toEqual({ file: path.join(root, file), contentType });
  });

  it.each([
    ['a folder', 'app://flowbench/assets/'],
    ['a kind of file that the build does not make', 'app://flowbench/key.pem'],
    ['a file without a kind', 'app://flowbench/passwd'],
    ['another host', 'app://elsewhere/index.html'],
    ['another scheme', 'file:///srv/page/index.html'],
    ['a user name', 'app://me@flowbench/index.html'],
    ['a port', 'app://flowbench:80/index.html'],
    ['encoded slashes', 'app://flowbench/assets/..%2f..%2f..%2fsecret.json'],
    ['a doubled slash', 'app://flowbench//..%2f/secret.json'],
    ['a backslash', 'app://flowbench/..%5c..%5csecret.json'],
    ['a drive', 'app://flowbench/C%3A/secret.json'],
    ['a NUL', 'app://flowbench/index.html%00.js'],
    ['half an encoding', 'app://flowbench/%e0%a4.html'],
    ['no address', 'index.html'],
  ])('refuses %s', (_what, address) => {
    expect(pageFile(root, address)).toBeNull();
  });

  it('reads encoded dots as dots, which end at the folder', () => {
    const found = pageFile(root, 'app://flowbench/%2e%2e/%2e%2e/secret.json');
    expect(found?.file).toBe(path.join(root, 'secret.json'));
  });

  it('never names a file outside the folder, whatever the address', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E',
      '/',
      '%2f',
      '%5c',
      '\\',
      'a',
      'b.js',
      '%00',
      '//',
      '%25',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = pageFile(root, `app://flowbench/${pieces.join('')}.js`);
        expect(found === null || found.file.startsWith(root + path.sep)).toBe(true);
      }),
    );
  });
});
