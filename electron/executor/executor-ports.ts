import type { Agents } from './agents.ts';
import type { DigestSessions } from './digest-sessions.ts';
import type { SystemProxy } from './system-proxy.ts';

/** What the executor needs from its host; everything that touches the world besides sockets comes in here. */
export interface ExecutorPorts {
  /** The connections of the run that this executor serves. */
  readonly agents: Agents;
  /** Which way the system takes to an address, where an endpoint leaves it to the system; absent, straight. */
  readonly systemProxy?: SystemProxy;
  /**
   * The absolute path of a workspace file, named as a request names it. The host decides what may be read; it throws, or
   * rejects, with a system error's `code` where nothing may be.
   */
  readonly resolveFile: (file: string) => string | Promise<string>;
  /** An existing folder, private to the run, for bodies that are too large for memory; asked for when first needed. */
  readonly bodyFolder: () => Promise<string>;
  /** The challenges that the servers of the run have made; absent, each call begins anew. */
  readonly digests?: DigestSessions;
  /** Draws from 0 to 1 for jitter. */
  readonly random?: () => number;
  /** Hears of an exception that nobody expected, for the log; the call ends as `internal-error` all the same. */
  readonly onDefect?: (error: unknown) => void;
  /** The wall clock, in milliseconds since 1970. */
  readonly wallClockMs?: () => number;
  /** Takes the pause before a further attempt instead of waiting; it counts as waited. Absent, pauses take their time. */
  readonly skipPause?: (ms: number) => void;
}
