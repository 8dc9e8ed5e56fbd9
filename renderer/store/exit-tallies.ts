import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { exitTally, withExitsTaken, type ExitTally } from '#shared/stand-in/exit-tally.ts';
import { libraryStepTaken } from './library-steps.ts';
import { useView, viewStore } from './view-store.ts';

type TakenExits = ReturnType<typeof viewStore.getState>['takenExits'];

/** Runs told what they did: the exits that they took are remembered with the window, however many runs come after. */
export function exitsHeard(events: readonly RunEvent[]): void {
  const { takenExits: before } = viewStore.getState();
  const takenExits = withExitsTaken(before, events);
  // Whatever is put there is written down.
  if (takenExits !== before) viewStore.setState({ takenExits });
}

/** The exits of a flow count as never taken; undo in its view brings back what was counted. */
export function exitsForgotten(flow: Flow): void {
  const ids = new Set<string>(flow.nodes.map(({ id }) => id));
  const { takenExits } = viewStore.getState();
  const before = Object.fromEntries(Object.entries(takenExits).filter(([id]) => ids.has(id)));
  if (Object.keys(before).length === 0) return;
  const put = (mine: TakenExits) =>
    viewStore.setState(({ takenExits: now }) => ({
      takenExits: { ...Object.fromEntries(Object.entries(now).filter(([id]) => !ids.has(id))), ...mine },
    }));
  put({});
  libraryStepTaken({ flowId: flow.id, undo: () => put(before), redo: () => put({}) });
}

/** Which exits of a flow were taken by runs from this window. */
export function useExitTally(flow: Flow): ExitTally {
  const taken = useView(({ takenExits }) => takenExits);
  return useMemo(() => exitTally(flow, taken), [flow, taken]);
}
