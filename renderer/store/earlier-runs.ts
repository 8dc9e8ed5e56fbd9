// Runs of the history that are read for the values of their variables alone, once a field asks for one that no run in view has.
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunId } from '#shared/ids/ids.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { isWholeFlow } from '#shared/run-history/run-summary.ts';
import { useHistory, type HistoryState } from './history-store.ts';
import { keptWhileSame } from './kept-while-same.ts';
import { pastRunRead } from './past-runs.ts';
import { isUnderWay, runsStore } from './runs-store.ts';

/** So many of the newest runs of a flow are looked through, and no more. */
const mostLookedThrough = 10;

/** Those that were read, by id; `null` where a run cannot be read. */
const earlierStore = createStore<{ readonly read: Readonly<Record<string, RunView | null>> }>(() => ({
  read: {},
}));

const beingRead = new Set<RunId>();

export function earlierRunsForgotten(): void {
  earlierStore.setState({ read: {} });
}

/** The runs of a flow that were read so far, the newest first. */
export function useEarlierRuns(flowId: string): readonly RunView[] {
  const ids = useRunIds(flowId);
  const read = useStore(earlierStore, (state) => state.read);
  const runsOf = useMemo(
    () =>
      keptWhileSame((list: readonly (RunView | null | undefined)[]) =>
        list.filter((run) => run !== null && run !== undefined),
      ),
    [],
  );
  return runsOf(ids.map((id) => read[id]));
}

/** Reads the next older run of a flow as long as something is wanted of it. */
export function useEarlierRunsRead(flowId: string, isWanted: boolean): void {
  const ids = useRunIds(flowId);
  const read = useStore(earlierStore, (state) => state.read);
  const next = isWanted ? ids.find((id) => !Object.hasOwn(read, id)) : undefined;
  useEffect(() => {
    if (next !== undefined) void runRead(next);
  }, [next]);
}

/** A call that was sent alone had only what was typed for it. */
function useRunIds(flowId: string): readonly RunId[] {
  const idsOf = useMemo(
    () =>
      keptWhileSame(({ runs }: Pick<HistoryState, 'runs'>) =>
        runs
          .filter((run) => run.flowId === flowId && isWholeFlow(run.origin) && run.outcome !== 'running')
          .slice(0, mostLookedThrough)
          .map(({ runId }) => runId),
      ),
    [flowId],
  );
  return useHistory(idsOf);
}

async function runRead(runId: RunId): Promise<void> {
  if (beingRead.has(runId)) return;
  beingRead.add(runId);
  const view = await viewOf(runId).finally(() => beingRead.delete(runId));
  earlierStore.setState(({ read }) => ({ read: { ...read, [runId]: view } }));
}

/** One that the window followed to its end is not read once more. */
async function viewOf(runId: RunId): Promise<RunView | null> {
  const own = runsStore.getState().runs[runId];
  if (!isUnderWay(own)) return own ?? null;
  const read = await pastRunRead(runId);
  return read.ok ? read.value.view : null;
}
