import type { RunEvent } from './run-event.ts';
import type { RoundView, RunView } from './run-view.ts';
import { withNode, withResult } from './with-node.ts';

/** The view after an event of a loop; `null` where the event is none of one. */
export function projectLoopEvent(view: RunView, event: RunEvent): RunView | null {
  const nodeId = event.nodeId ?? '';
  switch (event.type) {
    case 'loop-started': {
      const round = { number: 0, of: event.of, isOver: false, sinceMs: view.elapsedMs };
      return withNode({ ...view, loops: [...view.loops, nodeId] }, nodeId, { round });
    }
    case 'round-started': {
      const round = { number: event.round, of: event.of, isOver: false, sinceMs: sinceMs(view, nodeId) };
      return withResult(withNode(view, nodeId, { round }), roundInWords(round));
    }
    case 'loop-ended': {
      const since = sinceMs(view, nodeId);
      const round = { number: event.rounds, of: event.of, isOver: true, sinceMs: since };
      const tookMs = view.elapsedMs - since;
      const ended = withNode({ ...view, loops: view.loops.slice(0, -1) }, nodeId, { round, tookMs });
      return event.why === 'left' ? ended : withResult(ended, event.of === 0 ? 'no items' : 'done');
    }
    default:
      return null;
  }
}

function sinceMs({ elapsedMs, nodes }: RunView, nodeId: string): number {
  return nodes[nodeId]?.round?.sinceMs ?? elapsedMs;
}

/** Where a loop stands, as its card and the timeline say it: `3 of 10`. */
export function roundInWords({ number, of }: Pick<RoundView, 'number' | 'of'>): string {
  return of === 0 ? 'no items' : `${number.toLocaleString('en')} of ${of.toLocaleString('en')}`;
}

/** How many loops a node that the run comes to stands in; a loop that is come back to does not stand in itself. */
export function loopsAround({ loops }: RunView, nodeId: string): number {
  return loops.at(-1) === nodeId ? loops.length - 1 : loops.length;
}
