import { z } from 'zod';
import type { SealedSecrets } from '#shared/bundle/bundle.ts';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { endpointIdSchema, environmentIdSchema, secretSlotSchema } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { KeyDerivation } from '#shared/secret/key-derivation.ts';
import { readJson } from '#shared/value/read-json.ts';
import { plainJson } from '#shared/workspace/plain-json.ts';
import { derivedKey, isDerivationTaken, newKeyDerivation } from '../vault/derived-key.ts';
import { exactBase64 } from '../vault/exact-base64.ts';
import { nonceBytes, openBytes, sealBytes, sealBytesAdded } from '../vault/sealed-bytes.ts';

/** A secret that travels along in a bundle. */
export const bundledSecretSchema = z.strictObject({
  holder: z.union([endpointIdSchema, environmentIdSchema]),
  slot: secretSlotSchema,
  value: z.string(),
});
export type BundledSecret = z.infer<typeof bundledSecretSchema>;

/** Why secrets of a bundle stay closed; `message` is a sentence for people. */
export interface UnsealFailure {
  readonly code: 'wrong-passphrase' | 'damaged';
  readonly message: string;
}

/**
 * Encrypts secrets by a passphrase: scrypt makes the key, AES-256-GCM keeps it closed and whole.
 *
 * @param boundTo what the secrets belong to: with another text they do not open
 */
export async function sealSecrets(
  secrets: readonly BundledSecret[],
  passphrase: string,
  boundTo: string,
): Promise<SealedSecrets> {
  const keyDerivation = newKeyDerivation();
  const key = await derivedKey(passphrase, keyDerivation);
  const sealed = sealBytes(key, Buffer.from(JSON.stringify(secrets)), authenticated(keyDerivation, boundTo));
  return {
    keyDerivation,
    cipher: 'aes-256-gcm',
    nonce: sealed.subarray(0, nonceBytes).toString('base64'),
    text: sealed.subarray(nonceBytes).toString('base64'),
  };
}

/** Opens what `sealSecrets` closed. A passphrase that is wrong and a byte that was changed look the same. */
export async function unsealSecrets(
  sealed: SealedSecrets,
  passphrase: string,
  boundTo: string,
): Promise<Outcome<readonly BundledSecret[], UnsealFailure>> {
  const bytes = bytesOf(sealed);
  if (bytes === null) return failed(notReadable);
  const { keyDerivation } = sealed;
  const key = await derivedKey(passphrase, keyDerivation);
  const opened = openedText(key, bytes, authenticated(keyDerivation, boundTo));
  if (opened === null) return failed(notOpened);
  const json = readJson(opened);
  const secrets = z.array(bundledSecretSchema).safeParse(json.ok ? plainJson(json.value) : null);
  return secrets.success ? succeeded(secrets.data) : failed(notReadable);
}

/** The bytes of what is closed; `null` where it cannot be ours or asks for more work than we do for a stranger. */
function bytesOf({ keyDerivation, nonce, text }: SealedSecrets): Buffer | null {
  const [before, after] = [exactBase64(nonce), exactBase64(text)];
  if (before === null || after === null || before.length !== nonceBytes) return null;
  const bytes = Buffer.concat([before, after]);
  return bytes.length >= sealBytesAdded && isDerivationTaken(keyDerivation) ? bytes : null;
}

const notOpened: UnsealFailure = {
  code: 'wrong-passphrase',
  message:
    'The secrets of this bundle do not open: the passphrase is another one, or the bundle was changed.',
};
const notReadable: UnsealFailure = {
  code: 'damaged',
  message: 'The secrets of this bundle are damaged. Import it without them, or ask for it again.',
};

function openedText(key: Buffer, bytes: Buffer, more: Buffer): string | null {
  try {
    return openBytes(key, bytes, more).toString('utf8');
  } catch {
    return null;
  }
}

function authenticated(keyDerivation: KeyDerivation, boundTo: string): Buffer {
  return Buffer.from(`${canonicalJson({ ...keyDerivation })}\n${boundTo}`, 'utf8');
}
