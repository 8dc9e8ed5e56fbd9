// Names of people become names of files that every system can hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import { anyName } from '../../../support/any-document.ts';

describe('the file name of a document', () => {
  it.each([
    ['Shop API', 'shop-api'],
    ['  Order   lookup (v2)  ', 'order-lookup-v2'],
    ['Crème brûlée', 'creme-brulee'],
    ['Größe', 'grosse'],
    ['Smørrebrød & Æbler', 'smorrebrod-aebler'],
    ['Łódź', 'lodz'],
    ['注文検索', '注文検索'],
    ['हिन्दी', 'हिन्दी'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\u0000b', 'a-b'],
    ['.hidden', 'hidden'],
    ['🔑', 'flow'],
    ['...', 'flow'],
    ['', 'flow'],
    ['CON', 'con-flow'],
    ['lpt1', 'lpt1-flow'],
    ['console', 'console'],
    ['x'.repeat(300), 'x'.repeat(60)],
    [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
  ])('%j is %j', (name, slug) => {
    expect(documentSlug(name, 'flow')).toBe(slug);
  });

  it('is the same for a name in either Unicode form', () => {
    expect(documentSlug('Ca\u0301fe'.normalize('NFD'), 'flow')).toBe(
      documentSlug('Cáfe'.normalize('NFC'), 'flow'),
    );
  });

  it('is a plain file name for every name, and short enough for every disk', () => {
    fc.assert(
      fc.property(fc.oneof(anyName, fc.string({ unit: 'binary' })), (name) => {
        const slug = documentSlug(name, 'endpoint');
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(240);
        expect(slug).toBe(slug.toLowerCase());
      }),
    );
  });
});
