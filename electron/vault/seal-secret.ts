import { z } from 'zod';
import { SecretText } from '#shared/secret/secret-text.ts';
import type { Cipher } from './cipher.ts';
import type { BoundPlace } from './secret-place.ts';
import type { SecretRecord } from './vault-contents.ts';

const sealedSchema = z.object({ v: z.literal(1), for: z.string(), text: z.string() });

/**
 * Encrypts a secret for its place and its origin. Both go into the ciphertext: whoever moves a record to another document
 * or writes another origin beside it gets nothing that can be used.
 */
export async function sealSecret(
  cipher: Cipher,
  backend: string,
  place: BoundPlace,
  secret: SecretText,
  setAt: string,
): Promise<SecretRecord> {
  const associated = associatedText(place);
  const data = await cipher.encrypt(
    JSON.stringify({ v: 1, for: associated, text: secret.reveal() }),
    associated,
  );
  return {
    document: place.documentId,
    slot: place.slot,
    origin: place.origin,
    setAt,
    version: 1,
    keeper: cipher.name,
    backend,
    data: Buffer.from(data).toString('base64'),
  };
}

/** What opening a record gives; `reencrypt` where the key store asks for it. */
export interface OpenedSecret {
  readonly secret: SecretText;
  readonly reencrypt: boolean;
}

/** Decrypts a record of a place, or gives `null` where that cannot be done or the record was made for something else. */
export async function openSecret(
  cipher: Cipher,
  place: Omit<BoundPlace, 'origin'>,
  record: SecretRecord,
): Promise<OpenedSecret | null> {
  const associated = associatedText({ ...place, origin: record.origin });
  try {
    const { text, reencrypt } = await cipher.decrypt(Buffer.from(record.data, 'base64'), associated);
    const sealed = sealedSchema.parse(JSON.parse(text));
    return sealed.for === associated ? { secret: new SecretText(sealed.text), reencrypt } : null;
  } catch {
    // Errors of key stores and of JSON may quote what they were given, so none of them is passed on.
    return null;
  }
}

function associatedText({ workspaceId, documentId, slot, origin }: BoundPlace): string {
  return JSON.stringify(['flowbench.secret', 1, workspaceId, documentId, slot, origin]);
}
