// A run host whose runs are written down: the history on real files, opened as often as a test needs.
import path from 'node:path';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import { RunHistory } from '#electron/runs/history/run-history.ts';
import type { RunId } from '#shared/ids/ids.ts';
import type { HistoryChange } from '#shared/ipc/channels/history-channels.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { HistoryLimits } from '#shared/run-history/runs-to-remove.ts';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { hostRuns, type HostedDocuments, type HostedRuns } from './host-runs.ts';

/** A history that is open, and what it said unasked. */
export interface OpenHistory {
  readonly history: RunHistory;
  readonly folder: string;
  readonly secrets: KnownSecrets;
  readonly changes: readonly HistoryChange[];
  readonly notes: readonly string[];
  /** The limits that hold from the next look at them on. */
  limits: HistoryLimits;
  readonly all: () => Promise<readonly RunSummary[]>;
  /** Every event of a run, read in pieces as the page does; fails where the run cannot be read. */
  readonly events: (runId: RunId) => Promise<readonly RunEvent[]>;
}

/** Opens the history of a folder. */
export function openHistory(
  folder: string,
  secrets = new KnownSecrets(),
  onRemoved?: (runIds: readonly RunId[]) => void,
): OpenHistory {
  const changes: HistoryChange[] = [];
  const notes: string[] = [];
  const opened: { limits: HistoryLimits } = { limits: { mostRuns: 1000, mostBytes: 500_000_000 } };
  const history = new RunHistory({
    folder,
    secrets,
    limits: () => opened.limits,
    publish: (change) => changes.push(change),
    note: (sentence) => notes.push(sentence),
    onRemoved: (runIds) => onRemoved?.(runIds),
  });
  return Object.assign(opened, {
    history,
    folder,
    secrets,
    changes,
    notes,
    all: async () => (await history.list({ offset: 0, length: 1000 })).runs,
    events: async (runId: RunId) => {
      const events: RunEvent[] = [];
      for (let offset: number | null = 0; offset !== null;) {
        const piece = await history.open({ runId, offset });
        if (!piece.ok) throw new Error(piece.failure.message);
        events.push(...piece.value.events);
        offset = piece.value.nextOffset;
      }
      return events;
    },
  });
}

/** A run host with a history below a folder. */
export async function hostPastRuns(
  root: string,
  hosted: HostedDocuments,
): Promise<{ readonly runs: HostedRuns; readonly past: OpenHistory; readonly close: () => Promise<void> }> {
  const past = openHistory(path.join(root, 'runs'), new KnownSecrets(), (runIds) => runs.host.forget(runIds));
  const { history, secrets } = past;
  const folder = path.join(root, 'runs', 'working');
  const runs: HostedRuns = await hostRuns({
    ...hosted,
    ports: { folder, ...hosted.ports, history, secrets },
  });
  const close = async () => {
    await runs.close();
    await history.close();
  };
  return { runs, past, close };
}
