import type { RunEvent, RunEventOf } from './run-event.ts';
import { msAt } from './with-node.ts';
import type { FlowFrameView, NodeRunView, RoundView, RunView, TimelineRow } from './run-view.ts';

/** The view after a flow was entered or left; `null` where the event is neither. */
export function projectFlow(view: RunView, event: RunEvent): RunView | null {
  switch (event.type) {
    case 'flow-entered':
      return entered(view, event);
    case 'flow-left':
      return left(view, event);
    default:
      return null;
  }
}

function entered(view: RunView, event: RunEventOf<'flow-entered'>): RunView {
  const { flowId, flowName } = event;
  const caller: FlowFrameView = {
    ...view.inFlow,
    nodeId: event.nodeId ?? '',
    variables: view.variables,
    unsetVariables: view.unsetVariables,
    loops: view.loops,
    rounds: roundsUnderWay(view),
  };
  return {
    ...view,
    nodes: withRounds(view.nodes, fresh(view, flowId)),
    inFlow: { flowId, flowName },
    callers: [...view.callers, caller],
    entered: view.entered.includes(flowId) ? view.entered : [...view.entered, flowId],
    variables: [],
    unsetVariables: [],
    loops: [],
  };
}

function left(view: RunView, event: RunEventOf<'flow-left'>): RunView {
  const caller = view.callers.at(-1);
  if (caller === undefined) return view;
  const depth = view.callers.length - 1;
  const isFailed = event.outcome === 'failed';
  const timeline = closedRows(view, depth);
  const settled = withEnd(settledNode(view, event), caller.nodeId, {
    sentence: isFailed ? event.message : null,
    tookMs: msAt({ elapsedMs: view.elapsedMs, timeline }, caller.nodeId),
  });
  const before = view.callers.findLast(({ flowId }) => flowId === event.flowId);
  return {
    ...view,
    nodes: withRounds(settled, before?.rounds ?? {}),
    timeline,
    inFlow: { flowId: caller.flowId, flowName: caller.flowName },
    callers: view.callers.slice(0, -1),
    variables: caller.variables,
    unsetVariables: caller.unsetVariables,
    loops: caller.loops,
    leftVariables: {
      ...view.leftVariables,
      [event.flowId]: [...view.unsetVariables, ...view.variables],
    },
    currentNodeId: caller.nodeId,
    waiting: null,
    conversation: isFailed ? withReason(view, event) : view.conversation,
  };
}

/** Rounds by loop; `null` for a loop that was not begun. */
type Rounds = Readonly<Record<string, RoundView | null>>;

function roundsUnderWay({ loops, nodes }: RunView): FlowFrameView['rounds'] {
  const rounds = loops.map((id) => [id, nodes[id]?.round ?? null] as const);
  return Object.fromEntries(rounds.filter((each): each is [string, RoundView] => each[1] !== null));
}

/** A flow that is under way already and is entered once more has begun none of the loops that it is in there. */
function fresh({ callers, inFlow, loops }: RunView, entering: string): Rounds {
  const ids = [...callers, { ...inFlow, loops }].flatMap((frame) =>
    frame.flowId === entering ? frame.loops : [],
  );
  return Object.fromEntries(ids.map((id) => [id, null]));
}

function withRounds(nodes: RunView['nodes'], rounds: Rounds): RunView['nodes'] {
  return Object.entries(rounds).reduce((all, [id, round]) => {
    const node = all[id];
    return node === undefined ? all : { ...all, [id]: { ...node, round } };
  }, nodes);
}

/** Of flows that fail each other one says why. */
function withReason({ conversation }: RunView, event: RunEventOf<'flow-left'>): RunView['conversation'] {
  const text = event.message ?? '';
  const last = conversation.at(-1);
  if (last?.type === 'warned' && last.text === text) return conversation;
  return [...conversation, { type: 'warned', seq: event.seq, nodeId: event.nodeId ?? null, text }];
}

// The node at which the other flow was over never left, so its ring is settled by the flow's end.
function settledNode(view: RunView, { message, outcome }: RunEventOf<'flow-left'>): RunView['nodes'] {
  const at = view.currentNodeId;
  const node = at === null ? undefined : view.nodes[at];
  if (at === null || node === undefined || !isOpen(node)) return view.nodes;
  const state = outcome === 'ended' ? 'done' : 'failed';
  return { ...view.nodes, [at]: { ...node, state, sentence: message, waitUntilMs: null } };
}

/** The node that ran the flow is at it again, also where it has been come to once more meanwhile. */
function withEnd(
  nodes: RunView['nodes'],
  nodeId: string,
  end: Pick<NodeRunView, 'sentence' | 'tookMs'>,
): RunView['nodes'] {
  const node = nodes[nodeId];
  if (node === undefined) return nodes;
  const state = end.sentence === null ? 'running' : 'failed';
  return { ...nodes, [nodeId]: { ...node, ...end, state } };
}

const isOpen = ({ state }: NodeRunView): boolean =>
  state === 'running' || state === 'waiting' || state === 'paused';

/** The rows with those ended that are still open below a depth; the last one is where the flow was over. */
function closedRows({ elapsedMs, timeline }: RunView, depth: number): readonly TimelineRow[] {
  return timeline.map((row) =>
    row.endMs === null && row.depth > depth
      ? { ...row, endMs: elapsedMs, result: row.result === '' ? 'ended' : row.result }
      : row,
  );
}

/** The view of a run that is over, with nothing of it at work any more in the flows that it was in. */
export function callersSettled(view: RunView, event: RunEventOf<'run-ended'>): RunView {
  if (view.callers.length === 0) return view;
  const nodes = { ...view.nodes };
  for (const { nodeId } of view.callers) {
    const node = nodes[nodeId];
    if (node !== undefined && isOpen(node))
      nodes[nodeId] = { ...node, state: 'failed', sentence: event.message, waitUntilMs: null };
  }
  return { ...view, nodes, timeline: closedRows(view, -1) };
}
