import type { StandInShown } from '../stand-in/stand-in.ts';
import type { RunEvent, RunEventOf } from './run-event.ts';
import { withLast } from './with-last.ts';
import type { AttemptView, CallView, ExchangeView, NodeRunView, RunView } from './run-view.ts';

/** The view after an event of an API Call; `null` where the event is none of a call. */
export function projectCallEvent(view: RunView, event: RunEvent): RunView | null {
  switch (event.type) {
    case 'call-prepared':
      return withRequest(callBegun(view, event), event);
    case 'attempt-started':
      return attemptStarted(view, event);
    case 'exchange-started':
      return onAttempt(view, event.attempt, (attempt) => ({
        ...attempt,
        exchanges: [...attempt.exchanges, newExchange(event)],
      }));
    case 'exchange-phase':
      return onExchange(view, event, (exchange) => ({
        ...exchange,
        phases: [...exchange.phases, { phase: event.phase, startMs: event.startMs, tookMs: event.tookMs }],
      }));
    case 'exchange-secured':
      return onExchange(view, event, (exchange) => ({ ...exchange, secured: event.secured }));
    case 'exchange-redirected':
      return onExchange(view, event, (exchange) => ({
        ...exchange,
        redirectedTo: event.to,
        dropped: event.dropped,
      }));
    case 'stream-event': {
      const { atMs, complete, data, event: name, id, number } = event;
      const told = { number, atMs, event: name, id, data, complete };
      return onExchange(view, event, (exchange) => ({ ...exchange, events: [...exchange.events, told] }));
    }
    case 'response-head':
      return onExchange(view, event, (exchange) => ({ ...exchange, head: event }));
    case 'attempt-ended':
      return onAttempt(view, event.attempt, (attempt) => ({
        ...attempt,
        tookMs: event.tookMs,
        statusCode: event.statusCode,
        code: event.code,
        sentence: event.sentence,
      }));
    case 'retry-waiting':
      return onAttempt(view, event.attempt, (attempt) => ({ ...attempt, delayMs: event.delayMs }));
    case 'call-ended':
      return callEnded(view, event);
    default:
      return null;
  }
}

function callBegun(view: RunView, event: RunEventOf<'call-prepared' | 'call-ended'>): RunView {
  const index = view.calls.length;
  const nodeId = event.nodeId ?? null;
  const call: CallView = {
    index,
    nodeId,
    startMs: view.elapsedMs,
    endpointName: '',
    request: null,
    settings: null,
    attempts: [],
    ended: null,
    body: null,
  };
  return {
    ...view,
    calls: [...view.calls, call],
    conversation: [
      ...view.conversation,
      { type: 'call', seq: event.seq, nodeId: nodeId ?? '', callIndex: index },
    ],
    timeline: withLast(view.timeline, (row) => ({ ...row, callIndex: index })),
  };
}

function withRequest(view: RunView, event: RunEventOf<'call-prepared'>): RunView {
  const { endpointName, request, settings } = event;
  return onCall(view, (call) => ({ ...call, endpointName, request, settings, ...stoodIn(event) }));
}

function attemptStarted(view: RunView, event: RunEventOf<'attempt-started'>): RunView {
  const attempt: AttemptView = {
    number: event.attempt,
    startMs: view.elapsedMs,
    tookMs: null,
    statusCode: null,
    code: null,
    sentence: null,
    ...stoodIn(event),
    exchanges: [],
    delayMs: null,
    observedDelayMs: null,
  };
  const begun = onCall(view, (call) => ({
    ...call,
    attempts: [...withLast(call.attempts, (before) => delayObserved(before, attempt.startMs)), attempt],
  }));
  return withNode(begun, event.nodeId, { attempts: event.attempt, standIn: event.standIn?.type });
}

/** Absent where the network answered, so that a view of such a run has no trace of stand-ins. */
function stoodIn({ standIn }: { readonly standIn?: StandInShown | undefined }) {
  return standIn === undefined ? {} : { standIn };
}

function delayObserved(attempt: AttemptView, nextStartMs: number): AttemptView {
  if (attempt.delayMs === null || attempt.tookMs === null) return attempt;
  return { ...attempt, observedDelayMs: Math.max(0, nextStartMs - attempt.startMs - attempt.tookMs) };
}

const newExchange = (event: RunEventOf<'exchange-started'>): ExchangeView => ({
  method: event.method,
  url: event.url,
  ...(event.proxy === undefined ? {} : { proxy: event.proxy }),
  headers: event.headers,
  bodySizeBytes: event.bodySizeBytes,
  ...(event.tls === undefined ? {} : { tls: event.tls }),
  phases: [],
  secured: null,
  head: null,
  events: [],
  redirectedTo: null,
  dropped: [],
});

function callEnded(view: RunView, event: RunEventOf<'call-ended'>): RunView {
  // An exception is decided before there is a request: the call begins and ends with this event.
  const open = view.calls.at(-1);
  const begun = open === undefined || open.ended !== null ? callBegun(view, event) : view;
  const ended = onCall(begun, (call) => ({ ...call, ended: event, body: event.body, ...stoodIn(event) }));
  const { status, statusCode, code, attempts, tookMs, sentence } = event;
  const state = status === 'success' ? 'running' : status === 'exception' ? 'exception' : 'failed';
  const result = statusCode === null ? status : String(statusCode);
  const timeline = withLast(ended.timeline, (row) => ({ ...row, result }));
  return withNode({ ...ended, timeline }, event.nodeId, {
    state,
    statusCode,
    code,
    attempts,
    tookMs,
    sentence,
    ...(event.standIn === undefined ? {} : { standIn: event.standIn.type }),
  });
}

function onCall(view: RunView, change: (call: CallView) => CallView): RunView {
  return { ...view, calls: withLast(view.calls, change) };
}

function onAttempt(view: RunView, number: number, change: (attempt: AttemptView) => AttemptView): RunView {
  return onCall(view, (call) => ({
    ...call,
    attempts: call.attempts.map((attempt) => (attempt.number === number ? change(attempt) : attempt)),
  }));
}

function onExchange(
  view: RunView,
  place: { readonly attempt: number; readonly exchange: number },
  change: (exchange: ExchangeView) => ExchangeView,
): RunView {
  return onAttempt(view, place.attempt, (attempt) => ({
    ...attempt,
    exchanges: attempt.exchanges.map((exchange, at) =>
      at === place.exchange - 1 ? change(exchange) : exchange,
    ),
  }));
}

function withNode(view: RunView, nodeId: string | undefined, patch: Partial<NodeRunView>): RunView {
  const node = nodeId === undefined ? undefined : view.nodes[nodeId];
  if (nodeId === undefined || node === undefined) return view;
  return { ...view, nodes: { ...view.nodes, [nodeId]: { ...node, ...patch } } };
}
