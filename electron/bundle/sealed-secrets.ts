import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import type { SealedSecrets } from '#shared/bundle/bundle.ts';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { endpointIdSchema, environmentIdSchema, secretSlotSchema } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { readJson } from '#shared/value/read-json.ts';
import { plainJson } from '#shared/workspace/plain-json.ts';

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

/** About a quarter of a second and 128 MB for each try at a passphrase. */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const;
/** What a bundle of a stranger may make this machine do. */
const mostCost = { n: 2 ** 18, r: 8, p: 2 } as const;
const [keyBytes, saltBytes, nonceBytes, tagBytes] = [32, 16, 12, 16];

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
  const [salt, nonce] = [randomBytes(saltBytes), randomBytes(nonceBytes)];
  const keyDerivation = { name: 'scrypt', ...cost, salt: salt.toString('base64') } as const;
  const key = await derivedKey(passphrase, salt, cost);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(authenticated(keyDerivation, boundTo));
  const text = Buffer.concat([
    cipher.update(JSON.stringify(secrets), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    keyDerivation,
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    text: text.toString('base64'),
  };
}

/** Opens what `sealSecrets` closed. A passphrase that is wrong and a byte that was changed look the same. */
export async function unsealSecrets(
  sealed: SealedSecrets,
  passphrase: string,
  boundTo: string,
): Promise<Outcome<readonly BundledSecret[], UnsealFailure>> {
  const parts = partsOf(sealed);
  if (parts === null) return failed(notReadable);
  const { nonce, salt, text } = parts;
  const { keyDerivation } = sealed;
  const key = await derivedKey(passphrase, salt, keyDerivation);
  const opened = decrypted(text, key, nonce, authenticated(keyDerivation, boundTo));
  if (opened === null) return failed(notOpened);
  const json = readJson(opened);
  const secrets = z.array(bundledSecretSchema).safeParse(json.ok ? plainJson(json.value) : null);
  return secrets.success ? succeeded(secrets.data) : failed(notReadable);
}

/** The bytes of what is closed; `null` where it cannot be ours or asks for more work than we do for a stranger. */
function partsOf({ keyDerivation, nonce, text }: SealedSecrets) {
  const parts = { salt: bytesOf(keyDerivation.salt), nonce: bytesOf(nonce), text: bytesOf(text) };
  if (parts.salt === null || parts.nonce === null || parts.text === null) return null;
  const isOurs =
    parts.salt.length === saltBytes && parts.nonce.length === nonceBytes && parts.text.length >= tagBytes;
  return isOurs && isCostTaken(keyDerivation)
    ? { salt: parts.salt, nonce: parts.nonce, text: parts.text }
    : null;
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

function decrypted(text: Buffer, key: Buffer, nonce: Buffer, more: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(more);
  decipher.setAuthTag(text.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(text.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function authenticated(keyDerivation: SealedSecrets['keyDerivation'], boundTo: string): Buffer {
  return Buffer.from(`${canonicalJson({ ...keyDerivation })}\n${boundTo}`, 'utf8');
}

function isCostTaken({ n, p, r }: SealedSecrets['keyDerivation']): boolean {
  const isPower = n > 1 && Number.isInteger(Math.log2(n));
  return isPower && n <= mostCost.n && r >= 1 && r <= mostCost.r && p >= 1 && p <= mostCost.p;
}

/** The bytes of a base64 text; `null` where another text stands for the same bytes, since every letter counts. */
function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

function derivedKey(
  passphrase: string,
  salt: Buffer,
  { n, p, r }: { readonly n: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters are the same passphrase, however a keyboard writes them.
    scrypt(passphrase.normalize('NFKC'), salt, keyBytes, { N: n, r, p, maxmem: 256 * n * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
