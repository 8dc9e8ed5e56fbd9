import type { PeerCertificate } from 'node:tls';
import type { StatusPlaceholders } from '#shared/response/call-statuses.ts';

/** What a person needs to know about a server's certificate; all of it is public. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** The names it is made out to. */
  readonly names: readonly string[];
  /** As the certificate says, for example `Jan  1 00:00:00 2030 GMT`. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly sha256: string;
}

/** Reads the certificate that a server showed; `null` before it showed one (Node gives an empty object then). */
export function certificateFacts(certificate: PeerCertificate | null): CertificateFacts | null {
  if (certificate?.fingerprint256 === undefined) return null;
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    names: alternativeNames(certificate),
    validFrom: certificate.valid_from,
    validTo: certificate.valid_to,
    sha256: certificate.fingerprint256,
  };
}

/** The places in sentences that a certificate can fill. */
export function certificatePlaceholders(certificate: CertificateFacts | null): StatusPlaceholders {
  if (certificate === null) return {};
  return {
    valid_from: certificate.validFrom,
    valid_to: certificate.validTo,
    issuer: certificate.issuer,
    names: certificate.names.join(', '),
  };
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  return one(name?.CN) || one(name?.O) || 'an unnamed authority';
}

/** A name part may come several times, whatever the types say. */
function one(part: string | readonly string[] | undefined): string {
  return typeof part === 'string' ? part : (part?.[0] ?? '');
}

/** `DNS:a.test, IP Address:127.0.0.1` without the kinds; a certificate without such a list is made out to its subject. */
function alternativeNames({ subjectaltname, subject }: PeerCertificate): readonly string[] {
  if (subjectaltname === undefined) return [nameOf(subject)];
  return subjectaltname.split(', ').map((entry) => entry.slice(entry.indexOf(':') + 1));
}
