import path from 'node:path';
import type { ScenarioId } from '#shared/ids/ids.ts';
import type {
  ScenarioPlace,
  ScenarioProgress,
  ScenarioResult,
} from '#shared/ipc/channels/scenario-channels.ts';
import type { ChannelOutput } from '#shared/ipc/contract.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { rowsOfScenario, type DataRow } from '#shared/scenario/data-rows.ts';
import { documentsMadeFrom, fileKey, type MadeFrom } from '#shared/scenario/made-from.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { RunHistory } from '../history/run-history.ts';
import { FilePrints } from './file-prints.ts';
import { historyOfScenario } from './history-of-scenario.ts';
import { KeptResults } from './kept-results.ts';
import { resultToKeep } from './result-to-keep.ts';
import { runScenario, type ScenarioPorts } from './run-scenario.ts';
import { bareResult, partsOfRun } from './scenario-result.ts';
import { wayTeller } from './way-teller.ts';

/** Runs at a time: more of them only wait for one another. */
const parallel = 4;
/** Of many rows of data so many runs are kept in the history, so that what a person ran stays there. */
const keptPassed = 10;
const keptFailed = 40;

/** What the scenarios of the open workspace are run with. */
export interface ScenarioRunsPorts extends Omit<
  ScenarioPorts,
  'onEvents' | 'signal' | 'records' | 'history' | 'beforeRemoval'
> {
  readonly history: Pick<RunHistory, 'begin' | 'settled' | 'remove' | 'has'>;
  readonly tell: (progress: readonly ScenarioProgress[]) => void;
  /** The folder for what came of scenarios the last time. */
  readonly resultsFolder: string;
  /** Takes a sentence for the log. */
  readonly note: (sentence: string) => void;
}

/** All rows of a scenario that was wanted once. */
interface Batch {
  readonly rows: number;
  /** How many runs of it the history has from this time. */
  passed: number;
  failed: number;
  /** What came of its rows, as it may be kept. */
  readonly results: ScenarioResult[];
}

interface Job {
  readonly place: ScenarioPlace;
  readonly scenario: Scenario;
  readonly row: DataRow | null;
  readonly batch: Batch;
}

/** A result, and the events that it was judged by. */
interface Ran {
  readonly result: ScenarioResult;
  readonly events: readonly RunEvent[];
}

/** Runs scenarios of the open workspace in order, several at a time, tells how each went, and keeps that. */
export class ScenarioRuns {
  readonly #ports: ScenarioRunsPorts;
  readonly #kept: KeptResults;
  readonly #files: FilePrints;
  readonly #waiting: Job[] = [];
  readonly #active = new Map<Job, { readonly stop: AbortController; readonly over: Promise<void> }>();
  #count = 0;
  #isClosed = false;

  constructor(ports: ScenarioRunsPorts) {
    this.#ports = ports;
    const { history, note, resultsFolder, secrets, workspace } = ports;
    this.#kept = new KeptResults({
      folder: resultsFolder,
      secrets,
      note,
      hasRun: (runId) => history.has(runId),
    });
    this.#files = new FilePrints(workspace);
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
    for (const job of dropped)
      this.#ended(job, { result: bareResult(job.place, 'stopped', null), events: [] });
    const active = [...this.#active].filter(([job]) => isMeant(job)).map(([, running]) => running);
    for (const { stop } of active) stop.abort();
    await Promise.all(active.map(({ over }) => over));
  }

  /** A piece of what came of scenarios the last time, also before the workspace was opened. */
  keptResults(after: ScenarioId | null): Promise<ChannelOutput<'scenario.results'>> {
    return this.#kept.read(after, (id) => this.#ports.workspace.document(id) !== null);
  }

  /** The prints of files that requests send, as they are now. */
  filePrints(names: readonly string[]): Promise<Record<string, string>> {
    return this.#files.of(names);
  }

  /** Nothing that is stopped by this is kept: what came of it the time before is worth more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.stop(null);
    await this.#kept.close();
  }

  #jobsOf(id: ScenarioId): readonly Job[] {
    const document = this.#ports.workspace.document(id)?.document;
    if (document?.format !== 'flowbench.scenario') {
      const place = { scenarioId: id, row: null };
      this.#ports.tell([
        { type: 'ended', result: bareResult(place, 'not-run', 'This scenario is not saved.') },
      ]);
      return [];
    }
    const rows = rowsOfScenario(document);
    const batch = { rows: Math.max(1, rows.length), passed: 0, failed: 0, results: [] };
    const common = { scenario: document, batch };
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
      this.#ended(job, await this.#ran(job, signal));
    } catch (error) {
      // A defect of ours must not leave a scenario that seems to go on for ever.
      onDefect?.(error);
      const trouble = 'Flowbench made a mistake. Please report it with the log.';
      this.#ended(job, { result: bareResult(job.place, 'not-run', trouble), events: [] });
    }
  }

  #ended({ batch, place }: Job, { events, result }: Ran): void {
    this.#ports.tell([{ type: 'ended', result }]);
    batch.results.push(resultToKeep(result, events));
    if (batch.results.length < batch.rows || this.#isClosed) return;
    const inOrder = batch.results.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0));
    this.#kept.keep(place.scenarioId, inOrder);
  }

  async #ran({ batch, place, row, scenario }: Job, signal: AbortSignal): Promise<Ran> {
    const { history, secrets, tell, resultsFolder: _, note: __, ...ports } = this.#ports;
    this.#count += 1;
    const folder = path.join(ports.folder, String(this.#count));
    const { port, runId } = historyOfScenario(history, scenario.name, { type: 'scenario', ...place });
    const madeFrom = await this.#madeFrom(scenario);
    const teller = wayTeller((way) => tell([{ type: 'at', place, way }]));
    const ran = await runScenario(scenario, row, {
      ...ports,
      secrets,
      signal,
      folder,
      history: port,
      onEvents: teller.hear,
      beforeRemoval: () => history.settled(),
    }).finally(teller.stop);
    if (!ran.ok) {
      const result = signal.aborted
        ? bareResult(place, 'stopped', null)
        : bareResult(place, 'not-run', secrets.scrubber.scrub(ran.failure));
      return { result: { ...result, madeFrom }, events: [] };
    }
    const { events } = ran.value;
    const hasPassed = ran.value.results.every(({ passed }) => passed);
    const outcome = signal.aborted ? 'stopped' : hasPassed ? 'passed' : 'failed';
    const which = hasPassed ? 'passed' : 'failed';
    batch[which] += 1;
    const id = runId();
    const isKept = batch[which] <= (hasPassed ? keptPassed : keptFailed);
    if (!isKept && id !== null) await history.remove({ runs: [id] });
    const result = { ...bareResult(place, outcome, null), ...partsOfRun(ran.value), madeFrom };
    return { result: { ...result, runId: isKept ? id : null }, events };
  }

  /** What it is run from now: what changes under the run makes its result old. */
  async #madeFrom(scenario: Scenario): Promise<MadeFrom> {
    const { workspace } = this.#ports;
    const { files, prints } = documentsMadeFrom(scenario, {
      document: (id) => workspace.document(id)?.document ?? null,
      defaults: () => workspace.defaults?.() ?? null,
    });
    const ofFiles = await this.#files.of(files);
    return { ...prints, ...Object.fromEntries(files.map((name) => [fileKey(name), ofFiles[name] ?? ''])) };
  }
}
