// Electron 33 and 45 keep secrets by different calls, and only one of them runs here; both shapes are held.
import { describe, expect, it } from 'vitest';
import { keyStore } from '#electron/app/key-store.ts';

const hidden = (text: string) => Buffer.from(Buffer.from(text).toString('hex'));
const shown = (bytes: Buffer) => Buffer.from(bytes.toString(), 'hex').toString();

/** As Electron 33 has it: calls that block. The real one is used in the real application. */
const earlier = {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => hidden(text),
  decryptString: (bytes: Buffer) => {
    if (bytes.length === 0) throw new Error('Error while decrypting');
    return shown(bytes);
  },
};

/** As Electron 45 has it: the same and calls that do not block. */
const later = {
  ...earlier,
  isEncryptionAvailable: () => expect.unreachable('Electron 46 has no blocking calls any more'),
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text: string) => Promise.resolve(hidden(text)),
  decryptStringAsync: (bytes: Buffer) => Promise.resolve({ result: shown(bytes), shouldReEncrypt: true }),
};

describe('keyStore', () => {
  it.each([
    ['earlier', earlier, false],
    ['later', later, true],
  ])('encrypts and decrypts with the %s calls', async (_which, safeStorage, reencrypt) => {
    const store = keyStore(safeStorage as never, 'linux');
    expect(await store.isAvailable()).toBe(true);
    const bytes = await store.encrypt('grüße');
    expect(Buffer.from(bytes).toString()).not.toContain('grüße');
    expect(await store.decrypt(bytes)).toEqual({ text: 'grüße', reencrypt });
  });

  it('rejects what it cannot decrypt', async () => {
    await expect(keyStore(earlier as never, 'linux').decrypt(new Uint8Array())).rejects.toThrow('decrypting');
  });

  it.each([
    ['linux', 'gnome_libsecret'],
    ['darwin', 'keychain'],
    ['win32', 'dpapi'],
  ] as const)('names the store of %s', (platform, name) => {
    expect(keyStore(earlier as never, platform).backend).toBe(name);
  });
});
