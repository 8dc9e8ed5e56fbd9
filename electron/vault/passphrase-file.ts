import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { type KeyDerivation, keyDerivationSchema } from '#shared/secret/key-derivation.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { ensurePrivateFolder } from '../workspace/files/private-folder.ts';
import { syncFolder } from '../workspace/files/sync-folder.ts';
import { systemErrorCode, systemErrorReason } from '../workspace/files/system-error.ts';
import { removeStaleTemporaryFiles } from '../workspace/files/temporary-file.ts';
import { writeFileAtomically } from '../workspace/files/write-file-atomically.ts';
import { isDerivationTaken } from './derived-key.ts';
import { exactBase64 } from './exact-base64.ts';
import { type KeyRing, packedRing, unpackedRing, wipe } from './key-ring.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

const head = { format: 'flowbench.vault-passphrase', version: 1, cipher: 'aes-256-gcm' } as const;

const closedRingSchema = z.strictObject({
  format: z.literal(head.format),
  version: z.literal(head.version),
  cipher: z.literal(head.cipher),
  keyDerivation: keyDerivationSchema,
  /** The nonce, the encrypted keys and the tag. */
  keys: z.base64(),
});

/** The keys of a vault as they lie on the disk: closed by a passphrase, which nothing else is tried with. */
export type ClosedRing = z.infer<typeof closedRingSchema>;

/** Closes a ring with the key of a passphrase. */
export function closedRing(ring: KeyRing, key: Buffer, keyDerivation: KeyDerivation): ClosedRing {
  const packed = packedRing(ring);
  const keys = sealBytes(key, packed, authenticated(keyDerivation)).toString('base64');
  wipe(packed);
  return { ...head, keyDerivation, keys };
}

/** Opens a ring; `null` where the key is that of another passphrase, or any byte was changed. */
export function openedRing({ keyDerivation, keys }: ClosedRing, key: Buffer): KeyRing | null {
  const sealed = exactBase64(keys);
  if (sealed === null) return null;
  try {
    const packed = openBytes(key, sealed, authenticated(keyDerivation));
    const ring = unpackedRing(packed);
    wipe(packed);
    return ring;
  } catch {
    return null;
  }
}

function authenticated(keyDerivation: KeyDerivation): Buffer {
  return Buffer.from(canonicalJson({ ...head, keyDerivation: { ...keyDerivation } }));
}

/** What the file gives; `null` where no passphrase was chosen. What cannot be used is left as it is. */
export async function readClosedRing(file: string): Promise<Outcome<ClosedRing | null, VaultFailure>> {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return succeeded(null);
    return unreadable(`${file} cannot be read: ${systemErrorReason(error)}.`);
  }
  const json = parsedJson(text);
  const closed = closedRingSchema.safeParse(json);
  if (closed.success && isDerivationTaken(closed.data.keyDerivation)) return succeeded(closed.data);
  const newer = z.looseObject({ format: z.literal(head.format), version: z.number().gt(head.version) });
  return unreadable(
    newer.safeParse(json).success
      ? `${file} was written by a newer Flowbench. It is left as it is; update Flowbench to use it.`
      : `${file} is damaged, and the secrets under the passphrase do not open without it. Put a copy of it back, or forget the passphrase and enter the secrets again.`,
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreadable(message: string): Outcome<never, VaultFailure> {
  return failed({ code: 'unreadable', message });
}

/** Replaces the file as a whole or not at all (mode 0600). */
export async function writeClosedRing(
  file: string,
  closed: ClosedRing,
): Promise<Outcome<null, VaultFailure>> {
  try {
    await ensurePrivateFolder(path.dirname(file));
    await removeStaleTemporaryFiles(path.dirname(file));
  } catch (error) {
    return notWritten(systemErrorReason(error));
  }
  const written = await writeFileAtomically(file, `${JSON.stringify(closed, null, 2)}\n`, { mode: 0o600 });
  return written.ok ? succeeded(null) : notWritten(written.failure.reason);
}

/** Removes the file; what was under the passphrase is lost with it. */
export async function removeClosedRing(file: string): Promise<Outcome<null, VaultFailure>> {
  try {
    await rm(file, { force: true });
    await syncFolder(path.dirname(file));
    return succeeded(null);
  } catch (error) {
    return notWritten(systemErrorReason(error));
  }
}

function notWritten(reason: string): Outcome<never, VaultFailure> {
  const message = `The passphrase was not changed: ${reason}. What was there before still holds.`;
  return failed({ code: 'not-written', message });
}
