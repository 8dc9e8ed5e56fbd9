import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunId } from '#shared/ids/ids.ts';
import type { HistoryChange } from '#shared/ipc/channels/history-channels.ts';
import type { ChannelOutput } from '#shared/ipc/contract.ts';
import { noRunFilter, type RunFilter } from '#shared/run-history/matching-runs.ts';
import { newestFirst, type RunSummary } from '#shared/run-history/run-summary.ts';
import { bridge } from '../bridge/bridge.ts';
import { libraryStepTaken } from './library-steps.ts';
import { pastRunsDeleted } from './past-runs.ts';
import { toasts } from './toasts.ts';

export interface HistoryState {
  /** Past runs and those under way, newest first. */
  readonly runs: readonly RunSummary[];
  /** Whether the list was read; until then nobody can say that there are no runs. */
  readonly isRead: boolean;
  readonly filter: RunFilter;
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

/** Keeps a run from being removed to make room, or no longer. */
export async function runPinned(run: RunSummary, pinned: boolean): Promise<void> {
  if (!(await pinSet(run, pinned))) return;
  libraryStepTaken({
    undo: () => pinSet(run, !pinned),
    redo: () => pinSet(run, pinned),
  });
}

async function pinSet({ runId }: RunSummary, pinned: boolean): Promise<boolean> {
  const outcome = await bridge.call['history.pin']({ runId, pinned });
  if (!outcome.ok)
    toasts.show({
      title: pinned ? 'The run was not pinned' : 'The run was not unpinned',
      body: outcome.failure.message,
      icon: 'warning',
    });
  return outcome.ok;
}

/** Deletes a run, or all that are not pinned, and offers to bring them back. */
export async function deletionWanted(what: RunSummary | 'unpinned'): Promise<void> {
  const deleted = await runsDeleted(what === 'unpinned' ? what : [what.runId]);
  if (deleted.length === 0) return;
  const undo = libraryStepTaken({
    undo: () => deletionUndone(deleted),
    redo: () => runsDeleted(deleted),
  });
  toasts.show({
    title: what === 'unpinned' ? `${countWords(deleted.length)} deleted` : `Run of ${what.name} deleted`,
    body: 'It can be had back until the workspace closes.',
    icon: 'trash',
    action: { label: 'Undo', onClick: undo },
  });
}

async function runsDeleted(runs: 'unpinned' | RunId[]): Promise<RunId[]> {
  const outcome = await bridge.call['history.delete']({ runs });
  if (outcome.ok) pastRunsDeleted(outcome.value.deleted);
  else toasts.show({ title: 'Not deleted', body: outcome.failure.message, icon: 'warning', urgent: true });
  return outcome.ok ? outcome.value.deleted : [];
}

async function deletionUndone(runs: RunId[]): Promise<void> {
  const outcome = await bridge.call['history.restore']({ runs });
  if (!outcome.ok)
    toasts.show({ title: 'Not everything came back', body: outcome.failure.message, icon: 'warning' });
}

const countWords = (count: number): string => (count === 1 ? '1 run' : `${String(count)} runs`);

export const limitsAsked = (asked: boolean): void => historyStore.setState({ limitsAsked: asked });

function merged(runs: readonly RunSummary[]): readonly RunSummary[] {
  const byId = new Map(runs.map((run) => [run.runId, run]));
  return [...byId.values()].sort(newestFirst);
}
