import { callStatusSentence } from '#shared/response/call-statuses.ts';
import { addressPlaceholders } from './call-failure.ts';
import { certificatePlaceholders } from './certificate-facts.ts';
import type { HandshakeFacts } from './handshake-facts.ts';
import { tlsFailureCode } from './tls-failure-code.ts';

/** A handshake, and what came of looking at the certificate. */
export interface SecuredFacts extends HandshakeFacts {
  /** `off`: the endpoint does not ask who the server is. */
  readonly verification: 'passed' | 'failed' | 'off';
  /** What is wrong with the certificate, in the words of the closed list; `null` where nothing is. */
  readonly trouble: string | null;
}

/**
 * What is told of a handshake; `null` where there was none, or only with a proxy that passes the request on in the clear.
 *
 * @param problem the library's name for what is wrong with the certificate
 */
export function securedFacts(
  handshake: HandshakeFacts | null,
  url: URL,
  verify: boolean,
  problem: string | null,
): SecuredFacts | null {
  if (handshake === null || url.protocol !== 'https:') return null;
  const verification = !verify ? 'off' : problem === null ? 'passed' : 'failed';
  return { ...handshake, verification, trouble: problem === null ? null : sentence(handshake, url, problem) };
}

function sentence({ certificates }: HandshakeFacts, url: URL, problem: string): string {
  const own = certificates[0] ?? null;
  const error = { code: problem, syscall: null, message: '' };
  const code = tlsFailureCode(error, 'tls') ?? 'certificate-invalid';
  const placeholders = { ...addressPlaceholders(url), ...certificatePlaceholders(own), detail: problem };
  return callStatusSentence(code, placeholders);
}
