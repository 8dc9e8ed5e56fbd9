// What a passphrase gives access to: every byte of it is authenticated, on the disk and in each secret.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKeyDerivation } from '#electron/vault/derived-key.ts';
import { type KeyRing, newRingKey, packedRing, unpackedRing } from '#electron/vault/key-ring.ts';
import { passphraseCipher } from '#electron/vault/passphrase-cipher.ts';
import { closedRing, openedRing } from '#electron/vault/passphrase-file.ts';
import { wrongDelayMs } from '#electron/vault/passphrase-tries.ts';
import { runs } from '../../../support/runs.ts';

const ring: KeyRing = [newRingKey()];
const cipher = passphraseCipher(() => ring);
const flip = (bytes: Uint8Array, at: number, bit: number) =>
  bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte));

describe('the cipher of a passphrase', () => {
  it('gives back what it got, for the same place only', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        async (text, one, other) => {
          const bytes = await cipher.encrypt(text, one);
          expect(await cipher.decrypt(bytes, one)).toEqual({ text, reencrypt: false });
          if (one !== other) await expect(cipher.decrypt(bytes, other)).rejects.toThrow();
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('refuses any bit that was changed, and anything that was cut or added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), fc.nat(), fc.nat(7), async (text, place, bit) => {
        const bytes = await cipher.encrypt(text, 'place');
        await expect(cipher.decrypt(flip(bytes, place % bytes.length, bit), 'place')).rejects.toThrow();
        await expect(cipher.decrypt(bytes.subarray(0, place % bytes.length), 'place')).rejects.toThrow();
        await expect(cipher.decrypt(Buffer.concat([bytes, Buffer.of(bit)]), 'place')).rejects.toThrow();
      }),
      { numRuns: runs(300) },
    );
  });

  it('opens what an older key closed, asks for the newest one, and knows no other key', async () => {
    const bytes = await cipher.encrypt('tok_live_4f9a', 'place');
    const grown = passphraseCipher(() => [newRingKey(), ...ring]);
    expect(await grown.decrypt(bytes, 'place')).toEqual({ text: 'tok_live_4f9a', reencrypt: true });
    await expect(passphraseCipher(() => [newRingKey()]).decrypt(bytes, 'place')).rejects.toThrow(
      'another key',
    );
  });

  it('does nothing while it is locked', async () => {
    const locked = passphraseCipher(() => null);
    expect(await locked.available()).toEqual({ usable: false, backend: 'passphrase', reason: 'locked' });
    await expect(locked.encrypt('text', 'place')).rejects.toThrow('locked');
    await expect(locked.decrypt(await cipher.encrypt('text', 'place'), 'place')).rejects.toThrow('locked');
  });
});

describe('keys on the disk', () => {
  const key = randomBytes(32);
  const derivation = newKeyDerivation();
  const closed = closedRing(ring, key, derivation);

  it('come back as they were, however many there are', () => {
    const grown: KeyRing = [newRingKey(), newRingKey(), ...ring];
    expect(unpackedRing(packedRing(grown))).toEqual(grown);
    expect(openedRing(closedRing(grown, key, derivation), key)).toEqual(grown);
    expect(unpackedRing(Buffer.alloc(0))).toBeNull();
    expect(unpackedRing(Buffer.alloc(41))).toBeNull();
  });

  it('do not open with another key, nor where any byte or how the key is made was changed', () => {
    expect(openedRing(closed, randomBytes(32))).toBeNull();
    const bytes = Buffer.from(closed.keys, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const keys = Buffer.from(flip(bytes, at, at % 8)).toString('base64');
      expect(openedRing({ ...closed, keys }, key)).toBeNull();
    }
    const others = [{ n: derivation.n / 2 }, { r: 4 }, { p: 2 }, { salt: newKeyDerivation().salt }];
    for (const other of others)
      expect(openedRing({ ...closed, keyDerivation: { ...derivation, ...other } }, key)).toBeNull();
  });

  it('show nothing of the keys', () => {
    const text = JSON.stringify(closed);
    for (const { key: secret } of ring)
      for (const encoding of ['hex', 'base64', 'latin1'] as const)
        expect(text).not.toContain(secret.toString(encoding));
  });
});

describe('wrong passphrases', () => {
  it('are answered ever more slowly, up to a limit', () => {
    expect([1, 2, 3, 4, 5, 6, 100].map(wrongDelayMs)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });
});
