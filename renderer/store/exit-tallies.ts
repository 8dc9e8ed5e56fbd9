import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { exitTally, type ExitTally } from '#shared/stand-in/exit-tally.ts';
import { keptWhileSame } from './kept-while-same.ts';
import { type RunsState, useRuns } from './runs-store.ts';

/** Which exits of a flow the runs took that the window remembers; the same object until a run takes a new one. */
export function useExitTally(flow: Flow): ExitTally {
  const exitsOf = useMemo(
    () =>
      keptWhileSame((runs: RunsState['runs']) =>
        Object.values(runs)
          .filter(({ flowId }) => flowId === flow.id)
          .map(({ exits }) => exits),
      ),
    [flow.id],
  );
  const taken = useRuns((state) => exitsOf(state.runs));
  return useMemo(() => exitTally(flow, taken), [flow, taken]);
}
