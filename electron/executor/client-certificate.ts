import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { certificateBlocks, isDerSequence, type PemBlock, pemBlocks } from '#shared/endpoint/pem.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { PreparedClientCertificate } from '#shared/request/prepared-tls.ts';

/** Why a client certificate cannot be used. */
export type CertificateTrouble =
  | { readonly code: 'client-certificate-unreadable'; readonly detail: string }
  | { readonly code: 'client-certificate-passphrase-wrong' | 'client-key-mismatch' };

type Options = Pick<SecureContextOptions, 'cert' | 'key' | 'pfx' | 'passphrase'>;

/**
 * Reads a client certificate to the end before a connection is made with it. What is found out here does not depend on the
 * words of the TLS library, which differ between OpenSSL and BoringSSL.
 */
export function readClientCertificate(own: PreparedClientCertificate): Outcome<Options, CertificateTrouble> {
  return own.type === 'pkcs12' ? readPkcs12(own) : readPem(own);
}

function readPkcs12({
  base64,
  passphrase,
}: Extract<PreparedClientCertificate, { type: 'pkcs12' }>): Outcome<Options, CertificateTrouble> {
  const options = {
    pfx: Buffer.from(base64, 'base64'),
    ...(passphrase === null ? {} : { passphrase }),
  };
  try {
    createSecureContext(options);
    return succeeded(options);
  } catch (error) {
    return failed(pkcs12Trouble(error));
  }
}

/** What the library says, in the spelling of either. Most of it are plain errors, without a code. */
function pkcs12Trouble(error: unknown): CertificateTrouble {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  const text = String(message);
  if (/mac verify failure|INCORRECT_PASSWORD/i.test(text))
    return { code: 'client-certificate-passphrase-wrong' };
  if (code === 'ERR_CRYPTO_UNSUPPORTED_OPERATION')
    return unreadable('its encryption is too old: export it again with AES');
  if (/private key/i.test(text)) return unreadable('it holds no private key');
  if (/certificate/i.test(text)) return unreadable('it holds no certificate');
  return unreadable('it is no PKCS#12 file');
}

function readPem({
  certificate,
  key,
  passphrase,
}: Extract<PreparedClientCertificate, { type: 'pem' }>): Outcome<Options, CertificateTrouble> {
  const blocks = certificateBlocks(certificate);
  if (blocks.length === 0) return failed(unreadable('there is no certificate in PEM form'));
  const parsed = blocks.map(({ text }) => parsedCertificate(text));
  if (parsed.includes(null)) return failed(unreadable('the certificate is damaged'));
  const privateKey = readKey(key, passphrase);
  if (!privateKey.ok) return privateKey;
  // Some tools write the chain from the root on; the library takes the first one for the client's own.
  const at = parsed.findIndex((each) => each?.checkPrivateKey(privateKey.value) === true);
  const leaf = blocks[at];
  if (leaf === undefined) return failed({ code: 'client-key-mismatch' });
  const chain = [leaf, ...blocks.filter((block) => block !== leaf)];
  const pkcs8 = privateKey.value.export({ type: 'pkcs8', format: 'pem' });
  return succeeded({ cert: chain.map(({ text }) => text).join('\n'), key: pkcs8 });
}

/** `null` where it is none. */
export function parsedCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

function readKey(text: string, passphrase: string | null): Outcome<KeyObject, CertificateTrouble> {
  const block = pemBlocks(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (block === undefined) return failed(unreadable('there is no private key in PEM form'));
  if (!isOldStyle(block) && !isDerSequence(block.base64)) return failed(unreadable('its key is damaged'));
  const isEncrypted = block.label === 'ENCRYPTED PRIVATE KEY' || isOldStyle(block);
  if (!isEncrypted) return openedKey(block, {}, unreadable('its key is of an unknown kind'));
  if (passphrase === null) return failed(unreadable('its key is encrypted, and no passphrase is set'));
  // With a wrong passphrase it decrypts to anything, so there is no telling the errors apart.
  return openedKey(block, { passphrase }, { code: 'client-certificate-passphrase-wrong' });
}

function openedKey(
  block: PemBlock,
  protection: { readonly passphrase?: string },
  trouble: CertificateTrouble,
): Outcome<KeyObject, CertificateTrouble> {
  try {
    return succeeded(createPrivateKey({ key: keyPem(block), format: 'pem', ...protection }));
  } catch {
    return failed(trouble);
  }
}

/** Encrypted by OpenSSL's own scheme (RFC 1421), which names it in lines above the base64. */
function isOldStyle({ text }: PemBlock): boolean {
  return text.includes('Proc-Type: 4,ENCRYPTED');
}

/** With line breaks, which a field of one line takes away. */
function keyPem(block: PemBlock): string {
  if (isOldStyle(block)) return block.text;
  const lines = block.base64.match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${block.label}-----`, ...lines, `-----END ${block.label}-----`, ''].join('\n');
}

function unreadable(detail: string): CertificateTrouble {
  return { code: 'client-certificate-unreadable', detail };
}
