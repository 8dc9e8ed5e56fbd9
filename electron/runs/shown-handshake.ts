import type { Secured, ShownCertificate } from '#shared/run-events/secured-event.ts';
import type { ChainCertificate } from '../executor/handshake-facts.ts';
import type { SecuredFacts } from '../executor/secured-facts.ts';

/** What was found in a handshake as an event tells it. */
export function shownHandshake(facts: SecuredFacts): Secured {
  const { certificates, cipher, trouble, verification, version } = facts;
  return {
    tlsVersion: version,
    cipher,
    verification,
    trouble,
    certificates: certificates.map(shownCertificate),
  };
}

function shownCertificate(certificate: ChainCertificate): ShownCertificate {
  const { names, sha256, validFrom, validTo, ...rest } = certificate;
  return {
    ...rest,
    names: [...names],
    validFrom: isoTime(validFrom),
    validTo: isoTime(validTo),
    fingerprint: sha256,
  };
}

/** Certificates say `Jan  1 00:00:00 2030 GMT`. What is no time is shown as it is. */
function isoTime(text: string): string {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? text : new Date(ms).toISOString();
}
