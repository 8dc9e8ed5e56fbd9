import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { callStatusSentence } from '#shared/response/call-statuses.ts';
import { addressPlaceholders } from './call-failure.ts';
import type { AttemptEnding } from './attempt-record.ts';
import type { AttemptPlan } from './attempt-plan.ts';
import type { Authorization, HeadAnswer } from './authorization.ts';
import type { ResponseHead } from './exchange-record.ts';
import { type GivenToken, type TokenSource, tokenWish, type TokenWish } from './token-source.ts';

/**
 * Sends an access token within one attempt. Where the API does not take one that was kept, it is renewed once and the
 * request sent once more; where there is no other token, the 401 stands.
 */
export class TokenAuthorization implements Authorization {
  readonly #plan: AttemptPlan;
  readonly #source: TokenSource;
  readonly #wish: TokenWish;
  #token: GivenToken | null = null;
  #hasRenewed = false;

  constructor(plan: AttemptPlan, source: TokenSource, token: TokenWish['token']) {
    this.#plan = plan;
    this.#source = source;
    this.#wish = tokenWish(token, plan.request, plan.policy.timeouts);
  }

  async valueFor(): Promise<Outcome<string, AttemptEnding>> {
    if (this.#token === null) {
      const taken = await this.#source.take(this.#wish, this.#plan.stop.signal);
      if (taken === null) return failed(this.#stopped());
      if (!taken.ok) return taken;
      this.#token = taken.value;
    }
    return succeeded(`Bearer ${this.#token.value}`);
  }

  onHead({ statusCode }: ResponseHead): HeadAnswer {
    const mayRenew = this.#token?.isFresh === false && !this.#hasRenewed;
    return statusCode === 401 && mayRenew ? 'ask-anew' : 'stands';
  }

  async renew(): ReturnType<Authorization['renew']> {
    this.#hasRenewed = true;
    const refused = this.#token?.value ?? '';
    const renewed = await this.#source.renew(this.#wish, refused, this.#plan.stop.signal);
    if (renewed === null) return { sentence: null };
    if (!renewed.ok) {
      const { code, placeholders } =
        renewed.failure.type === 'failure' ? renewed.failure.failure : renewed.failure.exception;
      return { sentence: callStatusSentence(code, placeholders) };
    }
    this.#token = renewed.value;
    return 'renewed';
  }

  #stopped(): AttemptEnding {
    const { policy, request, stop } = this.#plan;
    const placeholders = { ...addressPlaceholders(new URL(request.url)), limit_ms: policy.timeouts.totalMs };
    return { type: 'failure', failure: { code: stop.code, phase: 'token', placeholders } };
  }
}
