import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { RunId } from '#shared/ids/ids.ts';
import type { ActiveRun } from './active-run.ts';
import { KeptBodies, type KeptBody } from './kept-bodies.ts';
import type { KnownSecrets } from './known-secrets.ts';
import type { RunRecording } from './run-recording.ts';

/** Runs whose bodies can still be read; those of older ones are deleted. */
export const keptRuns = 20;

/** Memory that the pasts of ended runs may take together, roughly; of the newest one it is kept in any case. */
const mostPastBytes = 96 * 1024 * 1024;

/** The runs of a host: those under way, and the bodies of the last ones. */
export class RunShelf {
  readonly #folder: string;
  readonly #forgets: boolean;
  readonly #secrets: KnownSecrets;
  readonly #active = new Map<RunId, ActiveRun>();
  /** In the order in which the runs began. */
  readonly #bodies = new Map<RunId, KeptBodies>();
  /** The pasts of runs, also of those that are over, as far as there is memory for them. */
  readonly #recordings = new Map<RunId, RunRecording>();
  /** Removing what an application left behind that was killed; nothing is written before. */
  readonly #swept: Promise<void>;
  #dropping: Promise<unknown> = Promise.resolve();

  /** @param forgets whether bodies are let go as soon as they are told of */
  constructor(folder: string, secrets: KnownSecrets, forgets = false) {
    this.#forgets = forgets;
    this.#folder = folder;
    this.#secrets = secrets;
    this.#swept = rm(folder, { recursive: true, force: true });
    // Whoever first needs the folder hears of a failure; nobody may ever need it.
    this.#swept.catch(() => undefined);
  }

  /** A place for the bodies of a new run, which may share those of an earlier one. */
  makeRoom(runId: RunId, past: KeptBodies | null = null): KeptBodies {
    const folder = path.join(this.#folder, runId);
    const bodies = new KeptBodies(folder, this.#secrets, this.#swept, past, this.#forgets);
    this.#bodies.set(runId, bodies);
    return bodies;
  }

  add(runId: RunId, run: ActiveRun, recording: RunRecording | null): void {
    this.#active.set(runId, run);
    if (recording !== null) this.#recordings.set(runId, recording);
  }

  /** What one can go back to in a run, or `null` where it is not kept any more. */
  recording(runId: RunId): RunRecording | null {
    return this.#recordings.get(runId) ?? null;
  }

  get(runId: RunId): ActiveRun | null {
    return this.#active.get(runId) ?? null;
  }

  /** A run is over: its bodies stay as long as it is among the last ones. */
  retire(runId: RunId): void {
    this.#active.delete(runId);
    const ended = [...this.#bodies.keys()].filter((id) => !this.#active.has(id));
    for (const id of ended.slice(0, Math.max(0, ended.length - keptRuns))) this.#drop(id);
    this.#forgetPasts();
  }

  #forgetPasts(): void {
    const ended = [...this.#recordings].filter(([id]) => !this.#active.has(id)).reverse();
    let bytes = 0;
    for (const [at, [id, recording]] of ended.entries()) {
      bytes += recording.bytes;
      if (at > 0 && bytes > mostPastBytes) this.#recordings.delete(id);
    }
  }

  body(runId: RunId, handle: string): { readonly bodies: KeptBodies; readonly body: KeptBody } | null {
    const bodies = this.#bodies.get(runId);
    const body = bodies?.get(handle) ?? null;
    return bodies === undefined || body === null ? null : { bodies, body };
  }

  /** Removes the bodies of a run that somebody deleted; one that is under way needs them. */
  forget(runId: RunId): void {
    if (!this.#active.has(runId)) this.#drop(runId);
  }

  /** Ends what is under way and removes everything that was kept. */
  async close(): Promise<void> {
    await Promise.all([...this.#active.values()].map((run) => run.cancel()));
    for (const id of [...this.#bodies.keys()]) this.#drop(id);
    await this.#dropping;
    // What the disk does not let go now is swept at the next start; the rest of the closing must not wait for it.
    await rm(this.#folder, { recursive: true, force: true }).catch(() => undefined);
  }

  #drop(runId: RunId): void {
    const bodies = this.#bodies.get(runId);
    this.#bodies.delete(runId);
    this.#recordings.delete(runId);
    this.#dropping = Promise.allSettled([this.#dropping, bodies?.drop()]);
  }
}
