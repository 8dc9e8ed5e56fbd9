import type { CallFailureCode, CallPhase } from '#shared/response/call-statuses.ts';
import type { SystemError } from './system-error.ts';

/**
 * What an error of a TLS connection means in a phase, or `null` if it is none.
 *
 * Certificate codes are OpenSSL's names of verification results, which Node and Electron share. Handshake errors come as
 * `ERR_SSL_…` with the reason's name, which the two TLS libraries (OpenSSL, BoringSSL) spell slightly differently, or as
 * `EPROTO` with the reason in the message. The same errors may break a connection that stands, whose handshake did not fail:
 * a server that read the request must not be called again as if none had left.
 */
export function tlsFailureCode({ code, message }: SystemError, phase: CallPhase): CallFailureCode | null {
  const certificate = certificateCodes[code];
  if (certificate !== undefined) return certificate;
  if (!isTlsError({ code })) return null;
  const reason = (code === 'EPROTO' ? message : code).toUpperCase().replaceAll(' ', '_');
  const refused = clientCertificateReasons.find(([pattern]) => pattern.test(reason));
  if (refused !== undefined) return refused[1];
  if (phase !== 'tls') return 'connection-failed';
  return handshakeReasons.find(([pattern]) => pattern.test(reason))?.[1] ?? 'tls-handshake-failed';
}

/** Whether a certificate was refused. */
export function isCertificateError({ code }: Pick<SystemError, 'code'>): boolean {
  return certificateCodes[code] !== undefined;
}

/** Whether TLS itself failed, in the spelling of either library. */
export function isTlsError({ code }: Pick<SystemError, 'code'>): boolean {
  return code === 'EPROTO' || code.startsWith('ERR_SSL_');
}

const selfSigned = 'certificate-self-signed';
const notTrusted = 'certificate-not-trusted';
const hostMismatch = 'certificate-host-mismatch';
const invalid = 'certificate-invalid';

const certificateCodes: Readonly<Record<string, CallFailureCode | undefined>> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: selfSigned,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT: notTrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: notTrusted,
  CERT_UNTRUSTED: notTrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: hostMismatch,
  HOSTNAME_MISMATCH: hostMismatch,
  CERT_REVOKED: 'certificate-revoked',
  // Every other verification result of X.509, as OpenSSL names them.
  UNABLE_TO_GET_CRL: invalid,
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: invalid,
  UNABLE_TO_DECRYPT_CRL_SIGNATURE: invalid,
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: invalid,
  CERT_SIGNATURE_FAILURE: invalid,
  CRL_SIGNATURE_FAILURE: invalid,
  CRL_NOT_YET_VALID: invalid,
  CRL_HAS_EXPIRED: invalid,
  ERROR_IN_CERT_NOT_BEFORE_FIELD: invalid,
  ERROR_IN_CERT_NOT_AFTER_FIELD: invalid,
  CERT_CHAIN_TOO_LONG: invalid,
  INVALID_CA: invalid,
  PATH_LENGTH_EXCEEDED: invalid,
  INVALID_PURPOSE: invalid,
  CERT_REJECTED: invalid,
  EE_KEY_TOO_SMALL: invalid,
  CA_KEY_TOO_SMALL: invalid,
  CA_MD_TOO_WEAK: invalid,
};

type Reason = readonly [pattern: RegExp, code: CallFailureCode];

/** In any phase, since in TLS 1.3 the client's part of the handshake is over when its certificate is looked at. */
const clientCertificateReasons: readonly Reason[] = [
  [/CERTIFICATE_REQUIRED/, 'client-certificate-required'],
  [
    /ALERT_(BAD|UNKNOWN|UNSUPPORTED)_CERTIFICATE|ALERT_CERTIFICATE_(EXPIRED|REVOKED|UNKNOWN)|ALERT_UNKNOWN_CA/,
    'client-certificate-rejected',
  ],
];

/** A version alert is more telling than the handshake failure it comes with. */
const handshakeReasons: readonly Reason[] = [
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/, 'tls-not-spoken'],
  [/UNSUPPORTED_PROTOCOL|ALERT_PROTOCOL_VERSION/, 'tls-version-unsupported'],
];
