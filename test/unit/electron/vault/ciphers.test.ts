// Both ciphers have one contract; what differs is how long they remember.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionCipher } from '#electron/vault/session-cipher.ts';
import { systemCipher } from '#electron/vault/system-cipher.ts';
import { keeperOf } from '#electron/vault/vault-status.ts';
import { testKeyStore } from '../../../support/test-key-store.ts';

describe('the cipher of a session', () => {
  it('gives back what it got, and is always usable', async () => {
    const cipher = sessionCipher();
    expect(await cipher.available()).toEqual({ usable: true, backend: 'memory' });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (text, associated) => {
        const bytes = await cipher.encrypt(text, associated);
        expect(await cipher.decrypt(bytes, associated)).toEqual({ text, reencrypt: false });
      }),
    );
  });

  it('never gives the same bytes twice, nor the text in them', async () => {
    const cipher = sessionCipher();
    const [one, other] = await Promise.all([1, 2].map(() => cipher.encrypt('tok_live_4f9a', 'place')));
    expect(Buffer.from(one!).equals(Buffer.from(other!))).toBe(false);
    expect(Buffer.from(one!).toString('latin1')).not.toContain('tok_live');
  });

  it.each([
    ['for another place', (bytes: Uint8Array) => bytes, 'another place'],
    [
      'with one bit changed',
      (bytes: Uint8Array) => bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte)),
      'place',
    ],
    [
      'with another nonce',
      (bytes: Uint8Array) => bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte)),
      'place',
    ],
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, 20), 'place'],
    ['empty', () => new Uint8Array(), 'place'],
  ])('refuses bytes %s', async (_, change, associated) => {
    const cipher = sessionCipher();
    const bytes = await cipher.encrypt('tok_live_4f9a', 'place');
    await expect(cipher.decrypt(change(bytes), associated)).rejects.toThrow();
  });

  it('cannot open what another session encrypted', async () => {
    const bytes = await sessionCipher().encrypt('tok_live_4f9a', 'place');
    await expect(sessionCipher().decrypt(bytes, 'place')).rejects.toThrow();
  });
});

describe('the cipher of the system', () => {
  it.each([
    ['gnome_libsecret', false, { usable: true, backend: 'gnome_libsecret' }],
    ['kwallet6', false, { usable: true, backend: 'kwallet6' }],
    ['keychain', false, { usable: true, backend: 'keychain' }],
    ['gnome_libsecret', true, { usable: false, backend: 'gnome_libsecret', reason: 'locked' }],
    ['basic_text', false, { usable: false, backend: 'basic_text', reason: 'none' }],
    ['basic_text', true, { usable: false, backend: 'basic_text', reason: 'none' }],
    ['unknown', false, { usable: false, backend: 'unknown', reason: 'none' }],
  ])('is usable where %s encrypts (locked: %s)', async (backend, isLocked, available) => {
    const store = testKeyStore(backend);
    store.isLocked = isLocked;
    expect(await systemCipher(store, 'linux').available()).toEqual(available);
  });

  it('hands bytes and text on', async () => {
    const store = testKeyStore();
    store.asksToReencrypt = true;
    const cipher = systemCipher(store, 'linux');
    const bytes = await cipher.encrypt('tok_live_4f9a', 'place');
    expect(await cipher.decrypt(bytes, 'place')).toEqual({ text: 'tok_live_4f9a', reencrypt: true });
  });

  it('refuses on Linux what was made with the key that everybody knows, both ways', async () => {
    const readable = {
      ...testKeyStore(),
      encrypt: (text: string) => Promise.resolve(Buffer.from(`v10${text}`)),
      decrypt: () => Promise.resolve({ text: 'x', reencrypt: false }),
    };
    await expect(systemCipher(readable, 'linux').encrypt('x', '')).rejects.toThrow('did not encrypt');
    await expect(systemCipher(readable, 'linux').decrypt(Buffer.from('v10x'), '')).rejects.toThrow(
      'never encrypted',
    );
    expect(await systemCipher(readable, 'darwin').encrypt('x', '')).toEqual(Buffer.from('v10x'));
  });
});

describe('who keeps secrets', () => {
  const usable = { usable: true, backend: 'kwallet6' } as const;
  const locked = { usable: false, backend: 'kwallet6', reason: 'locked' } as const;
  const none = { usable: false, backend: 'basic_text', reason: 'none' } as const;

  it.each([
    [usable, false, false, 'system'],
    [usable, false, true, 'system'],
    [usable, true, false, 'session'],
    [locked, false, false, 'locked'],
    [locked, false, true, 'locked'],
    [locked, true, false, 'session'],
    [none, false, false, 'undecided'],
    [none, false, true, 'session'],
    [none, true, false, 'session'],
  ])('%j, chosen now %s, chosen before %s: %s', (system, chosenNow, chosenBefore, keeper) => {
    const choice = { sessionNow: chosenNow, sessionBefore: chosenBefore };
    expect(keeperOf(system, { ...choice, passphrase: 'none' }).keeper).toBe(keeper);
    // A passphrase keeps secrets until it is given up, whatever else there is.
    expect(keeperOf(system, { ...choice, passphrase: 'locked' })).toEqual({
      keeper: 'passphrase-locked',
      backend: 'passphrase',
      isMovable: system.usable,
    });
    expect(keeperOf(system, { ...choice, passphrase: 'unlocked' }).keeper).toBe('passphrase');
  });
});
