import { isOldTlsVersion } from '../endpoint/tls.ts';
import type { CallView, ExchangeView } from './run-view.ts';
import type { Secured, ShownCertificate } from './secured-event.ts';

/** What makes a certificate one to look at twice. */
export type CertificateFlag = 'expired' | 'not yet valid' | 'weak key';

/** What a person should notice about a certificate at a moment, in milliseconds since 1970. */
export function certificateFlags(
  { publicKey, validFrom, validTo }: ShownCertificate,
  atMs: number,
): readonly CertificateFlag[] {
  const flags: CertificateFlag[] = [];
  if (Date.parse(validTo) < atMs) flags.push('expired');
  if (Date.parse(validFrom) > atMs) flags.push('not yet valid');
  if (isWeakKey(publicKey)) flags.push('weak key');
  return flags;
}

/** Below what NIST SP 800-131A still allows. */
function isWeakKey(publicKey: string | null): boolean {
  const bits = Number(/^RSA (\d+)$/.exec(publicKey ?? '')?.[1] ?? '2048');
  return bits < 2048;
}

/** Whether a connection is encrypted in a way that should no longer be used. */
export function isWeaklyEncrypted({ cipher, tlsVersion }: Secured): boolean {
  return isOldTlsVersion(tlsVersion) || /RC4|3DES|_DES_|NULL|EXPORT|MD5|anon/i.test(cipher);
}

/** An exchange whose server showed a certificate. */
export type SecuredExchange = ExchangeView & { readonly secured: Secured };

/** Those exchanges of some attempts, in order. */
export function securedExchanges(attempts: CallView['attempts']): readonly SecuredExchange[] {
  return attempts
    .flatMap(({ exchanges }) => exchanges)
    .filter((exchange): exchange is SecuredExchange => exchange.secured !== null);
}

/** Whether any of them went to a server that nobody asked who it is. */
export function isUnverified(attempts: CallView['attempts']): boolean {
  return securedExchanges(attempts).some(({ secured }) => secured.verification === 'off');
}
