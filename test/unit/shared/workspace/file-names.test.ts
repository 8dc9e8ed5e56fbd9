// Names of files in documents come from other people's computers and must never lead out of the workspace.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentName } from '#shared/workspace/attachment-name.ts';
import { isWorkspaceFileName } from '#shared/workspace/workspace-file-name.ts';

describe('a name of a file in the workspace', () => {
  it.each([
    'files/photo.png',
    'files/orders/2024/photo 1.png',
    'files/..png',
    'files/a..b',
    'files/写真.png',
  ])('may be %j', (name) => {
    expect(isWorkspaceFileName(name)).toBe(true);
  });

  it.each([
    '',
    'files',
    'files/',
    'files//a',
    'files/./a',
    'files/../flowbench.json',
    'files/a/../../flowbench.json',
    'files/..',
    '../files/a',
    './files/a',
    '/etc/passwd',
    '/files/a',
    'Files/a',
    'flows/order-lookup.json',
    'files\\a',
    'files/..\\..\\a',
    'files/C:\\a',
    'files/a:stream',
    'C:/files/a',
    'file:///etc/passwd',
    'files/a\u0000.png',
    'files/a\nb',
    '~/files/a',
  ])('may not be %j', (name) => {
    expect(isWorkspaceFileName(name)).toBe(false);
  });

  it('never leads out of the folder when it is resolved', () => {
    const segment = fc.constantFrom('..', '.', 'a', 'files', '', 'b.png', '...');
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
        const name = segments.join('/');
        fc.pre(isWorkspaceFileName(name));
        expect(new URL(name, 'file:///workspace/').pathname).toMatch(/^\/workspace\/files\/./);
      }),
    );
  });
});

describe('the name of a picked file', () => {
  it.each([
    ['photo.png', 'photo.png'],
    ['Photo 1 (final).PNG', 'Photo 1 (final).PNG'],
    ['写真.png', '写真.png'],
    ['archive.tar.gz', 'archive.tar.gz'],
    ['../../evil.sh', '-..-evil.sh'],
    ['a:b*c?.txt', 'a-b-c-.txt'],
    ['.bashrc', 'bashrc'],
    ['CON', 'file-CON'],
    ['nul.txt', 'file-nul.txt'],
    ['invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['a\nb\u0000c.txt', 'abc.txt'],
    ['  .. ', 'file'],
    ['', 'file'],
    [`${'x'.repeat(200)}.png`, `${'x'.repeat(80)}.png`],
    [`x.${'p'.repeat(200)}`, `x.${'p'.repeat(19)}`],
    ['Cafe\u0301.txt', 'Café.txt'],
  ])('%j becomes %j', (picked, name) => {
    expect(attachmentName(picked)).toBe(name);
  });

  it('is always a name that the workspace accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (picked) => {
        const name = attachmentName(picked);
        expect(isWorkspaceFileName(`files/${name}`)).toBe(true);
        expect(Buffer.byteLength(name)).toBeLessThan(255 * 2);
        expect(Array.from(name).length).toBeLessThanOrEqual(105);
      }),
    );
  });
});
