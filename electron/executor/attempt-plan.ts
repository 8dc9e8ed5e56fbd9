import type { CallPolicy } from '#shared/request/call-policy.ts';
import type { PreparedRequest } from '#shared/request/prepared-request.ts';
import type { BodySource } from './body-source.ts';
import type { CallCookies } from './call-cookies.ts';
import type { CallStop } from './call-stop.ts';
import type { ExecutorEvent } from './executor-event.ts';
import type { ExecutorPorts } from './executor-ports.ts';
import type { StandInPlan } from './stand-in/stand-in-plan.ts';
import type { TokenSource } from './token-source.ts';

/** What all attempts of a call share. */
export interface AttemptPlan {
  readonly request: PreparedRequest;
  /** The opened body of the request, `null` where it has none. */
  readonly body: BodySource | null;
  readonly policy: CallPolicy;
  /** Asked anew for every hop of every attempt; `null` where the endpoint keeps no cookies. */
  readonly cookies: CallCookies | null;
  readonly ports: ExecutorPorts;
  /** Gives the access tokens of the endpoint; absent where calls carry none. */
  readonly tokens?: TokenSource | undefined;
  /** What answers in place of the network; absent, every attempt goes there. */
  readonly standIn?: StandInPlan | undefined;
  readonly stop: CallStop;
  readonly emit: (event: ExecutorEvent) => void;
}
