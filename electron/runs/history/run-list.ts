import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { RunId } from '#shared/ids/ids.ts';
import type { HistoryChange } from '#shared/ipc/channels/history-channels.ts';
import { newestFirst, type RunSummary } from '#shared/run-history/run-summary.ts';
import { type HistoryLimits, runsToRemove } from '#shared/run-history/runs-to-remove.ts';
import { oneAtATime } from '../../workspace/files/one-at-a-time.ts';
import type { KnownSecrets } from '../known-secrets.ts';
import { writeIndex } from './history-index.ts';
import { loadHistory } from './load-history.ts';
import { historyReason } from './not-written.ts';
import { type RunFiles, runFiles } from './run-files.ts';

/** What the list of past runs is kept with. */
export interface RunListPorts {
  /** `runs/` in the data folder of the workspace; everything in it that is named like a run belongs to the history. */
  readonly folder: string;
  /** Those that the run host knows: what becomes one later is looked for in what was written before. */
  readonly secrets: KnownSecrets;
  readonly limits: () => HistoryLimits;
  readonly publish: (change: HistoryChange) => void;
  /** Takes a sentence for the log. */
  readonly note: (sentence: string) => void;
  /** Hears of runs whose files are gone, so that nothing of them stays anywhere else. */
  readonly onRemoved?: (runIds: readonly RunId[]) => void;
}

/** The past runs of a workspace by their summaries: in memory, in the index on the disk, and told to the page. */
export class RunList {
  readonly #ports: RunListPorts;
  readonly #indexFile: string;
  readonly #runs = new Map<RunId, RunSummary>();
  /** Runs that somebody deleted and may have back until the workspace closes. */
  readonly #deleted = new Map<RunId, RunSummary>();
  readonly #deletedFolder: string;
  readonly #saving = oneAtATime();
  readonly #touching = oneAtATime();
  #trouble: string | null = null;

  constructor(ports: RunListPorts) {
    this.#ports = ports;
    this.#indexFile = path.join(ports.folder, 'index.json');
    this.#deletedFolder = path.join(ports.folder, 'deleted');
  }

  /** Reads what is there. Runs that began meanwhile are in the list already and stay as they are. */
  async load(isLive: (runId: RunId) => boolean): Promise<void> {
    const { folder, note } = this.#ports;
    try {
      await this.deletedGone();
      const loaded = await loadHistory(folder, this.#indexFile, isLive);
      for (const run of loaded.runs) if (!this.#runs.has(run.runId)) this.#runs.set(run.runId, run);
      if (loaded.setAside !== null)
        note(`The list of past runs was damaged and is made anew; the damaged file is ${loaded.setAside}.`);
      if (loaded.indexIsStale) await this.saved();
      await this.keptWithinLimits();
    } catch (error) {
      this.troubled(error);
    }
  }

  /** Why the history cannot be written, once that was found. */
  get trouble(): string | null {
    return this.#trouble;
  }

  get(runId: RunId): RunSummary | undefined {
    return this.#runs.get(runId);
  }

  /** All of them, newest first. */
  all(): readonly RunSummary[] {
    return [...this.#runs.values()].sort(newestFirst);
  }

  changed(run: RunSummary): void {
    const { scrub } = this.#ports.secrets.scrubber;
    const environmentName = run.environmentName === null ? null : scrub(run.environmentName);
    const clean = { ...run, environmentName, name: scrub(run.name), flowName: scrub(run.flowName) };
    this.#runs.set(run.runId, clean);
    this.#ports.publish({ changed: [clean], removed: [], trouble: null });
  }

  /** Does something with files of ended runs while nobody else does, so that none comes back that was just removed. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#touching.run(work);
  }

  /** Takes runs from the list whose files are gone, or never came to be. */
  forgotten(runIds: readonly RunId[]): void {
    const removed = runIds.filter((runId) => this.#runs.delete(runId));
    if (removed.length > 0) this.#ports.publish({ changed: [], removed, trouble: null });
  }

  /** Where the files of a run are, also of one that was deleted and may come back. */
  filesOf(runId: RunId): RunFiles {
    return runFiles(this.#deleted.has(runId) ? this.#deletedFolder : this.#ports.folder, runId);
  }

  /** Deletes runs; what the disk refuses to move stays in the list. They can be had back until the workspace closes. */
  deleted(runIds: readonly RunId[]): Promise<void> {
    return this.#without(
      () => runIds,
      async (runId) => {
        const run = this.#runs.get(runId);
        if (run === undefined) return;
        await mkdir(this.#deletedFolder, { recursive: true, mode: 0o700 });
        await rename(this.filesOf(runId).folder, runFiles(this.#deletedFolder, runId).folder);
        this.#deleted.set(runId, run);
      },
    );
  }

  /** Takes deletions back; gives the runs that are there again. */
  async restored(runIds: readonly RunId[]): Promise<readonly RunId[]> {
    const back: RunId[] = [];
    try {
      await this.alone(async () => {
        for (const runId of runIds) {
          const run = this.#deleted.get(runId);
          if (run === undefined) continue;
          await rename(this.filesOf(runId).folder, runFiles(this.#ports.folder, runId).folder);
          this.#deleted.delete(runId);
          back.push(runId);
          this.changed(run);
        }
      });
    } finally {
      if (back.length > 0) await this.saved();
    }
    return back;
  }

  /** What was deleted is gone for good. */
  async deletedGone(): Promise<void> {
    this.#deleted.clear();
    await rm(this.#deletedFolder, { recursive: true, force: true });
  }

  async keptWithinLimits(): Promise<void> {
    const surplus = () => runsToRemove(this.all(), this.#ports.limits());
    const removed = (runId: RunId) => rm(this.filesOf(runId).folder, { recursive: true, force: true });
    await this.#without(surplus, removed).catch((error: unknown) => this.troubled(error));
  }

  /** What is to go is asked once nothing else is going: what is half gone would count as one that is there. */
  async #without(runs: () => readonly RunId[], taken: (runId: RunId) => Promise<void>): Promise<void> {
    const gone: RunId[] = [];
    try {
      await this.alone(async () => {
        for (const runId of runs()) {
          await taken(runId);
          gone.push(runId);
          this.forgotten([runId]);
        }
      });
    } finally {
      if (gone.length > 0) {
        this.#ports.onRemoved?.(gone);
        await this.saved();
      }
    }
  }

  /** Settles when the index says what the list does. */
  saved(): Promise<void> {
    return this.#saving
      .run(() => writeIndex(this.#indexFile, this.all()))
      .catch((error: unknown) => this.troubled(error));
  }

  /** The page is told once: a disk that is full would fill the window with it. */
  troubled(error: unknown): void {
    const { folder, note, publish } = this.#ports;
    const reason = historyReason(error);
    note(`The history of runs could not be written: ${reason}.`);
    if (this.#trouble !== null) return;
    this.#trouble = `The history of runs in ${folder} cannot be written: ${reason}. Runs go on; what happens in them is not kept.`;
    publish({ changed: [], removed: [], trouble: this.#trouble });
  }
}
