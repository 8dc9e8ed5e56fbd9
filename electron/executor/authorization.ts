import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { PreparedHeader, PreparedRequest } from '#shared/request/prepared-request.ts';
import type { RedirectChain } from '#shared/request/redirect-decision.ts';
import type { AttemptEnding } from './attempt-record.ts';
import type { ResponseHead } from './exchange-record.ts';

/** Works out what shows to the API who calls, for the requests of one attempt. */
export interface Authorization {
  /** The value for a request, `null` where it goes without, or why the attempt cannot go on. */
  valueFor(request: PreparedRequest): Promise<Outcome<string | null, AttemptEnding>>;
  /** Hears the head of each response. */
  onHead(head: ResponseHead): HeadAnswer;
  /** Gets ready for sending once more after `ask-anew`; a sentence says why the response stands after all. */
  renew(): Promise<'renewed' | { readonly sentence: string | null }>;
}

/**
 * What a response means for who calls: nothing; the same request is sent again, and the body of the response is of no
 * interest; or it may be sent again if something new can be had, for which the response is kept.
 */
export type HeadAnswer = 'stands' | 'send-again' | 'ask-anew';

/**
 * Puts the credential into the requests of one attempt that go to the API's own origin. Once a redirect has led elsewhere
 * nothing is answered any more, also where the chain comes back: whoever sent it round could have wanted that.
 */
export class OwnOrigin {
  readonly #authorization: Authorization | null;
  readonly #origin: string;
  #hasLeft = false;
  #notRenewed: string | null = null;

  constructor(authorization: Authorization | null, url: string) {
    this.#authorization = authorization;
    this.#origin = new URL(url).origin;
  }

  /** The chain with the credential in its next request. */
  async authorized(chain: RedirectChain): Promise<Outcome<RedirectChain, AttemptEnding>> {
    const { request } = chain;
    this.#hasLeft ||= new URL(request.url).origin !== this.#origin;
    const authorization = this.#present;
    if (authorization === null) return succeeded(chain);
    const value = await authorization.valueFor(request);
    if (!value.ok) return value;
    const others = request.headers.filter(({ from }) => from !== 'credential');
    const headers = value.value === null ? others : [credentialLine(value.value), ...others];
    return succeeded({ ...chain, request: { ...request, headers } });
  }

  onHead(head: ResponseHead): HeadAnswer {
    return this.#present?.onHead(head) ?? 'stands';
  }

  /** Whether the request can be sent once more, better than before. */
  async renew(): Promise<boolean> {
    const renewed = await this.#present?.renew();
    if (typeof renewed === 'object') this.#notRenewed = renewed.sentence;
    return renewed === 'renewed';
  }

  /** Why it could not, in a sentence. */
  get notRenewed(): string | null {
    return this.#notRenewed;
  }

  get #present(): Authorization | null {
    return this.#hasLeft ? null : this.#authorization;
  }
}

function credentialLine(value: string): PreparedHeader {
  return { name: 'Authorization', value, from: 'credential', holdsSecret: true };
}
