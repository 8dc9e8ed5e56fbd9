// The word on a passphrase is advice; it must not praise what is tried first, nor blame what is long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPassphraseShort, passphraseStrength } from '#shared/secret/passphrase.ts';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'short'],
    ['elevenchars', 'short'],
    ['🔑🔑🔑🔑🔑🔑', 'short'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['123456789012345678901234', 'weak'],
    ['abcdefghijklmnopqrstuvwxyz', 'weak'],
    ['Password123!', 'weak'],
    ['qwertyuiop12', 'weak'],
    ['password password', 'weak'],
    ['abcabcabcabcabcabc', 'weak'],
    ['correct horse battery staple', 'weak'],
    ['maple orbit seven', 'weak'],
    ['grünes boot im nebel', 'fair'],
    ['maple orbit seven lanterns', 'fair'],
    ['maple orbit seven lanterns grebe', 'strong'],
    ['vT9#qL2!xR7$', 'strong'],
  ])('%j is %s', (text, strength) => {
    expect(passphraseStrength(text)).toBe(strength);
  });

  it('is short exactly below twelve characters, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(passphraseStrength(text) === 'short').toBe(isPassphraseShort(text));
        expect(isPassphraseShort(text)).toBe(Array.from(text).length < 12);
      }),
    );
  });
});
