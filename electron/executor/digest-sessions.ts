import { randomBytes } from 'node:crypto';
import type { DigestChallenge } from '#shared/request/digest/digest-challenge.ts';
import type { DigestSession } from '#shared/request/digest/digest-answer.ts';

/** The challenges that the servers of one run have made, so that the next request can be answered before it is asked. */
export class DigestSessions {
  readonly #sessions = new Map<string, { session: DigestSession; count: number }>();

  /** Takes a new challenge to be answered from now on. */
  begin(place: string, challenge: DigestChallenge): void {
    const clientNonce = randomBytes(16).toString('hex');
    const session = { challenge, firstNonce: challenge.nonce, clientNonce };
    this.#sessions.set(place, { session, count: 0 });
  }

  /** Goes on with a nonce that the server gave along with an answer (RFC 7616 §3.5). */
  goOn(place: string, nonce: string): void {
    const known = this.#sessions.get(place);
    if (known === undefined || known.session.challenge.nonce === nonce) return;
    const challenge = { ...known.session.challenge, nonce };
    this.#sessions.set(place, { session: { ...known.session, challenge }, count: 0 });
  }

  forget(place: string): void {
    this.#sessions.delete(place);
  }

  /** What is to be answered and how many requests did so, the next one included; `null` before the first challenge. */
  next(place: string): { readonly session: DigestSession; readonly count: number } | null {
    const known = this.#sessions.get(place);
    if (known === undefined) return null;
    known.count += 1;
    return { ...known };
  }
}
