import type { TlsFault } from '#shared/stand-in/fault.ts';
import type { ChainCertificate, HandshakeFacts } from '../handshake-facts.ts';
import { bareHost } from '../open-request.ts';
import type { StandInScript } from './stand-in-script.ts';

/** What OpenSSL calls each refusal. */
const errorCodes: Readonly<Record<TlsFault, string>> = {
  'certificate-expired': 'CERT_HAS_EXPIRED',
  'certificate-not-yet-valid': 'CERT_NOT_YET_VALID',
  'certificate-self-signed': 'DEPTH_ZERO_SELF_SIGNED_CERT',
  'certificate-not-trusted': 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'certificate-host-mismatch': 'ERR_TLS_CERT_ALTNAME_INVALID',
  'tls-handshake-failed': 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'tls-not-spoken': 'ERR_SSL_WRONG_VERSION_NUMBER',
};

const dayMs = 86_400_000;

/**
 * A handshake that fails. A certificate that is refused is made up so that the sentence can say what is wrong with it: it
 * ended yesterday, or is made out to another host.
 */
export function scriptOfTlsFault(trouble: TlsFault, url: URL, nowMs: number): StandInScript {
  const code = errorCodes[trouble];
  const handshake = code.startsWith('ERR_SSL_') ? null : handshakeWith(trouble, bareHost(url), nowMs);
  return { type: 'no-connection', at: 'tls', error: { code, syscall: null, message: code }, handshake };
}

function handshakeWith(trouble: TlsFault, host: string, nowMs: number): HandshakeFacts {
  return {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    certificates: [madeUpCertificate(trouble, host, nowMs)],
  };
}

function madeUpCertificate(trouble: TlsFault, host: string, nowMs: number): ChainCertificate {
  const [fromDays, toDays] = validDays(trouble);
  const subject = trouble === 'certificate-host-mismatch' ? 'other.invalid' : host;
  const issuer = trouble === 'certificate-self-signed' ? subject : 'An authority of this fault';
  return {
    subject,
    issuer,
    names: [subject],
    validFrom: inCertificateWords(nowMs + fromDays * dayMs),
    validTo: inCertificateWords(nowMs + toDays * dayMs),
    sha256: Array.from({ length: 32 }, () => '00').join(':'),
    subjectName: `CN=${subject}`,
    issuerName: `CN=${issuer}`,
    publicKey: 'EC P-256',
  };
}

function validDays(trouble: TlsFault): readonly [from: number, to: number] {
  if (trouble === 'certificate-expired') return [-366, -1];
  return trouble === 'certificate-not-yet-valid' ? [1, 366] : [-30, 335];
}

/** As OpenSSL writes a moment: `Jan  1 00:00:00 2030 GMT`. */
function inCertificateWords(atMs: number): string {
  const [, day = '', month = '', year = '', time = ''] = new Date(atMs).toUTCString().split(' ');
  return `${month} ${String(Number(day)).padStart(2)} ${time} ${year} GMT`;
}
