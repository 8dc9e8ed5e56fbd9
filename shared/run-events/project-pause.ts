import { environmentAfter } from './environment-after.ts';
import type { RunEvent, RunEventOf } from './run-event.ts';
import type { NodeRunState, RunView } from './run-view.ts';
import { withVariable } from './with-variable.ts';

/** The view after an event of the debugger; `null` where the event is none of it. */
export function projectPause(view: RunView, event: RunEvent): RunView | null {
  switch (event.type) {
    case 'paused':
      return paused(view, event);
    case 'resumed':
      return resumed(view);
    case 'variable-edited':
      return edited(view, event);
    default:
      return null;
  }
}

function paused(view: RunView, event: RunEventOf<'paused'>): RunView {
  const { at, exit, seq, trouble, why } = event;
  const nodeId = event.nodeId ?? view.currentNodeId ?? '';
  const environmentName = environmentAfter(view.environmentName, event);
  const pause = { nodeId, why, exit, trouble, since: view.lastStood };
  const stopped = { ...view, environmentName, paused: pause, lastStood: seq };
  return withState(standingSince(stopped, at), nodeId, 'paused');
}

function resumed(view: RunView): RunView {
  const nodeId = view.paused?.nodeId;
  const going = { ...view, paused: null };
  return nodeId === undefined ? going : withState(going, nodeId, 'running');
}

function edited(view: RunView, event: RunEventOf<'variable-edited'>): RunView {
  const { at, name, seq, value } = event;
  const variable = { name, value, seq, nodeId: event.nodeId ?? null, edited: true };
  const changed = withVariable(view, variable);
  return view.paused === null ? changed : standingSince(changed, at);
}

// The clock of the run stands still until the next event, as it does for a person who is asked.
function standingSince(view: RunView, at: string): RunView {
  return { ...view, clock: { ...view.clock, askedAtMs: Date.parse(at) } };
}

/** The view with its pause as if the run stood still at its last node: what one sees of a moment that it ran through. */
export function asPaused(view: RunView): RunView {
  const nodeId = view.currentNodeId;
  if (view.paused !== null || nodeId === null) return view;
  const pause = { nodeId, why: 'step', exit: null, trouble: null, since: null } as const;
  return withState({ ...view, paused: pause }, nodeId, 'paused');
}

function withState(view: RunView, nodeId: string, state: NodeRunState): RunView {
  const node = view.nodes[nodeId];
  return node === undefined ? view : { ...view, nodes: { ...view.nodes, [nodeId]: { ...node, state } } };
}
