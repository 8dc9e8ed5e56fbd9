// Paths of folders cross the boundary to the disk, so what is none is refused, and names fit every system.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  folderInWords,
  folderNameTrouble,
  folderPathSchema,
  folderTrouble,
  isWithin,
  movedWith,
  ownFoldersUpTo,
} from '#shared/workspace/folder-path.ts';

describe('a path of a folder', () => {
  it.each(['flows', 'flows/Support', 'endpoints/a b/c', 'fixtures/order-lookup', 'flows/a:b'])(
    'can be %s',
    (folder) => expect(folderPathSchema.safeParse(folder).success).toBe(true),
  );

  it.each([
    '',
    '/',
    'flows/',
    'flows//a',
    'flows/..',
    '../flows',
    'flows/../../x',
    'other',
    'flows/.git',
    'flows/a\\b',
    'flows/a\0',
  ])('cannot be %j', (folder) => expect(folderPathSchema.safeParse(folder).success).toBe(false));

  it('never leads up, whatever is between the slashes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('..', '.', '', 'a', '..a'), fc.string())), (names) => {
        const folder = ['flows', ...names].join('/');
        if (!folderPathSchema.safeParse(folder).success) return;
        expect(folder.split('/').every((name) => name !== '' && name !== '.' && name !== '..')).toBe(true);
      }),
    );
  });
});

describe('the name of a folder', () => {
  it.each(['Support', '支持', 'Bestellungen & Mehr', 'v2.0', 'a.b'])('can be %s', (name) =>
    expect(folderNameTrouble(name)).toBeNull(),
  );

  it.each(['', ' ', 'a/b', 'a\\b', '.a', 'a.', 'a ', ' a', 'NUL', 'com1.x', 'a\tb', 'x'.repeat(61)])(
    'cannot be %j',
    (name) => expect(folderNameTrouble(name)).not.toBeNull(),
  );

  it('is one of a kind beside others, whatever their case and Unicode form', () => {
    expect(folderTrouble('flows/CAFÉ', ['flows/café'.normalize('NFD')])).toContain('already');
    expect(folderTrouble('flows/Café', ['flows/café'], 'flows/café')).toBeNull();
    expect(folderTrouble('flows/a/café', ['flows/café'])).toBeNull();
  });
});

describe('what lies in a folder', () => {
  it('goes with it, and nothing that is only called alike', () => {
    expect(movedWith('flows/a/b.json', 'flows/a', 'flows/x/a')).toBe('flows/x/a/b.json');
    expect(movedWith('flows/ab.json', 'flows/a', 'flows/x')).toBe('flows/ab.json');
    expect(isWithin('flows/a', 'flows/a')).toBe(true);
  });

  it('moves there and back', () => {
    const name = fc.stringMatching(/^[a-z]{1,4}$/);
    fc.assert(
      fc.property(name, name, fc.array(name), (from, to, rest) => {
        const file = ['flows', from, ...rest].join('/');
        expect(
          movedWith(movedWith(file, `flows/${from}`, `flows/${to}`), `flows/${to}`, `flows/${from}`),
        ).toBe(file);
      }),
    );
  });

  it('is told by the names of the person’s folders', () => {
    expect(folderInWords('flows/Shop/Orders/a.json')).toBe('Shop / Orders');
    expect(folderInWords('flows/a.json')).toBe('');
    expect(folderInWords('fixtures/x/a.json')).toBe('');
    expect(ownFoldersUpTo('flows/a/b')).toEqual(['flows/a', 'flows/a/b']);
  });
});
