import type { NodeRunView, RunView } from '../run-events/run-view.ts';

/** The sentence of a run whose end was never written. */
export const interruptedSentence = 'Flowbench ended before this run did.';

/**
 * A run of the history that nobody carries on: without it, the place that it had come to would seem to be at work for
 * ever. A run that has its end stays as it is.
 */
export function interruptedRun(view: RunView): RunView {
  if (view.outcome !== 'running') return view;
  const nodes = Object.entries(view.nodes).map(([id, node]) => [id, settled(node)] as const);
  return {
    ...view,
    outcome: 'interrupted',
    message: interruptedSentence,
    waiting: null,
    currentNodeId: null,
    paused: null,
    nodes: Object.fromEntries(nodes),
    timeline: view.timeline.map((row) =>
      row.endMs === null ? { ...row, endMs: view.elapsedMs, result: row.result || 'interrupted' } : row,
    ),
    conversation: [...view.conversation, { type: 'ended', seq: lastSeq(view) + 1, nodeId: null }],
  };
}

function settled(node: NodeRunView): NodeRunView {
  const isOpen = node.state === 'running' || node.state === 'waiting' || node.state === 'paused';
  return isOpen ? { ...node, state: 'failed', sentence: interruptedSentence } : node;
}

function lastSeq({ conversation, timeline }: RunView): number {
  return Math.max(0, ...[conversation.at(-1)?.seq, timeline.at(-1)?.seq].filter((seq) => seq !== undefined));
}
