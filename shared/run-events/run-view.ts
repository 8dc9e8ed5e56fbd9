import type { CallSettings } from '../request/call-settings.ts';
import type { MaskedHeader, MaskedRequest, MaskedTls } from '../request/masked-request.ts';
import type { BodyHandle, PhaseName, StreamEventView } from './call-events.ts';
import type { ErrorJump } from './error-jump.ts';
import type { RunEventOf } from './run-event.ts';
import type { Secured } from './secured-event.ts';
import type { StandInShown } from '../stand-in/stand-in.ts';
import type { ValuePreview } from './value-preview.ts';
import type { WantedAnswer } from './wanted-answer.ts';

/** How a node stands in a run. `exception` is a call that our side could not make. */
export const nodeRunStates = ['running', 'paused', 'waiting', 'done', 'failed', 'exception'] as const;
export type NodeRunState = (typeof nodeRunStates)[number];

/** What a node's card shows of a run: the ring, the chip and the time. */
export interface NodeRunView {
  readonly state: NodeRunState;
  /** How often the run came here. */
  readonly visits: number;
  readonly statusCode: number | null;
  readonly code: string | null;
  readonly attempts: number;
  /**
   * How long its call, its flow, its pause or all its rounds took, in milliseconds, the time that people took left out;
   * `null` before that, and of nodes that take no time.
   */
  readonly tookMs: number | null;
  readonly sentence: string | null;
  /** When its pause will be over, in milliseconds of the system's clock; `null` while it does not pause. */
  readonly waitUntilMs: number | null;
  /** Where a loop stands that was begun; `null` for other nodes. */
  readonly round: RoundView | null;
  /** What answered the last attempt in place of the network. */
  readonly standIn?: StandInShown['type'] | undefined;
  /** Where the run came from last, if by the flow's error node and not by a connection. */
  readonly jump?: ErrorJump;
}

/** The round of a loop that was begun last, from 1 (0 before the first), and how many there are. */
export interface RoundView {
  readonly number: number;
  readonly of: number;
  /** Whether the loop was done or left. */
  readonly isOver: boolean;
  /** When the loop was begun, in milliseconds since the run started. */
  readonly sinceMs: number;
}

/** A connection that the run followed, named by the exit it leaves from; `failed` where the exit was one of trouble. */
export interface TakenConnection {
  readonly node: string;
  readonly exit: string;
  readonly failed: boolean;
}

/** One line of the conversation, or an event that stands between its lines. */
export type ConversationItem =
  | { readonly type: 'said'; readonly seq: number; readonly nodeId: string; readonly text: string }
  | { readonly type: 'answered'; readonly seq: number; readonly nodeId: string; readonly text: string }
  | { readonly type: 'refused'; readonly seq: number; readonly nodeId: string; readonly text: string }
  | { readonly type: 'call'; readonly seq: number; readonly nodeId: string; readonly callIndex: number }
  | { readonly type: 'decided'; readonly seq: number; readonly nodeId: string; readonly branch: string }
  | { readonly type: 'waits'; readonly seq: number; readonly nodeId: string; readonly plannedMs: number }
  /** The run goes on at the error node of its flow, for the exit of another node. */
  | ({ readonly type: 'jumped'; readonly seq: number; readonly errorNodeId: string } & ErrorJump)
  | { readonly type: 'warned'; readonly seq: number; readonly nodeId: string | null; readonly text: string }
  | { readonly type: 'ended'; readonly seq: number; readonly nodeId: string | null };

export interface PhaseView {
  readonly phase: PhaseName;
  readonly startMs: number;
  readonly tookMs: number;
}

/** One exchange of an attempt: a request to one address and what came back. */
export interface ExchangeView {
  readonly method: string;
  readonly url: string;
  /** `host:port` of the proxy that it went through. */
  readonly proxy?: string;
  readonly headers: readonly MaskedHeader[];
  readonly bodySizeBytes: number;
  /** What was asked of TLS; absent without TLS, and where nothing special was. */
  readonly tls?: MaskedTls;
  readonly phases: readonly PhaseView[];
  /** What its encrypted connection came to; `null` without TLS and where the server showed no certificate. */
  readonly secured: Secured | null;
  readonly head: RunEventOf<'response-head'> | null;
  /** The events of a stream, in order, as they came. */
  readonly events: readonly StreamEventView[];
  readonly redirectedTo: string | null;
  readonly dropped: readonly string[];
}

export interface AttemptView {
  readonly number: number;
  /** Milliseconds since the run started, the time that people took left out. */
  readonly startMs: number;
  readonly tookMs: number | null;
  readonly statusCode: number | null;
  readonly code: string | null;
  readonly sentence: string | null;
  /** What answered it in place of the network. */
  readonly standIn?: StandInShown | undefined;
  readonly exchanges: readonly ExchangeView[];
  /** The delay that was to follow; `null` where none was. */
  readonly delayMs: number | null;
  /** The delay that did follow, to the start of the next attempt; `null` while there is none. */
  readonly observedDelayMs: number | null;
}

