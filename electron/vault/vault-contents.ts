import { z } from 'zod';
import type { DocumentId } from '#shared/workspace/document.ts';
import { trashKeptMs } from '#shared/workspace/trashed-document.ts';

/** One secret as it is kept. Everything but `data` is readable, and all of it is sealed into `data` (`sealSecret`). */
export const secretRecordSchema = z.looseObject({
  document: z.string(),
  slot: z.string(),
  /** Where the secret may go, as `secretOrigin` gave it when the secret was entered or confirmed. */
  origin: z.string(),
  setAt: z.string(),
  /** Version of the sealing. */
  version: z.literal(1),
  keeper: z.enum(['system', 'session', 'passphrase']),
  /** The key store that encrypted it, such as `gnome_libsecret`. */
  backend: z.string(),
  /** The ciphertext in base64. */
  data: z.base64(),
});

const trashedRecordSchema = secretRecordSchema.extend({ removedAt: z.iso.datetime() });

/** Everything that is kept for one workspace. Keys of a newer minor version stay where they are. */
export const vaultContentsSchema = z.looseObject({
  secrets: z.array(secretRecordSchema).default([]),
  trash: z.array(trashedRecordSchema).default([]),
});

export type SecretRecord = z.infer<typeof secretRecordSchema>;
export type VaultContents = z.infer<typeof vaultContentsSchema>;

export const emptyVault: VaultContents = { secrets: [], trash: [] };

interface RecordPlace {
  readonly document: string;
  readonly slot: string;
}

/** The record of a place, or `null`. */
export function recordAt(contents: VaultContents, place: RecordPlace): SecretRecord | null {
  return contents.secrets.find((record) => isSamePlace(record, place)) ?? null;
}

/** The contents with a record in its place, instead of whatever was there. */
export function withRecord(contents: VaultContents, record: SecretRecord): VaultContents {
  return { ...contents, secrets: [...withoutRecord(contents, record).secrets, record] };
}

/** The contents without the record of a place. */
export function withoutRecord(contents: VaultContents, place: RecordPlace): VaultContents {
  return { ...contents, secrets: contents.secrets.filter((record) => !isSamePlace(record, place)) };
}

/** The contents with all secrets of a document in the trash. */
export function withDocumentTrashed(contents: VaultContents, document: DocumentId, now: Date): VaultContents {
  const removedAt = now.toISOString();
  const removed = contents.secrets.filter((record) => record.document === document);
  return {
    ...contents,
    secrets: contents.secrets.filter((record) => record.document !== document),
    trash: [...contents.trash, ...removed.map((record) => ({ ...record, removedAt }))],
  };
}

/** The contents with the secrets of a document back from the trash, as they were when it was removed last. */
export function withDocumentRestored(contents: VaultContents, document: DocumentId): VaultContents {
  const trashed = contents.trash.filter((record) => record.document === document);
  const removedAt = trashed
    .map((record) => record.removedAt)
    .reduce((one, other) => (one > other ? one : other), '');
  const restored = trashed
    .filter((record) => record.removedAt === removedAt && recordAt(contents, record) === null)
    .map(({ removedAt: _, ...record }) => record);
  return {
    ...contents,
    secrets: [...contents.secrets, ...restored],
    trash: contents.trash.filter((record) => record.document !== document || record.removedAt !== removedAt),
  };
}

/** The contents without anything of a document that is gone for good. */
export function withoutDocument(contents: VaultContents, document: DocumentId): VaultContents {
  const others = <Kept extends RecordPlace>(records: readonly Kept[]) =>
    records.filter((record) => record.document !== document);
  return { ...contents, secrets: others(contents.secrets), trash: others(contents.trash) };
}

/** The contents without what has been in the trash for 30 days. */
export function withoutExpired(contents: VaultContents, now: Date): VaultContents {
  const oldest = now.getTime() - trashKeptMs;
  return { ...contents, trash: contents.trash.filter((record) => Date.parse(record.removedAt) >= oldest) };
}

function isSamePlace(one: RecordPlace, other: RecordPlace): boolean {
  return one.document === other.document && one.slot === other.slot;
}
