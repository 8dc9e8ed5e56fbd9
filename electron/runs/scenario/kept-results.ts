import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { RunId, ScenarioId } from '#shared/ids/ids.ts';
import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { oneAtATime } from '../../workspace/files/one-at-a-time.ts';
import { ensurePrivateFolder } from '../../workspace/files/private-folder.ts';
import { removeStaleTemporaryFiles } from '../../workspace/files/temporary-file.ts';
import { writeFileAtomically } from '../../workspace/files/write-file-atomically.ts';
import { historyReason, NotWritten } from '../history/not-written.ts';
import type { KnownSecrets } from '../known-secrets.ts';
import { keptFileName, keptFileText, readKeptFile, scenarioOfFile } from './kept-file.ts';
import { scrubbedResult } from './result-to-keep.ts';

/** What the results of scenarios are kept with. */
export interface KeptResultsPorts {
  /** `scenario-results/` in the data folder of the workspace. */
  readonly folder: string;
  readonly secrets: Pick<KnownSecrets, 'scrubber' | 'lastingVersion'>;
  /** Whether the history still has a run. */
  readonly hasRun: (runId: RunId) => Promise<boolean>;
  /** Takes a sentence for the log. */
  readonly note: (sentence: string) => void;
  /** The most that all files take together; the oldest go. */
  readonly mostBytes?: number;
}

interface KeptFile {
  readonly bytes: number;
  readonly writtenMs: number;
}

const mostBytesOfAll = 50_000_000;
/** Results that are given at once, more or less. */
const pieceBytes = 1_000_000;

/**
 * The last results of scenarios on the disk, a file for each, written in one piece when all of its rows are over: whoever ends
 * the application before leaves the results of the time before. What becomes a secret later is looked for in what was written.
 */
export class KeptResults {
  readonly #ports: KeptResultsPorts;
  readonly #queue = oneAtATime();
  readonly #files = new Map<ScenarioId, KeptFile>();
  /** Files of this session, and the version of the secrets that they were scrubbed of. */
  readonly #scrubbedAt = new Map<ScenarioId, number>();
  #isTroubled = false;

  constructor(ports: KeptResultsPorts) {
    this.#ports = ports;
    void this.#doing(() => this.#load());
  }

  /** Keeps what came of all rows of a scenario, in place of what came before. */
  keep(id: ScenarioId, results: readonly ScenarioResult[]): void {
    void this.#doing(async () => {
      await this.#write(id, results);
      await this.#earlierScrubbed();
      await this.#withinLimits();
    });
  }

  /** A piece of what is kept of scenarios that `isThere`, in the order of their ids. */
  async read(
    after: ScenarioId | null,
    isThere: (id: ScenarioId) => boolean,
  ): Promise<{ readonly results: ScenarioResult[]; readonly next: ScenarioId | null }> {
    const results: ScenarioResult[] = [];
    let next: ScenarioId | null = null;
    await this.#doing(async () => {
      let bytes = 0;
      const ids = [...this.#files.keys()]
        .sort()
        .filter((id) => isThere(id) && (after === null || id > after));
      for (const id of ids) {
        results.push(...(await this.#read(id)));
        bytes += this.#files.get(id)?.bytes ?? 0;
        if (bytes < pieceBytes || id === ids.at(-1)) continue;
        next = id;
        return;
      }
    });
    return { results: await Promise.all(results.map((each) => this.#withRun(each))), next };
  }

  /** Settles when everything is written. */
  async close(): Promise<void> {
    await this.#doing(() => this.#earlierScrubbed());
  }

  /** A disk that refuses is told of once: scenarios are run all the same. */
  #doing(work: () => Promise<void>): Promise<void> {
    return this.#queue.run(work).catch((error: unknown) => {
      if (!this.#isTroubled)
        this.#ports.note(`Results of scenarios could not be kept: ${historyReason(error)}.`);
      this.#isTroubled = true;
    });
  }

  async #load(): Promise<void> {
    const { folder } = this.#ports;
    await ensurePrivateFolder(folder);
    await removeStaleTemporaryFiles(folder);
    for (const name of await readdir(folder)) {
      const id = scenarioOfFile(name);
      const found = id === null ? null : await stat(path.join(folder, name)).catch(() => null);
      if (id !== null && found !== null) this.#files.set(id, { bytes: found.size, writtenMs: found.mtimeMs });
    }
  }

  async #read(id: ScenarioId): Promise<readonly ScenarioResult[]> {
    const { note, secrets } = this.#ports;
    const read = await readKeptFile(this.#fileOf(id), note);
    if (read === null) this.#files.delete(id);
    return (read ?? []).map((each) => scrubbedResult(each, (text) => secrets.scrubber.scrub(text)));
  }

  /** Where a run is gone from the history, nothing leads there. */
  async #withRun(result: ScenarioResult): Promise<ScenarioResult> {
    const { runId } = result;
    return runId === null || (await this.#ports.hasRun(runId)) ? result : { ...result, runId: null };
  }

  async #write(id: ScenarioId, results: readonly ScenarioResult[]): Promise<void> {
    const { secrets } = this.#ports;
    const { lastingVersion } = secrets;
    const clean = results.map((each) => scrubbedResult(each, (text) => secrets.scrubber.scrub(text)));
    const text = keptFileText(clean);
    if (text === null) return this.#removed(id);
    const written = await writeFileAtomically(this.#fileOf(id), text, { mode: 0o600 });
    if (!written.ok) throw new NotWritten(written.failure.reason);
    this.#files.set(id, { bytes: Buffer.byteLength(text), writtenMs: Date.now() });
    this.#scrubbedAt.set(id, lastingVersion);
  }

  /** What was an ordinary word in an earlier result of this session may have become a secret in a later run. */
  async #earlierScrubbed(): Promise<void> {
    const { note, secrets } = this.#ports;
    for (const [id, version] of this.#scrubbedAt) {
      if (version >= secrets.lastingVersion) continue;
      const before = await readKeptFile(this.#fileOf(id), note);
      if (before !== null) await this.#write(id, before);
    }
  }

  async #withinLimits(): Promise<void> {
    const most = this.#ports.mostBytes ?? mostBytesOfAll;
    const newestFirst = [...this.#files].sort(([, one], [, other]) => other.writtenMs - one.writtenMs);
    let bytes = 0;
    for (const [id, file] of newestFirst) {
      bytes += file.bytes;
      if (bytes > most) await this.#removed(id);
    }
  }

  async #removed(id: ScenarioId): Promise<void> {
    await rm(this.#fileOf(id), { force: true });
    this.#files.delete(id);
    this.#scrubbedAt.delete(id);
  }

  #fileOf(id: ScenarioId): string {
    return path.join(this.#ports.folder, keptFileName(id));
  }
}
