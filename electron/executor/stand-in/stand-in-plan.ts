import type { Timeouts } from '#shared/endpoint/timeouts.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import type { StandInScript } from './stand-in-script.ts';

/** What answers an attempt in place of the network. */
export interface StandInAttempt {
  readonly shown: StandInShown;
  /** What the socket of an exchange does; the method decides whether an answer has a body. */
  script(method: string, url: URL): StandInScript;
}

/** What answers a call in place of the network, attempt by attempt. */
export interface StandInPlan {
  /** What answers an attempt, from 1; `null` where it goes to the network. */
  forAttempt(attempt: number): StandInAttempt | null;
  /** Whether the total clock is to strike although the endpoint may have switched it off. */
  readonly strikesTotal: boolean;
}

/** What a total clock is taken to be that is switched off and has to strike all the same. */
const assumedTotalMs = 30_000;

/** The clocks of a call with a plan: a clock that strikes has a limit that the sentence can name. */
export function plannedTimeouts(timeouts: Timeouts, plan: StandInPlan | undefined): Timeouts {
  if (plan?.strikesTotal !== true) return timeouts;
  return { ...timeouts, totalMs: timeouts.totalMs ?? assumedTotalMs };
}
