import { X509Certificate } from 'node:crypto';
import path from 'node:path';
import { certificateBlocks, longestPem } from '#shared/endpoint/pem.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { smallFile } from '../vault/credential-file.ts';

/** Why a file gives no certificates. */
export interface CertificateFileFailure {
  readonly code: 'not-readable' | 'no-certificate';
  readonly message: string;
}

/**
 * The certificates of a file that a person picked, in PEM form, also where the file holds one in binary form (DER). Nothing
 * else of the file is taken: a private key beside them stays where it is.
 */
export async function readCertificateFile(file: string): Promise<Outcome<string, CertificateFileFailure>> {
  const name = path.basename(file);
  const read = await smallFile(file, name, longestPem);
  if (!read.ok) return failed({ code: 'not-readable', message: read.failure.message });
  const blocks = certificateBlocks(read.value.toString('latin1'));
  if (blocks.length > 0) return succeeded(blocks.map(({ text }) => `${text}\n`).join(''));
  try {
    return succeeded(new X509Certificate(read.value).toString());
  } catch {
    const message = `${name} holds no certificate, neither in PEM nor in DER form.`;
    return failed({ code: 'no-certificate', message });
  }
}
