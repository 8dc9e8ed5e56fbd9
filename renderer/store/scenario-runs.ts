import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type {
  ScenarioPlace,
  ScenarioProgress,
  ScenarioResult,
  ScenarioWay,
} from '#shared/ipc/channels/scenario-channels.ts';
import { snapshotTitle } from '#shared/scenario/judge-conversation.ts';
import { fileOfKey } from '#shared/scenario/made-from.ts';

/** How a scenario, or one of its rows, stands. */
export type ScenarioStatus = 'waiting' | 'running' | ScenarioResult['outcome'];

/** One row of a scenario, or the whole of one that has none. */
export interface RowRun {
  readonly row: number | null;
  readonly status: ScenarioStatus;
  readonly result: ScenarioResult | null;
  /** Where it is and how it came there, where it takes long enough to be seen. */
  readonly way?: ScenarioWay;
}

/** What came of a scenario the last time. */
export interface ScenarioRun {
  readonly rows: readonly RowRun[];
}

export interface ScenarioRunsState {
  readonly runs: Readonly<Record<string, ScenarioRun>>;
  /** The prints of files that requests send, by their names, as they are as far as is known. */
  readonly filePrints: Readonly<Record<string, string>>;
  /** Whether the canvas shows what no scenario comes to. */
  readonly coverageShown: boolean;
}

/** What came of the scenarios of the open workspace the last time, in this window or before. */
export const scenarioRunsStore = createStore<ScenarioRunsState>(() => ({
  runs: {},
  filePrints: {},
  coverageShown: false,
}));

export function useScenarioRuns<Part>(select: (state: ScenarioRunsState) => Part): Part {
  return useStore(scenarioRunsStore, select);
}

export const useScenarioRun = (id: string): ScenarioRun | undefined =>
  useScenarioRuns(({ runs }) => runs[id]);

/** How a scenario stands; `undefined` where it was not run. */
export const useScenarioStatus = (id: string): ScenarioStatus | undefined =>
  useScenarioRuns(({ runs }) => statusOf(runs[id]));

/** Whether anything waits or is under way. */
export const useScenariosBusy = (): boolean =>
  useScenarioRuns(({ runs }) => Object.values(runs).some(isBusy));

export const isBusy = (run: ScenarioRun | undefined): boolean =>
  run?.rows.some(({ status }) => status === 'waiting' || status === 'running') === true;

/** Main told how scenarios go, in order. */
export function scenarioProgressArrived(progress: readonly ScenarioProgress[]): void {
  scenarioRunsStore.setState(({ filePrints, runs }) => {
    const now = { ...runs };
    for (const each of progress) take(now, each);
    const results = progress.flatMap((each) => (each.type === 'ended' ? [each.result] : []));
    return { runs: now, filePrints: { ...filePrints, ...filesIn(results) } };
  });
}

/** Results of before are there again; what was run meanwhile is newer. */
export function keptResultsArrived(results: readonly ScenarioResult[]): void {
  scenarioRunsStore.setState(({ runs }) => {
    const kept: Record<string, ScenarioRun> = {};
    for (const each of results) put(kept, each, { status: each.outcome, result: each });
    return { runs: { ...kept, ...runs } };
  });
}

export function filePrintsArrived(prints: Readonly<Record<string, string>>): void {
  scenarioRunsStore.setState(({ filePrints }) => ({ filePrints: { ...filePrints, ...prints } }));
}

/** The prints of the files that results were made from, by their names. */
export function filesIn(results: readonly ScenarioResult[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    results.flatMap(({ madeFrom }) =>
      Object.entries(madeFrom).flatMap(([key, print]) => {
        const name = fileOfKey(key);
        return name === null ? [] : [[name, print] as const];
      }),
    ),
  );
}

export const scenarioRunsForgotten = (): void =>
  scenarioRunsStore.setState(scenarioRunsStore.getInitialState(), true);

export function coverageToggled(): void {
  scenarioRunsStore.setState(({ coverageShown }) => ({ coverageShown: !coverageShown }));
}

function take(runs: Record<string, ScenarioRun>, progress: ScenarioProgress): void {
  switch (progress.type) {
    case 'waiting':
      for (const { scenarioId } of progress.places) runs[scenarioId] = { rows: [] };
      for (const place of progress.places) put(runs, place, { status: 'waiting', result: null });
      return;
    case 'began':
      put(runs, progress.place, { status: 'running', result: null });
      return;
    case 'at':
      put(runs, progress.place, { status: 'running', result: null, way: progress.way });
      return;
    case 'ended':
      put(runs, progress.result, { status: progress.result.outcome, result: progress.result });
  }
}

function put(
  runs: Record<string, ScenarioRun>,
  { row, scenarioId }: ScenarioPlace,
  now: Omit<RowRun, 'row'>,
): void {
  // Rows come in order, so that the place of one is known.
  const at = row === null ? 0 : row - 1;
  const rows = (runs[scenarioId]?.rows ?? []).slice();
  rows[at] = { row, ...now };
  runs[scenarioId] = { rows };
}

const worstFirst = ['running', 'waiting', 'failed', 'not-run', 'stopped', 'passed'] as const;

/** How all rows of a scenario stand together. */
export function statusOf(run: ScenarioRun | undefined): ScenarioStatus | undefined {
  return worstFirst.find((status) => run?.rows.some((row) => row.status === status));
}

/** What came of the first row that did not pass, or of the first one. */
export function tellingResult(run: ScenarioRun | undefined): ScenarioResult | null {
  const rows = run?.rows ?? [];
  return (
    (rows.find(({ result }) => result !== null && result.outcome !== 'passed') ?? rows[0])?.result ?? null
  );
}

/** Whether a new snapshot is all that it takes for a scenario to pass. Only the first row has the say about it. */
export function wantsSnapshot(run: ScenarioRun | undefined): boolean {
  const result = run?.rows[0]?.result;
  if (result?.outcome !== 'failed' || result.said === null) return false;
  return result.results.every(({ passed, title }) => passed || title === snapshotTitle);
}
