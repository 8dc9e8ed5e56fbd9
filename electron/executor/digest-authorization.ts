import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { digestAnswer } from '#shared/request/digest/digest-answer.ts';
import { digestChallenge, type DigestHash } from '#shared/request/digest/digest-challenge.ts';
import { runningHash } from '#shared/request/digest/digest-hash.ts';
import { readParameters } from '#shared/request/digest/read-challenges.ts';
import type { PreparedDigest } from '#shared/request/prepared-authorization.ts';
import type { PreparedRequest } from '#shared/request/prepared-request.ts';
import { headerValues } from '#shared/response/response-headers.ts';
import type { Authorization, HeadAnswer } from './authorization.ts';
import type { BodySource } from './body-source.ts';
import type { DigestSessions } from './digest-sessions.ts';
import type { ResponseHead } from './exchange-record.ts';

/**
 * Answers the challenges of a server within one attempt (RFC 7616). The first request goes without an answer, unless the
 * run knows a challenge of this server already; a second 401 is what the server has to say.
 */
export class DigestAuthorization implements Authorization {
  readonly #user: PreparedDigest;
  readonly #body: BodySource | null;
  readonly #sessions: DigestSessions;
  readonly #place: string;
  #hasAnswered = false;

  /** @param url of the request as prepared: challenges belong to its origin */
  constructor(user: PreparedDigest, url: string, body: BodySource | null, sessions: DigestSessions) {
    this.#user = user;
    this.#body = body;
    this.#sessions = sessions;
    this.#place = JSON.stringify([new URL(url).origin, user.userName]);
  }

  async valueFor({ body, method, url }: PreparedRequest): Promise<Outcome<string | null, never>> {
    const next = this.#sessions.next(this.#place);
    if (next === null) return succeeded(null);
    const { count, session } = next;
    const { hash, qop } = session.challenge;
    const { pathname, search } = new URL(url);
    const bodyHash = qop === 'auth-int' ? await hashOf(hash, body.type === 'none' ? null : this.#body) : '';
    const request = { method, target: pathname + search, count, bodyHash };
    return succeeded(digestAnswer(session, request, this.#user));
  }

  onHead({ rawHeaders, statusCode }: ResponseHead): HeadAnswer {
    if (statusCode !== 401) {
      const next = readParameters(headerValues(rawHeaders, 'authentication-info')).get('nextnonce');
      if (next !== undefined) this.#sessions.goOn(this.#place, next);
      return 'stands';
    }
    const challenge = digestChallenge(headerValues(rawHeaders, 'www-authenticate'));
    if (challenge === null || this.#hasAnswered) {
      this.#sessions.forget(this.#place);
      return 'stands';
    }
    this.#hasAnswered = true;
    this.#sessions.begin(this.#place, challenge);
    return 'send-again';
  }

  renew(): Promise<{ readonly sentence: null }> {
    return Promise.resolve({ sentence: null });
  }
}

async function hashOf(hash: DigestHash, body: BodySource | null): Promise<string> {
  const running = runningHash(hash);
  for await (const piece of body?.pieces() ?? []) running.add(piece);
  return running.end();
}
