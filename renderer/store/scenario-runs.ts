import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type {
  ScenarioPlace,
  ScenarioProgress,
  ScenarioResult,
} from '#shared/ipc/channels/scenario-channels.ts';
import { snapshotTitle } from '#shared/scenario/judge-conversation.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentsStore } from './documents-store.ts';

/** How a scenario, or one of its rows, stands. */
export type ScenarioStatus = 'waiting' | 'running' | ScenarioResult['outcome'];

/** One row of a scenario, or the whole of one that has none. */
export interface RowRun {
  readonly row: number | null;
  readonly status: ScenarioStatus;
  readonly result: ScenarioResult | null;
}

/** What came of a scenario the last time. */
export interface ScenarioRun {
  readonly rows: readonly RowRun[];
  /** The scenario as it was then: what it says now may be something else. */
  readonly of: WorkspaceDocument | undefined;
}

export interface ScenarioRunsState {
  readonly runs: Readonly<Record<string, ScenarioRun>>;
  /** Whether the canvas shows what no scenario comes to. */
  readonly coverageShown: boolean;
}

/** Scenarios that were run in this window since its workspace was opened. */
export const scenarioRunsStore = createStore<ScenarioRunsState>(() => ({ runs: {}, coverageShown: false }));

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
  scenarioRunsStore.setState(({ runs }) => {
    const now = { ...runs };
    for (const each of progress) take(now, each);
    return { runs: now };
  });
}

export const scenarioRunsForgotten = (): void =>
  scenarioRunsStore.setState(scenarioRunsStore.getInitialState(), true);

export function coverageToggled(): void {
  scenarioRunsStore.setState(({ coverageShown }) => ({ coverageShown: !coverageShown }));
}

function take(runs: Record<string, ScenarioRun>, progress: ScenarioProgress): void {
  if (progress.type === 'waiting') waitFor(runs, progress.places);
  else if (progress.type === 'began') put(runs, progress.place, { status: 'running', result: null });
  else put(runs, progress.result, { status: progress.result.outcome, result: progress.result });
}

function waitFor(runs: Record<string, ScenarioRun>, places: readonly ScenarioPlace[]): void {
  const { documents } = documentsStore.getState();
  for (const { scenarioId } of places) runs[scenarioId] = { rows: [], of: documents[scenarioId]?.document };
  for (const place of places) put(runs, place, { status: 'waiting', result: null });
}

function put(
  runs: Record<string, ScenarioRun>,
  { row, scenarioId }: ScenarioPlace,
  now: Pick<RowRun, 'status' | 'result'>,
): void {
  const before = runs[scenarioId] ?? {
    rows: [],
    of: documentsStore.getState().documents[scenarioId]?.document,
  };
  // Rows come in order, so that the place of one is known.
  const at = row === null ? 0 : row - 1;
  const rows = before.rows.slice();
  rows[at] = { row, ...now };
  runs[scenarioId] = { ...before, rows };
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

/** Whether a scenario tests something else than when it was run; what it is called is no part of that. */
export function hasChangedSince({ of }: ScenarioRun, scenario: Scenario): boolean {
  if (of === scenario) return false;
  return of?.format !== 'flowbench.scenario' || testedBy(of) !== testedBy(scenario);
}

function testedBy({ description: _, name: __, tags: ___, ...rest }: Scenario): string {
  return JSON.stringify(rest);
}

/** Whether a new snapshot is all that it takes for a scenario to pass. Only the first row has the say about it. */
export function wantsSnapshot(run: ScenarioRun | undefined): boolean {
  const result = run?.rows[0]?.result;
  if (result?.outcome !== 'failed' || result.said === null) return false;
  return result.results.every(({ passed, title }) => passed || title === snapshotTitle);
}
