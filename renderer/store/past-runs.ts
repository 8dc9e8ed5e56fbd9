import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunId } from '#shared/ids/ids.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import { RunPast, type Moment } from '#shared/run-events/run-past.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { interruptedRun } from '#shared/run-history/interrupted-run.ts';
import type { RunRecord } from '#shared/run-history/run-record.ts';
import { bridge } from '../bridge/bridge.ts';
import { callPickCleared, mostPastBytes, runsStore, type LookedBack } from './runs-store.ts';
import { runTabsClosed } from './view-store.ts';

/** A run of the history that is shown. */
export interface PastRun {
  /** How it was in the end. */
  readonly view: RunView;
  /** Its moments; `null` where runs that were opened later needed the memory. */
  readonly past: RunPast | null;
  /** The moment that is looked at in place of the whole run. */
  readonly back: LookedBack | null;
  /** What is known of it besides its events; `null` where that is lost. */
  readonly record: RunRecord | null;
  /** Events that this version of Flowbench cannot show. */
  readonly skipped: number;
}

/**
 * Runs of the history that are shown, by what shows them: a document in place of its newest run, or a page of the run's
 * own. They are apart from the runs of the window, which are dropped when there are too many.
 */
export const pastRunsStore = createStore<{ readonly shown: Readonly<Record<string, PastRun>> }>(() => ({
  shown: {},
}));

/** When a run of the history came to be, as the list of runs says it. */
export function pastRunMadeAt({ record, view }: PastRun): string {
  return record?.madeAt ?? view.startedAt;
}

export function usePastRun(ownerId: string | null): PastRun | undefined {
  return useStore(pastRunsStore, ({ shown }) => pastRunOf(shown, ownerId));
}

/** A flow that a past run came into shows that run as well, while the flow that was run does. */
export function pastRunOf(
  shown: Readonly<Record<string, PastRun>>,
  ownerId: string | null,
): PastRun | undefined {
  if (ownerId === null) return undefined;
  return shown[ownerId] ?? Object.values(shown).find(({ view }) => view.entered.includes(ownerId));
}

export function pastRunShown(ownerId: string, past: PastRun): void {
  pastRunsStore.setState(({ shown }) => {
    const { [ownerId]: _, ...others } = shown;
    return { shown: { ...withinMemory(others, past), [ownerId]: past } };
  });
}

/** The runs that were shown before one, the newest last, without the moments that there is no more room for. */
function withinMemory(others: Readonly<Record<string, PastRun>>, { past }: PastRun) {
  let bytes = past?.bytes ?? 0;
  const kept = Object.entries(others)
    .reverse()
    .map(([id, other]) => {
      bytes += other.past?.bytes ?? 0;
      return [id, bytes > mostPastBytes ? { ...other, past: null, back: null } : other] as const;
    });
  return Object.fromEntries(kept.reverse());
}

/** A run of the history is looked at as it was at a moment, with `null` as a whole. */
export function pastMomentPicked(runId: string, moment: Moment | null): void {
  pastRunsStore.setState(({ shown }) => {
    const all = Object.entries(shown).map(([id, past]) =>
      past.view.runId === runId
        ? ([id, { ...past, back: backAt(past, moment) }] as const)
        : ([id, past] as const),
    );
    return { shown: Object.fromEntries(all) };
  });
  callPickCleared();
}

function backAt({ past }: PastRun, moment: Moment | null): LookedBack | null {
  const view = moment === null ? undefined : past?.viewAt(moment.events);
  return moment === null || view === undefined ? null : { moment, view };
}

/** The newest run is shown again. */
export function pastRunLeft(ownerId: string): void {
  const before = Object.entries(pastRunsStore.getState().shown);
  const shown = before.filter(([id, { view }]) => id !== ownerId && !view.entered.includes(ownerId));
  if (shown.length < before.length) pastRunsStore.setState({ shown: Object.fromEntries(shown) });
}

/** What was deleted is not looked at any more, and its page closes. */
export function pastRunsDeleted(runIds: readonly string[]): void {
  const { shown } = pastRunsStore.getState();
  for (const [ownerId, { view }] of Object.entries(shown))
    if (runIds.includes(view.runId)) pastRunLeft(ownerId);
  runTabsClosed(runIds);
}

export const pastRunsForgotten = (): void => pastRunsStore.setState({ shown: {} });

// Whoever runs something wants to see that, and no earlier run.
runsStore.subscribe((now, before) => {
  const started = (which: 'latestOfFlow' | 'singleCalls') =>
    now[which] === before[which]
      ? []
      : Object.keys(now[which]).filter((id) => now[which][id] !== before[which][id]);
  for (const ownerId of [...started('latestOfFlow'), ...started('singleCalls')]) pastRunLeft(ownerId);
});

/** Reads a run of the history with its moments, event by event, or says why it cannot be shown. */
export async function pastRunRead(runId: RunId): Promise<Outcome<PastRun, string>> {
  const past = new RunPast();
  let view: RunView | undefined;
  let record: RunRecord | null = null;
  let skipped = 0;
  for (let offset: number | null = 0; offset !== null;) {
    const piece: Awaited<ReturnType<(typeof bridge.call)['history.open']>> = await bridge.call[
      'history.open'
    ]({
      runId,
      offset,
    });
    if (!piece.ok) return failed(piece.failure.message);
    for (const event of piece.value.events) {
      view = projectRunEvent(view, event);
      if (view !== undefined) past.add(event, view);
    }
    record ??= piece.value.record;
    skipped += piece.value.skipped;
    offset = piece.value.nextOffset;
  }
  if (view === undefined) return failed('Nothing of this run can be read: its beginning is missing.');
  return succeeded({ view: interruptedRun(view), past, back: null, record, skipped });
}
