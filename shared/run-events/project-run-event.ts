import { projectCallEvent } from './project-call-event.ts';
import { endedRow, projectEnd } from './project-end.ts';
import { projectFlow } from './project-flow.ts';
import { loopsAround, projectLoopEvent } from './project-loop-event.ts';
import { projectPause } from './project-pause.ts';
import type { RunEvent, RunEventOf } from './run-event.ts';
import { wantedAnswerSchema, type WantedAnswer } from './wanted-answer.ts';
import { withItem } from './with-item.ts';
import { withLast } from './with-last.ts';
import type { ConversationItem, NodeRunView, RunView, TimelineRow } from './run-view.ts';
import { msAt, withNode, withResult } from './with-node.ts';
import { withVariable } from './with-variable.ts';

/**
 * The view of a run after one more event. The first event of a run makes the view; an event of a run whose beginning was
 * not seen gives `undefined`.
 */
export function projectRunEvent(view: RunView | undefined, event: RunEvent): RunView | undefined {
  if (event.type === 'run-started') return newRunView(event);
  if (view === undefined) return undefined;
  const timed = withTime(view, event);
  return (
    projectCallEvent(timed, event) ??
    projectPause(timed, event) ??
    projectFlow(timed, event) ??
    projectLoopEvent(timed, event) ??
    projectStep(timed, event)
  );
}

function newRunView(event: RunEventOf<'run-started'>): RunView {
  return {
    runId: event.runId,
    flowId: event.flowId,
    flowName: event.flowName,
    inFlow: { flowId: event.flowId, flowName: event.flowName },
    callers: [],
    entered: [],
    environmentName: event.environmentName,
    startedAt: event.at,
    outcome: 'running',
    message: null,
    result: null,
    waiting: null,
    currentNodeId: null,
    paused: null,
    lastStood: null,
    nodes: {},
    loops: [],
    taken: [],
    leftBare: null,
    exits: {},
    conversation: [],
    timeline: [],
    variables: [],
    unsetVariables: [],
    leftVariables: {},
    calls: [],
    elapsedMs: 0,
    clock: { startedMs: Date.parse(event.at), thinkingMs: 0, askedAtMs: null },
  };
}

// The clock of the run stands still while a person thinks, so that a timeline shows work and not waiting for answers.
function withTime(view: RunView, event: RunEvent): RunView {
  const { startedMs, thinkingMs, askedAtMs } = view.clock;
  const nowMs = Date.parse(event.at);
  // A system clock that is set back must not make the run's time run back.
  if (askedAtMs === null)
    return { ...view, elapsedMs: Math.max(view.elapsedMs, nowMs - startedMs - thinkingMs) };
  const thoughtMs = thinkingMs + Math.max(0, nowMs - askedAtMs);
  return { ...view, clock: { startedMs, thinkingMs: thoughtMs, askedAtMs: null } };
}

function projectStep(view: RunView, event: RunEvent): RunView {
  switch (event.type) {
    case 'node-entered':
      return entered(view, event);
    case 'said':
      return said(view, event, 'said');
    case 'asked':
      return asked(view, event);
    case 'answered':
      return said(waitingOver(view, event.nodeId), event, 'answered');
    case 'answer-refused':
      return refused(view, event);
    case 'variable-set':
      return variableSet(view, event);
    case 'condition-decided':
      return decided(view, event);
    case 'wait-started':
      return waitStarted(view, event);
    case 'wait-ended':
      return waitEnded(view, event.nodeId ?? '');
    case 'warned':
      return withItem(view, {
        type: 'warned',
        seq: event.seq,
        nodeId: event.nodeId ?? null,
        text: event.message,
      });
    case 'node-left':
      return left(view, event);
    case 'run-ended':
      return projectEnd(view, event);
    default:
      return view;
  }
}

const freshNode: NodeRunView = {
  state: 'running',
  visits: 0,
  statusCode: null,
  code: null,
  attempts: 0,
  tookMs: null,
  sentence: null,
  waitUntilMs: null,
  round: null,
};

function entered(view: RunView, event: RunEventOf<'node-entered'>): RunView {
  const nodeId = event.nodeId ?? '';
  const before = view.nodes[nodeId];
  const visits = (before?.visits ?? 0) + 1;
  // Where no connection was followed, only the error node of the flow goes on (SEMANTICS, Run).
  const jump = view.leftBare === null ? {} : { jump: view.leftBare };
  const row: TimelineRow = {
    seq: event.seq,
    nodeId,
    startMs: view.elapsedMs,
    endMs: null,
    result: '',
    callIndex: null,
    depth: view.callers.length,
    plannedMs: null,
    nested: nestedIn(view, nodeId),
    ...jump,
  };
  const node = { ...freshNode, visits, round: before?.round ?? null, ...jump };
  const come: RunView = {
    ...view,
    leftBare: null,
    currentNodeId: nodeId,
    nodes: { ...view.nodes, [nodeId]: node },
    timeline: [...view.timeline, row],
  };
  if (view.leftBare === null) return come;
  return withItem(come, { type: 'jumped', seq: event.seq, errorNodeId: nodeId, ...view.leftBare });
}

