// Short secrets cannot be searched for, and the form has to say so about exactly these.
import { describe, expect, it } from 'vitest';
import { isShortSecret } from '#shared/secret/short-secret.ts';

describe('a secret that is too short to be searched for', () => {
  it.each([
    ['', true],
    ['1234567', true],
    ['12345678', false],
    ['pässwör', true],
    // Seven characters in fourteen UTF-16 units, then eight in sixteen.
    ['🔑'.repeat(7), true],
    ['🔑'.repeat(8), false],
    ['🔑1234567', false],
    ['x'.repeat(4000), false],
  ])('%j: %s', (value, isShort) => {
    expect(isShortSecret(value)).toBe(isShort);
  });
});
