// Secrets that travel along: only the passphrase opens them, and no byte of them can be changed.
import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SealedSecrets } from '#shared/bundle/bundle.ts';
import { type BundledSecret, sealSecrets, unsealSecrets } from '#electron/bundle/sealed-secrets.ts';
import { canaries } from '../../support/canaries.ts';
import { bundleSlots, bundleStory } from '../../support/bundle-story.ts';
import { runs } from '../../support/runs.ts';
import { formsFound } from '../../support/search-bytes.ts';

const passphrase = 'correct horse battery';
const secrets: readonly BundledSecret[] = Object.values(canaries).map((value) => ({
  holder: bundleStory.shop.id,
  slot: bundleSlots.token,
  value,
}));
const sealed = await sealSecrets(secrets, passphrase, 'this bundle');

describe('sealed secrets', () => {
  it('open with their passphrase, however its letters are written', async () => {
    expect(await unsealSecrets(sealed, passphrase, 'this bundle')).toEqual({ ok: true, value: secrets });
    const accented = await sealSecrets(secrets, 'schöne lange Worte', '');
    expect(await unsealSecrets(accented, 'scho\u0308ne lange Worte', '')).toMatchObject({ ok: true });
  });

  it('do not open with another passphrase or in another bundle', async () => {
    for (const [word, boundTo] of [
      [`${passphrase}.`, 'this bundle'],
      [passphrase, 'another bundle'],
    ] as const)
      expect(await unsealSecrets(sealed, word, boundTo)).toMatchObject({
        failure: { code: 'wrong-passphrase' },
      });
  });

  it('are never the same twice, and show nothing', async () => {
    const again = await sealSecrets(secrets, passphrase, 'this bundle');
    expect(again.text).not.toBe(sealed.text);
    for (const value of [...Object.values(canaries), passphrase])
      expect(formsFound(Buffer.from(JSON.stringify(sealed)), value)).toEqual([]);
  });

  it('refuse every change of a byte', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
    for (let run = 0; run < runs(12); run += 1) {
      const part = (['salt', 'nonce', 'text'] as const)[run % 3] ?? 'text';
      const text = part === 'salt' ? sealed.keyDerivation.salt : sealed[part];
      const at = randomInt(text.length);
      const letter = letters.replace(text.charAt(at), '').charAt(randomInt(64));
      const flipped = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
      const changed: SealedSecrets =
        part === 'salt'
          ? { ...sealed, keyDerivation: { ...sealed.keyDerivation, salt: flipped } }
          : { ...sealed, [part]: flipped };
      expect(
        await unsealSecrets(changed, passphrase, 'this bundle'),
        `${part} ${String(at)} ${letter}`,
      ).toMatchObject({ ok: false });
    }
  });

  it.each([{ n: 2 ** 16 }, { r: 4 }, { p: 2 }])('refuse another cost: %j', async (cost) => {
    const changed = { ...sealed, keyDerivation: { ...sealed.keyDerivation, ...cost } };
    expect(await unsealSecrets(changed, passphrase, 'this bundle')).toMatchObject({ ok: false });
  });

  it.each([{ n: 2 ** 30 }, { n: 3 }, { n: 0 }, { r: 10_000 }, { p: 10_000 }, { r: 0 }])(
    'make this machine do no more than a passphrase needs: %j',
    async (cost) => {
      const changed = { ...sealed, keyDerivation: { ...sealed.keyDerivation, ...cost } };
      expect(await unsealSecrets(changed, passphrase, 'this bundle')).toMatchObject({
        failure: { code: 'damaged' },
      });
    },
  );
});
