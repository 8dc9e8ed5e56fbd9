import { open } from 'node:fs/promises';
import path from 'node:path';
import { pemBlocks } from '#shared/endpoint/pem.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { VaultFailure } from '#shared/secret/secret-state.ts';
import { systemErrorReason } from '../workspace/files/system-error.ts';

/** What a person picks a file for: the key of a client certificate, or certificate and key in one. */
export type CredentialFileKind = 'key' | 'pkcs12';

/** More than any key or chain has, and little enough for the vault, which keeps the base64. */
const largestFileBytes = 72_000;

/**
 * Reads a file that a person picked into what the vault keeps of it: the block of a private key, or a PKCS#12 file as
 * base64. Sentences name the file and never what it holds.
 */
export async function readCredentialFile(
  file: string,
  kind: CredentialFileKind,
): Promise<Outcome<string, VaultFailure>> {
  const name = path.basename(file);
  const read = await smallFile(file, name);
  if (!read.ok) return read;
  return kind === 'key' ? keyIn(read.value, name) : pkcs12In(read.value, name);
}

/** The bytes of a file that is small enough to be a key, a certificate or a few of them. */
export async function smallFile(
  file: string,
  name: string,
  largestBytes = largestFileBytes,
): Promise<Outcome<Buffer, VaultFailure>> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > largestBytes)
        return unusable(`${name} is too large for this: ${size.toLocaleString('en')} bytes.`);
      return succeeded(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unusable(`${name} cannot be read: ${systemErrorReason(error)}.`);
  }
}

function keyIn(bytes: Buffer, name: string): Outcome<string, VaultFailure> {
  const block = pemBlocks(bytes.toString('latin1')).find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (block !== undefined) return succeeded(`${block.text}\n`);
  return unusable(
    `${name} holds no private key in PEM form, which begins with -----BEGIN PRIVATE KEY----- or a line like it.`,
  );
}

/** A PKCS#12 file is one sequence of ASN.1; what is in it is known only with its passphrase. */
function pkcs12In(bytes: Buffer, name: string): Outcome<string, VaultFailure> {
  if (bytes[0] === 0x30 && bytes.byteLength > 64) return succeeded(bytes.toString('base64'));
  const isPem = bytes.toString('latin1').includes('-----BEGIN ');
  return unusable(
    isPem
      ? `${name} is a PEM file. Choose PEM as the kind of the client certificate to use it.`
      : `${name} is no PKCS#12 file; such files are usually named .p12 or .pfx.`,
  );
}

function unusable(message: string): Outcome<never, VaultFailure> {
  return failed({ code: 'file-unusable', message });
}
