// A client certificate in every form in which people get one.
import { type KeyPair, withOpenssl } from './certificates.ts';

/** Protects the keys and files of the tests. */
export const passphrase = 'open-sesame-of-a-client';

/** The key, encrypted as PKCS#8. */
export function encryptedKey({ key }: KeyPair): string {
  return withOpenssl({ key }, 'pkcs8', '-topk8', '-in', 'key', '-passout', `pass:${passphrase}`, '-out', 'out') // prettier-ignore
    .toString();
}

/** The key, encrypted in the way that OpenSSL used before PKCS#8. */
export function oldStyleKey({ key }: KeyPair): string {
  return withOpenssl({ key }, 'ec', '-aes256', '-in', 'key', '-passout', `pass:${passphrase}`, '-out', 'out') // prettier-ignore
    .toString();
}

/** Key and certificate in one file, as base64. */
export function pkcs12({ cert, key }: KeyPair, ...more: readonly string[]): string {
  return withOpenssl(
    { key, cert },
    ...['pkcs12', '-export', '-inkey', 'key', '-in', 'cert', '-passout', `pass:${passphrase}`],
    ...['-out', 'out', ...more],
  ).toString('base64');
}

/** Encrypted with RC2 of 40 bits, as systems did it for two decades. */
export function oldPkcs12(pair: KeyPair): string {
  return pkcs12(pair, '-legacy');
}

/** A PKCS#12 file that holds a certificate and no key, as base64. */
export function keylessPkcs12({ cert }: KeyPair): string {
  return withOpenssl({ cert }, 'pkcs12', '-export', '-nokeys', '-in', 'cert', '-passout', `pass:${passphrase}`, '-out', 'out') // prettier-ignore
    .toString('base64');
}
