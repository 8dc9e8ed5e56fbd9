import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { exitTally, withExitsTaken, type ExitTally } from '#shared/stand-in/exit-tally.ts';
import { libraryStepTaken } from './library-steps.ts';
import { useView, viewStore } from './view-store.ts';

type TakenExits = ReturnType<typeof viewStore.getState>['takenExits'];

/** Runs told what they did: the exits that they took are remembered with the window, however many runs come after. */
export function exitsHeard(events: readonly RunEvent[]): void {
  const { exitsCountedSinceMs, takenExits: before } = viewStore.getState();
  const takenExits = withExitsTaken(before, events, exitsCountedSinceMs);
  // Whatever is put there is written down.
  if (takenExits !== before) viewStore.setState({ takenExits });
}

/** The exits of a flow count as never taken; undo in its view brings back what was counted, and leaves what was counted since. */
export function exitsForgotten(flow: Flow): void {
  const ids = new Set<string>(flow.nodes.map(({ id }) => id));
  let before = begunAnew(ids);
  if (Object.keys(before).length === 0) return;
  libraryStepTaken({
    flowId: flow.id,
    undo: () => countedAgain(before),
    redo: () => {
      before = begunAnew(ids);
    },
  });
}

/** Gives what was counted until now. */
function begunAnew(ids: ReadonlySet<string>): TakenExits {
  const { exitsCountedSinceMs, takenExits } = viewStore.getState();
  const of = (isMine: boolean) => Object.entries(takenExits).filter(([id]) => ids.has(id) === isMine);
  const before = Object.fromEntries(of(true));
  const nowMs = Date.now();
  const since = Object.fromEntries(Object.keys(before).map((id) => [id, nowMs]));
  if (Object.keys(before).length > 0)
    viewStore.setState({
      takenExits: Object.fromEntries(of(false)),
      exitsCountedSinceMs: { ...exitsCountedSinceMs, ...since },
    });
  return before;
}

function countedAgain(before: TakenExits): void {
  viewStore.setState(({ takenExits: now }) => {
    const both = Object.entries(before).map(([id, exits]) => [
      id,
      [...new Set([...exits, ...(now[id] ?? [])])],
    ]);
    return { takenExits: { ...now, ...(Object.fromEntries(both) as TakenExits) } };
  });
}

/** Which exits of a flow were taken by runs from this window. */
export function useExitTally(flow: Flow): ExitTally {
  const taken = useView(({ takenExits }) => takenExits);
  return useMemo(() => exitTally(flow, taken), [flow, taken]);
}
