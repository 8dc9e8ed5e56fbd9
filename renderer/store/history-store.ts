import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunId } from '#shared/ids/ids.ts';
import type { HistoryChange } from '#shared/ipc/channels/history-channels.ts';
import type { ChannelOutput } from '#shared/ipc/contract.ts';
import { noRunFilter, type RunFilter } from '#shared/run-history/matching-runs.ts';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { bridge } from '../bridge/bridge.ts';
import { pastRunsDeleted } from './past-runs.ts';
import { toasts } from './toasts.ts';

export interface HistoryState {
  /** Past runs and those under way, newest first. */
  readonly runs: readonly RunSummary[];
  /** Whether the list was read; until then nobody can say that there are no runs. */
  readonly isRead: boolean;
  readonly filter: RunFilter;
  /** What is to be deleted, while it is asked whether. */
  readonly deletion: { readonly runs: readonly RunSummary[]; readonly all: boolean } | null;
  /** Why runs are not kept, where that is so. */
  readonly trouble: string | null;
  /** Whether it is asked how much to keep. */
  readonly limitsAsked: boolean;
}

/** The runs of the workspace that the main process keeps, by their summaries. */
export const historyStore = createStore<HistoryState>(() => ({
  runs: [],
  isRead: false,
  filter: noRunFilter,
  deletion: null,
  trouble: null,
  limitsAsked: false,
}));

export function useHistory<Part>(select: (state: HistoryState) => Part): Part {
  return useStore(historyStore, select);
}

const pieceLength = 1000;

/** Tells one reading of the list from the next: another workspace may be open before the first is answered. */
let reading = 0;

/** Reads the list anew: the window was opened, or another workspace was. */
export async function historyWanted(): Promise<void> {
  reading += 1;
  const mine = reading;
  historyStore.setState(historyStore.getInitialState(), true);
  let offset: number | null = 0;
  while (offset !== null) {
    const piece: ChannelOutput<'history.list'> = await bridge.call['history.list']({
      offset,
      length: pieceLength,
    });
    if (mine !== reading) return;
    const { runs, total, trouble } = piece;
    troubleHeard(trouble);
    // What was told meanwhile is newer than what was read.
    historyStore.setState((state) => ({ runs: merged([...runs, ...state.runs]) }));
    offset += runs.length;
    if (runs.length === 0 || offset >= total) offset = null;
  }
  historyStore.setState({ isRead: true });
}

/** The main process says what has changed. */
export function historyChanged({ changed, removed, trouble }: HistoryChange): void {
  troubleHeard(trouble);
  if (changed.length === 0 && removed.length === 0) return;
  const gone = new Set<string>(removed);
  historyStore.setState(({ runs }) => ({
    runs: merged([...runs, ...changed]).filter(({ runId }) => !gone.has(runId)),
  }));
}

/** Said once: it is heard of at the start and again when a run meets it. */
function troubleHeard(trouble: string | null): void {
  if (trouble === null || historyStore.getState().trouble === trouble) return;
  historyStore.setState({ trouble });
  toasts.show({ title: 'Runs are not kept', body: trouble, icon: 'warning', urgent: true, stays: true });
}

export function historyFiltered(change: Partial<RunFilter>): void {
  historyStore.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

export const historyFilterCleared = (): void => historyStore.setState({ filter: noRunFilter });

export async function runPinned({ runId }: RunSummary, pinned: boolean): Promise<void> {
  const outcome = await bridge.call['history.pin']({ runId, pinned });
  if (!outcome.ok)
    toasts.show({
      title: pinned ? 'The run was not pinned' : 'The run was not unpinned',
      body: outcome.failure.message,
      icon: 'warning',
    });
}

/** Asks whether a run shall go, or all that are not pinned. */
export function deletionAsked(what: RunSummary | 'unpinned'): void {
  const { runs } = historyStore.getState();
  const unpinned = runs.filter(({ outcome, pinned }) => !pinned && outcome !== 'running');
  const deletion = what === 'unpinned' ? { runs: unpinned, all: true } : { runs: [what], all: false };
  historyStore.setState({ deletion });
}

export const deletionCancelled = (): void => historyStore.setState({ deletion: null });

export async function deletionConfirmed(): Promise<void> {
  const { deletion } = historyStore.getState();
  deletionCancelled();
  if (deletion === null) return;
  const runs: 'unpinned' | RunId[] = deletion.all ? 'unpinned' : deletion.runs.map(({ runId }) => runId);
  const outcome = await bridge.call['history.delete']({ runs });
  if (outcome.ok) pastRunsDeleted(deletion.runs.map(({ runId }) => runId));
  else toasts.show({ title: 'Not deleted', body: outcome.failure.message, icon: 'warning', urgent: true });
}

export const limitsAsked = (asked: boolean): void => historyStore.setState({ limitsAsked: asked });

function merged(runs: readonly RunSummary[]): readonly RunSummary[] {
  const byId = new Map(runs.map((run) => [run.runId, run]));
  return [...byId.values()].sort((one, other) => Date.parse(other.startedAt) - Date.parse(one.startedAt));
}
