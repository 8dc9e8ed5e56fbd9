import { callersSettled } from './project-flow.ts';
import type { RunEventOf } from './run-event.ts';
import type { RunView, TimelineRow } from './run-view.ts';
import { withItem } from './with-item.ts';
import { withNode } from './with-node.ts';

/** The view of a run that is over. */
export function projectEnd(view: RunView, event: RunEventOf<'run-ended'>): RunView {
  const at = event.nodeId ?? view.currentNodeId;
  const settled = callersSettled(at === null ? view : settledAt(view, at, event), event);
  const finished: RunView = {
    ...settled,
    outcome: event.outcome,
    message: event.message,
    result: event.result,
    waiting: null,
    currentNodeId: null,
    paused: null,
  };
  return withItem(finished, { type: 'ended', seq: event.seq, nodeId: event.nodeId ?? null });
}

// The node where a run ends never leaves, so its ring and row are settled by the end itself.
function settledAt(view: RunView, nodeId: string, event: RunEventOf<'run-ended'>): RunView {
  const state = view.nodes[nodeId]?.state;
  const timeline = endedRow(view, nodeId, 'ended');
  if (state !== 'running' && state !== 'waiting' && state !== 'paused') return { ...view, timeline };
  const end = event.outcome === 'ended' ? 'done' : 'failed';
  return withNode({ ...view, timeline }, nodeId, { state: end, sentence: event.message, waitUntilMs: null });
}

/** The rows with the open one of a node ended. */
export function endedRow(view: RunView, nodeId: string, result = ''): readonly TimelineRow[] {
  // A flow that runs itself comes to a node again before it was left.
  const at = view.timeline.findLastIndex((row) => row.nodeId === nodeId && row.endMs === null);
  const row = view.timeline[at];
  if (row === undefined) return view.timeline;
  const ended = { ...row, endMs: view.elapsedMs, result: row.result === '' ? result : row.result };
  return view.timeline.with(at, ended);
}
