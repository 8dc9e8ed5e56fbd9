import type { ErrorJump } from '#shared/run-events/error-jump.ts';
import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import type { PhaseView } from '#shared/run-events/run-view.ts';

/**
 * A line of the timeline: a node, an attempt of its call, a hop of one, the delay after it, the events of a stream, or a
 * rule of a condition.
 */
export interface TimelineLineView {
  readonly key: string;
  readonly seq: number;
  readonly kind: 'node' | 'attempt' | 'hop' | 'delay' | 'stream' | 'rule';
  readonly nodeId: string;
  readonly label: string;
  readonly callIndex: number | null;
  readonly attempt: number | null;
  readonly startMs: number;
  readonly tookMs: number | null;
  readonly result: string;
  readonly statusCode: number | null;
  readonly times: number;
  /** What answered it in place of the network. */
  readonly standIn: StandInShown | null;
  readonly failed: boolean;
  readonly phases: readonly PhaseView[];
  /** What a rule compared; empty in other lines. */
  readonly compared: string;
  /** Why the run came to the node by the error node of the flow; `null` where it did not. */
  readonly jump: ErrorJump | null;
  /** Whether it is a pause that the flow makes. */
  readonly isWait: boolean;
  /** When the events of a stream came, since the run started. */
  readonly ticksMs: readonly number[];
  /** What the handshakes came to, one sentence each; empty without TLS. */
  readonly handshakes: readonly string[];
  /** Whether a server was not asked who it is. */
  readonly unverified: boolean;
  /** How many flows above the first one, and loops, it stands in. */
  readonly nested: number;
  /** `null` where there is nothing to unfold. */
  readonly expanded: boolean | null;
}

/** What most lines have nothing of. */
export const blankLine = {
  statusCode: null,
  times: 1,
  standIn: null,
  failed: false,
  phases: [],
  compared: '',
  jump: null,
  isWait: false,
  ticksMs: [],
  handshakes: [],
  unverified: false,
  nested: 0,
  expanded: null,
  attempt: null,
} as const;
