import { setTimeout as slept } from 'node:timers/promises';
import type { ExecutorPorts } from '../executor/executor-ports.ts';

/** The clock that a run goes by: what time it is, and how its waits pass. */
export interface HostClock {
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** Settles when the time has passed or the signal ends it, whichever comes first. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Takes a pause between attempts of a call as waited; absent, such pauses take their time. */
  readonly skip?: (ms: number) => void;
}

/** The clock of the system: a wait takes as long as it says. */
export const systemClock: HostClock = {
  now: () => new Date().toISOString(),
  wait: async (ms, signal) => {
    // Ended early it rejects, which is no trouble of anybody's: the run hears of its end by the signal.
    await slept(ms, undefined, { signal }).catch(() => undefined);
  },
};

/** A clock that a wait puts on instead of passing: a run is over at once, and its times are as if it had waited. */
export function virtualClock(): HostClock {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs).toISOString(),
    wait: (ms) => {
      aheadMs += ms;
      return Promise.resolve();
    },
  };
}

/** A clock that stands still but for waits and pauses, which put it on: the same run has the same times whenever it is made. */
export function standingClock(startMs: number): HostClock {
  let nowMs = startMs;
  const skip = (ms: number): void => {
    nowMs += ms;
  };
  return {
    now: () => new Date(nowMs).toISOString(),
    skip,
    wait: (ms) => {
      skip(ms);
      return Promise.resolve();
    },
  };
}

/** What calls go by where the host does not go by the system's clock. */
export function callClock({ now, skip }: HostClock): Pick<ExecutorPorts, 'wallClockMs' | 'skipPause'> {
  return skip === undefined ? {} : { wallClockMs: () => Date.parse(now()), skipPause: skip };
}
