import type { RunEvent } from './run-event.ts';
import type { RoundView, RunView } from './run-view.ts';
import { withNode, withResult } from './with-node.ts';

/** The view after an event of a loop; `null` where the event is none of one. */
export function projectLoopEvent(view: RunView, event: RunEvent): RunView | null {
  const nodeId = event.nodeId ?? '';
  switch (event.type) {
    case 'loop-started':
      return withNode({ ...view, loops: [...view.loops, nodeId] }, nodeId, {
        round: { number: 0, of: event.of },
      });
    case 'round-started': {
      const round = { number: event.round, of: event.of };
      return withResult(withNode(view, nodeId, { round }), roundInWords(round));
    }
    case 'loop-ended': {
      const ended = { ...view, loops: view.loops.slice(0, -1) };
      return event.why === 'left' ? ended : withResult(ended, event.of === 0 ? 'no items' : 'done');
    }
    default:
      return null;
  }
}

/** Where a loop stands, as its card and the timeline say it: `3 of 10`. */
export function roundInWords({ number, of }: RoundView): string {
  return of === 0 ? 'no items' : `${number.toLocaleString('en')} of ${of.toLocaleString('en')}`;
}

/** How many loops a node that the run comes to stands in; a loop that is come back to does not stand in itself. */
export function loopsAround({ loops }: RunView, nodeId: string): number {
  return loops.at(-1) === nodeId ? loops.length - 1 : loops.length;
}