/** In how many flows above the first one, and loops of all of them, a node stands that the run comes to. */
function nestedIn(view: RunView, nodeId: string): number {
  return view.callers.reduce((sum, { loops }) => sum + 1 + loops.length, loopsAround(view, nodeId));
}

function said(view: RunView, event: RunEventOf<'said' | 'answered'>, type: 'said' | 'answered'): RunView {
  const item: ConversationItem = { type, seq: event.seq, nodeId: event.nodeId ?? '', text: event.text };
  return withResult(withItem(view, item), type);
}

function asked(view: RunView, event: RunEventOf<'asked'>): RunView {
  const nodeId = event.nodeId ?? '';
  const waiting = { nodeId, ...wantedBy(event) };
  const item: ConversationItem = { type: 'said', seq: event.seq, nodeId, text: event.text };
  const atMs = Date.parse(event.at);
  return withNode(
    { ...withResult(withItem(view, item), 'asked'), waiting, clock: { ...view.clock, askedAtMs: atMs } },
    nodeId,
    { state: 'waiting' },
  );
}

function wantedBy(event: RunEventOf<'asked'>): WantedAnswer {
  const wanted = Object.entries(event).filter(([key]) => Object.hasOwn(wantedAnswerSchema.shape, key));
  return Object.fromEntries(wanted) as WantedAnswer;
}

// The prompt goes on waiting: it asks again with the reason, unless the run leaves it now.
function refused(view: RunView, event: RunEventOf<'answer-refused'>): RunView {
  const nodeId = event.nodeId ?? '';
  const answer: ConversationItem = { type: 'answered', seq: event.seq, nodeId, text: event.text };
  const reason: ConversationItem = { type: 'refused', seq: event.seq, nodeId, text: event.reason };
  const thinking = { ...view, clock: { ...view.clock, askedAtMs: Date.parse(event.at) } };
  return withItem(withItem(thinking, answer), reason);
}

function waitingOver(view: RunView, nodeId: string | undefined): RunView {
  return withNode({ ...view, waiting: null }, nodeId ?? '', { state: 'running' });
}

function waitStarted(view: RunView, event: RunEventOf<'wait-started'>): RunView {
  const { seq, plannedMs } = event;
  const nodeId = event.nodeId ?? '';
  const waiting = withNode(view, nodeId, { waitUntilMs: Date.parse(event.at) + plannedMs });
  const timeline = withLast(waiting.timeline, (row) => ({ ...row, plannedMs }));
  return withItem({ ...waiting, timeline }, { type: 'waits', seq, nodeId, plannedMs });
}

function waitEnded(view: RunView, nodeId: string): RunView {
  return withResult(withNode(view, nodeId, { waitUntilMs: null, tookMs: msAt(view, nodeId) }), 'waited');
}

function variableSet(view: RunView, event: RunEventOf<'variable-set'>): RunView {
  const { name, value, seq } = event;
  const unset = view.unsetVariables.filter((variable) => variable.name !== name);
  if (event.unset === true) {
    const others = view.variables.filter((variable) => variable.name !== name);
    const held = view.variables.filter((variable) => variable.name === name);
    return { ...view, variables: others, unsetVariables: [...unset, ...held] };
  }
  return withVariable({ ...view, unsetVariables: unset }, { name, value, seq, nodeId: event.nodeId ?? null });
}

function decided(view: RunView, event: RunEventOf<'condition-decided'>): RunView {
  const { seq, branch } = event;
  const item: ConversationItem = { type: 'decided', seq, nodeId: event.nodeId ?? '', branch };
  const shown = withResult(withItem(view, item), `took "${branch}"`);
  return { ...shown, timeline: withLast(shown.timeline, (row) => ({ ...row, decided: event })) };
}

function left(view: RunView, event: RunEventOf<'node-left'>): RunView {
  const nodeId = event.nodeId ?? '';
  const node = view.nodes[nodeId];
  // A call that did not succeed leaves by an exit of trouble, whichever the node has for it.
  // So does a node whose flow came to no end, and the exit for that is no other node's.
  const failed = node?.state === 'failed' || node?.state === 'exception' || event.exit === 'failed';
  const taken =
    event.through === null ? view.taken : [...view.taken, { node: nodeId, exit: event.through, failed }];
  const exits = withExit(view.exits, nodeId, event.exit);
  const leftBare = event.through === null ? { nodeId, exit: event.exit } : null;
  const done = withNode(
    { ...view, taken, exits, leftBare, waiting: null },
    nodeId,
    failed ? stateOfFailed(node) : { state: 'done' },
  );
  return { ...done, timeline: endedRow(done, nodeId) };
}

function stateOfFailed(node: NodeRunView | undefined): Partial<NodeRunView> {
  return node?.state === 'running' ? { state: 'failed' } : {};
}

function withExit(exits: RunView['exits'], nodeId: string, exit: string): RunView['exits'] {
  const before = exits[nodeId] ?? [];
  return before.includes(exit) ? exits : { ...exits, [nodeId]: [...before, exit] };
}
