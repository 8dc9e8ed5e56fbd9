import path from 'node:path';
import type { ScenarioId } from '#shared/ids/ids.ts';
import type {
  ScenarioPlace,
  ScenarioProgress,
  ScenarioResult,
} from '#shared/ipc/channels/scenario-channels.ts';
import { coveredKeys } from '#shared/scenario/coverage.ts';
import { rowsOfScenario, type DataRow } from '#shared/scenario/data-rows.ts';
import { snapshotOf } from '#shared/scenario/judge-conversation.ts';
import { runFacts } from '#shared/scenario/run-facts.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { RunHistory } from '../history/run-history.ts';
import { historyOfScenario } from './history-of-scenario.ts';
import { runScenario, type RanScenario, type ScenarioPorts } from './run-scenario.ts';

/** Runs at a time: more of them only wait for one another. */
const parallel = 4;
/** Of many rows of data so many runs are kept in the history, so that what a person ran stays there. */
const keptPassed = 10;
const keptFailed = 40;
/** Nobody reviews a snapshot of more than this. */
const longestSnapshot = 500_000;

/** What the scenarios of the open workspace are run with. */
export interface ScenarioRunsPorts extends Omit<
  ScenarioPorts,
  'onEvents' | 'signal' | 'records' | 'history' | 'beforeRemoval'
> {
  readonly history: Pick<RunHistory, 'begin' | 'settled' | 'remove'>;
  readonly tell: (progress: readonly ScenarioProgress[]) => void;
}

interface Job {
  readonly place: ScenarioPlace;
  readonly scenario: Scenario;
  readonly row: DataRow | null;
  /** How many runs of this scenario the history has from this time. */
  readonly kept: { passed: number; failed: number };
}

/** Runs scenarios of the open workspace in order, several at a time, and tells how each went. */
export class ScenarioRuns {
  readonly #ports: ScenarioRunsPorts;
  readonly #waiting: Job[] = [];
  readonly #active = new Map<Job, { readonly stop: AbortController; readonly over: Promise<void> }>();
  #count = 0;
  #isClosed = false;

  constructor(ports: ScenarioRunsPorts) {
    this.#ports = ports;
  }

  /** Lets saved scenarios be run with all of their rows; what waits or is under way already is left as it is. */
  run(ids: readonly ScenarioId[]): void {
    const busy = new Set([...this.#waiting, ...this.#active.keys()].map(({ place }) => place.scenarioId));
    const wanted = [...new Set(ids)].filter((id) => !busy.has(id));
    const jobs = wanted.flatMap((id) => this.#jobsOf(id));
    if (this.#isClosed) return;
    this.#waiting.push(...jobs);
    this.#ports.tell([{ type: 'waiting', places: jobs.map(({ place }) => place) }]);
    this.#goOn();
  }

  /** Ends what is under way of some scenarios, and lets nothing further of them begin; with `null`, of all. */
  async stop(ids: readonly ScenarioId[] | null): Promise<void> {
    const isMeant = ({ place }: Job): boolean => ids === null || ids.includes(place.scenarioId);
    const dropped = this.#waiting.filter(isMeant);
    this.#waiting.splice(0, Infinity, ...this.#waiting.filter((job) => !isMeant(job)));
    this.#ports.tell(dropped.map(({ place }) => ended(place, 'stopped', null)));
    const active = [...this.#active].filter(([job]) => isMeant(job)).map(([, running]) => running);
    for (const { stop } of active) stop.abort();
    await Promise.all(active.map(({ over }) => over));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.stop(null);
  }

  #jobsOf(id: ScenarioId): readonly Job[] {
    const document = this.#ports.workspace.document(id)?.document;
    if (document?.format !== 'flowbench.scenario') {
      this.#ports.tell([ended({ scenarioId: id, row: null }, 'not-run', 'This scenario is not saved.')]);
      return [];
    }
    const rows = rowsOfScenario(document);
    const common = { scenario: document, kept: { passed: 0, failed: 0 } };
    if (rows.length === 0) return [{ ...common, place: { scenarioId: id, row: null }, row: null }];
    return rows.map((row, at) => ({ ...common, place: { scenarioId: id, row: at + 1 }, row }));
  }

  #goOn(): void {
    while (this.#active.size < parallel) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      const stop = new AbortController();
      const over = this.#performed(job, stop.signal).finally(() => {
        this.#active.delete(job);
        this.#goOn();
      });
      this.#active.set(job, { stop, over });
    }
  }

  async #performed(job: Job, signal: AbortSignal): Promise<void> {
    const { onDefect, tell } = this.#ports;
    tell([{ type: 'began', place: job.place }]);
    try {
      tell([{ type: 'ended', result: await this.#ran(job, signal) }]);
    } catch (error) {
      // A defect of ours must not leave a scenario that seems to go on for ever.
      onDefect?.(error);
      tell([ended(job.place, 'not-run', 'Flowbench made a mistake. Please report it with the log.')]);
    }
  }

  async #ran({ kept, place, row, scenario }: Job, signal: AbortSignal): Promise<ScenarioResult> {
    const { history, secrets, tell: _, ...ports } = this.#ports;
    this.#count += 1;
    const { port, runId } = historyOfScenario(history, scenario.name, { type: 'scenario', ...place });
    const ran = await runScenario(scenario, row, {
      ...ports,
      secrets,
      signal,
      folder: path.join(ports.folder, String(this.#count)),
      history: port,
      onEvents: () => undefined,
      beforeRemoval: () => history.settled(),
    });
    if (!ran.ok) return ended(place, 'not-run', secrets.scrubber.scrub(ran.failure)).result;
    const hasPassed = ran.value.results.every(({ passed }) => passed);
    const outcome = signal.aborted ? 'stopped' : hasPassed ? 'passed' : 'failed';
    const which = hasPassed ? 'passed' : 'failed';
    kept[which] += 1;
    const id = runId();
    const isKept = kept[which] <= (hasPassed ? keptPassed : keptFailed);
    if (!isKept && id !== null) await history.remove({ runs: [id] });
    return { ...ended(place, outcome, null).result, ...shown(ran.value), runId: isKept ? id : null };
  }
}

function shown({ events, results, tookMs }: RanScenario): Partial<ScenarioResult> {
  const facts = runFacts(events);
  const said = snapshotOf(facts);
  const length = said.reduce((sum, { text }) => sum + text.length, 0);
  const isWhole = facts.end !== null && facts.end.outcome !== 'cancelled' && length <= longestSnapshot;
  return {
    results: [...results],
    tookMs,
    said: isWhole ? [...said] : null,
    covered: [...coveredKeys(events)],
  };
}

function ended(place: ScenarioPlace, outcome: ScenarioResult['outcome'], trouble: string | null) {
  const nothing = { results: [], runId: null, tookMs: 0, said: null, covered: [] };
  const result: ScenarioResult = {
    ...nothing,
    ...place,
    outcome,
    trouble,
    endedAt: new Date().toISOString(),
  };
  return { type: 'ended' as const, result };
}