/** One API Call of a run, from its prepared request to its end. */
export interface CallView {
  readonly index: number;
  readonly nodeId: string | null;
  readonly startMs: number;
  readonly endpointName: string;
  readonly request: MaskedRequest | null;
  readonly settings: CallSettings | null;
  /** What was chosen to answer it, or its first attempts, in place of the network. */
  readonly standIn?: StandInShown | undefined;
  readonly attempts: readonly AttemptView[];
  readonly ended: RunEventOf<'call-ended'> | null;
  readonly body: BodyHandle | null;
}

/** A row of the timeline: one visit of a node. */
export interface TimelineRow {
  readonly seq: number;
  readonly nodeId: string;
  readonly startMs: number;
  readonly endMs: number | null;
  readonly result: string;
  readonly callIndex: number | null;
  /** How many flows the run was in above its first one. */
  readonly depth: number;
  /** How many flows above the first one, and loops, it stands in. */
  readonly nested: number;
  /** What a condition compared. */
  readonly decided?: RunEventOf<'condition-decided'>;
  /** How long it was to pause; `null` where the node is no pause. */
  readonly plannedMs: number | null;
  /** Where the run came from, if by the flow's error node and not by a connection. */
  readonly jump?: ErrorJump;
}

export interface VariableView {
  readonly name: string;
  readonly value: ValuePreview;
  readonly nodeId: string | null;
  readonly seq: number;
  /** The value before; absent where the variable is new. */
  readonly was?: ValuePreview;
  /** The value that it had when the run last stood still; absent where it had none then. */
  readonly stood?: ValuePreview;
  /** Whether a person wrote it while the run stood still. */
  readonly edited?: boolean;
}

/** A flow of a run, by its id and the name that it had then. */
export interface FlowOfRun {
  readonly flowId: string;
  readonly flowName: string;
}

/** A flow of a run that waits for the one that its node runs. */
export interface FlowFrameView extends FlowOfRun {
  /** The node that runs the next flow. */
  readonly nodeId: string;
  readonly variables: readonly VariableView[];
  readonly unsetVariables: readonly VariableView[];
  readonly loops: readonly string[];
  /** Where each of its loops stands: a flow that runs itself comes into the same loops once more. */
  readonly rounds: Readonly<Record<string, RoundView>>;
}

/** Where a run stands still, and why. */
export interface PauseView {
  readonly nodeId: string;
  readonly why: RunEventOf<'paused'>['why'];
  readonly exit: string | null;
  readonly trouble: string | null;
  /** The number of the event by which the run stood still before; `null` where it had not, and of a moment that it ran through. */
  readonly since: number | null;
}

/** Everything the window shows of a run: a projection of its events and nothing else (SEMANTICS, Run). */
export interface RunView {
  readonly runId: string;
  /** The flow that was run. */
  readonly flowId: string;
  readonly flowName: string;
  /** The flow that the run is in; once it is over, that in which it ended. */
  readonly inFlow: FlowOfRun;
  /** The flows that wait for it, the first one first. */
  readonly callers: readonly FlowFrameView[];
  /** The flows that the run came into besides its first one, each once. */
  readonly entered: readonly string[];
  readonly environmentName: string | null;
  readonly startedAt: string;
  /** `interrupted` is a run of the history whose end was never written. */
  readonly outcome: 'running' | 'ended' | 'failed' | 'cancelled' | 'interrupted';
  readonly message: string | null;
  readonly result: ValuePreview | null;
  /** The prompt that waits for an answer, and what answer it wants. */
  readonly waiting: ({ readonly nodeId: string } & WantedAnswer) | null;
  readonly currentNodeId: string | null;
  /** Set while the run stands still before a node. */
  readonly paused: PauseView | null;
  /** The number of the event by which the run stood still last; `null` where it has not. */
  readonly lastStood: number | null;
  readonly nodes: Readonly<Record<string, NodeRunView>>;
  /** The nodes of the loops that the run is in, of the flow that it is in, the innermost last. */
  readonly loops: readonly string[];
  readonly taken: readonly TakenConnection[];
  /** The exit by which a node was left last, if no connection was followed: a run that goes on does so at the error node. */
  readonly leftBare: ErrorJump | null;
  /** The exits that the run took, connected or not, each once, by node. */
  readonly exits: Readonly<Record<string, readonly string[]>>;
  readonly conversation: readonly ConversationItem[];
  readonly timeline: readonly TimelineRow[];
  /** Those of the flow that the run is in. */
  readonly variables: readonly VariableView[];
  /** Variables that are not set any more, with what they held last: previews and completion still know them. */
  readonly unsetVariables: readonly VariableView[];
  /** What flows held when they were left last, by flow. */
  readonly leftVariables: Readonly<Record<string, readonly VariableView[]>>;
  readonly calls: readonly CallView[];
  /** Milliseconds that the run took so far, the time that people took left out. */
  readonly elapsedMs: number;
  /** Clock readings that the projection needs for its next step: not shown. */
  readonly clock: {
    readonly startedMs: number;
    readonly thinkingMs: number;
    /** Since when a person is asked or the run stands still. */
    readonly askedAtMs: number | null;
  };
}
