import type { RunId } from '#shared/ids/ids.ts';
import type { ChannelInput, ChannelOutput } from '#shared/ipc/contract.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import { readStoredEvent } from '#shared/run-history/read-stored-event.ts';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { systemErrorCode } from '../../workspace/files/system-error.ts';
import type { KeptBody } from '../kept-bodies.ts';
import type { BegunRun, HistoryPort, RunDiary } from './history-port.ts';
import { keptBodyOfFile } from './kept-body-of-file.ts';
import { newRecord } from './new-record.ts';
import { historyReason } from './not-written.ts';
import { readRecord } from './read-run-folder.ts';
import { readRunEvents } from './read-run-events.ts';
import { type RunFiles, runFiles } from './run-files.ts';
import { RunList, type RunListPorts } from './run-list.ts';
import { runSizeBytes } from './run-size.ts';
import { RunWriter } from './run-writer.ts';
import { scrubLine } from '../scrub-told-event.ts';
import { scrubRecord, scrubRunFolder } from './scrub-run-folder.ts';
import { summaryOfRun } from './summary-of-run.ts';
import { writeRecord } from './write-record.ts';

/** A body larger than this part of the whole history is not kept beyond the session: it would push out all else. */
const largestBodyShare = 0.1;

/** Past runs of a workspace on the disk: written while they happen, listed, opened, pinned and deleted. */
export class RunHistory implements HistoryPort {
  readonly #ports: RunListPorts;
  readonly #list: RunList;
  /** Runs that are under way, or of which not all is written yet. */
  readonly #writers = new Map<RunId, RunWriter>();
  /** Runs of this session that are over, and the version of the secrets that they were scrubbed of. */
  readonly #scrubbedAt = new Map<RunId, number>();
  readonly #loaded: Promise<void>;
  #endings: Promise<unknown> = Promise.resolve();

  constructor(ports: RunListPorts) {
    this.#ports = ports;
    this.#list = new RunList(ports);
    this.#loaded = this.#list.load((runId) => this.#writers.has(runId));
  }

  begin(run: BegunRun): RunDiary {
    const { limits, secrets } = this.#ports;
    const writer = new RunWriter({
      files: this.#files(run.runId),
      record: scrubRecord(newRecord(run), secrets),
      secrets,
      mostBodyBytes: limits().mostBytes * largestBodyShare,
      onTrouble: (error) => this.#list.troubled(error),
      onBegun: () => this.#listed(writer, 0),
    });
    this.#writers.set(run.runId, writer);
    return {
      events: (events) => writer.events(events),
      body: (body) => writer.body(body),
      end: () => {
        const earlier = this.#endings;
        this.#endings = Promise.all([earlier, this.#end(writer, earlier)]);
      },
    };
  }

  body(runId: RunId, handle: string): Promise<KeptBody | null> {
    return keptBodyOfFile(this.#files(runId), handle);
  }

  /** Whether a run is kept. */
  async has(runId: RunId): Promise<boolean> {
    await this.#loaded;
    return this.#list.get(runId) !== undefined;
  }

  async list({ length, offset }: ChannelInput<'history.list'>): Promise<ChannelOutput<'history.list'>> {
    await this.#loaded;
    const runs = this.#list.all();
    return { runs: runs.slice(offset, offset + length), total: runs.length, trouble: this.#list.trouble };
  }

  async open({ offset, runId }: ChannelInput<'history.open'>): Promise<ChannelOutput<'history.open'>> {
    await this.#loaded;
    await this.#writers.get(runId)?.flushed();
    const { secrets } = this.#ports;
    const files = this.#files(runId);
    try {
      const readLine = (line: string) => readStoredEvent(scrubLine(line, secrets));
      const { events, ...read } = await readRunEvents(files.events, offset, readLine);
      const record = offset === 0 ? await readRecord(files) : null;
      const shown = record === null ? null : scrubRecord(record, secrets);
      return succeeded({ ...read, events: [...events], record: shown });
    } catch (error) {
      return failed(systemErrorCode(error) === 'ENOENT' ? gone : unreadable(error));
    }
  }

  async pin({ pinned, runId }: ChannelInput<'history.pin'>): Promise<ChannelOutput<'history.pin'>> {
    await this.#loaded;
    const before = this.#list.get(runId);
    if (before === undefined) return failed(gone);
    const writer = this.#writers.get(runId);
    try {
      await (writer?.pin(pinned) ?? this.#pinned(before, pinned));
    } catch (error) {
      const what = pinned ? 'pinned' : 'unpinned';
      return failed({
        code: 'not-written',
        message: `The run was not ${what}: ${historyReason(error)}.`,
      });
    }
    const sizeBytes = writer === undefined ? await runSizeBytes(this.#files(runId)) : before.sizeBytes;
    const now = this.#list.get(runId);
    if (now === undefined) return failed(gone);
    this.#list.changed({ ...now, pinned, sizeBytes });
    await this.#list.saved();
    return succeeded(null);
  }

  async remove({ runs }: ChannelInput<'history.delete'>): Promise<ChannelOutput<'history.delete'>> {
    await this.#loaded;
    const asked = this.#list
      .all()
      .filter(({ pinned, runId }) => (runs === 'unpinned' ? !pinned : runs.includes(runId)));
    const over = asked.filter(({ runId }) => !this.#writers.has(runId));
    if (runs !== 'unpinned' && over.length < asked.length) return failed(stillRunning);
    const deleted = over.map(({ runId }) => runId);
    try {
      await this.#list.deleted(deleted);
      return succeeded({ deleted });
    } catch (error) {
      return failed({
        code: 'not-written',
        message: `Not everything was deleted: ${historyReason(error)}. What is left is still in the list.`,
      });
    }
  }

  /** Takes a deletion back, until the workspace closes. */
  async restore({ runs }: ChannelInput<'history.restore'>): Promise<ChannelOutput<'history.restore'>> {
    await this.#loaded;
    try {
      const restored = await this.#list.restored(runs);
      return restored.length < runs.length ? failed(gone) : succeeded(null);
    } catch (error) {
      return failed({
        code: 'not-written',
        message: `Not everything came back: ${historyReason(error)}.`,
      });
    }
  }

  /** Settles when the runs that have ended so far are written, with their bodies. */
  async settled(): Promise<void> {
    await this.#endings;
  }

  /** The limits have changed: what is beyond them goes. */
  async limitsChanged(): Promise<void> {
    await this.#loaded;
    await this.#list.keptWithinLimits();
  }

  /** Settles when everything that happened so far is written, and what was deleted is gone for good. */
  async close(): Promise<void> {
    await this.#loaded;
    await Promise.all([...this.#writers.values()].map((writer) => writer.flushed()));
    await this.#endings;
    await this.#list
      .alone(() => this.#list.deletedGone())
      .catch((error: unknown) => this.#list.troubled(error));
  }

  #files(runId: RunId): RunFiles {
    return runFiles(this.#ports.folder, runId);
  }

  async #end(writer: RunWriter, earlier: Promise<unknown>): Promise<void> {
    const { runId } = writer.record;
    const { lastingVersion } = this.#ports.secrets;
    await writer.end();
    const sizeBytes = await runSizeBytes(this.#files(runId));
    // Only now: whoever pins it before this must reach the record that the list is told from.
    this.#writers.delete(runId);
    if (!writer.isWritten) {
      this.#list.forgotten([runId]);
      return;
    }
    this.#scrubbedAt.set(runId, lastingVersion);
    this.#listed(writer, sizeBytes);
    await this.#loaded;
    await this.#earlierScrubbed();
    // A run that is over and not written yet counts as one under way, and a newer one would go in its place.
    await Promise.allSettled([earlier]);
    await this.#list.keptWithinLimits();
    await this.#list.saved();
  }

  /** What was an ordinary word in an earlier run of this session may have become a secret in a later one. */
  async #earlierScrubbed(): Promise<void> {
    const { lastingVersion } = this.#ports.secrets;
    for (const [runId, version] of this.#scrubbedAt) {
      if (version >= lastingVersion) continue;
      this.#scrubbedAt.set(runId, lastingVersion);
      await this.#list
        .alone(() => this.#scrubbed(runId))
        .catch((error: unknown) => this.#list.troubled(error));
    }
  }

  async #scrubbed(runId: RunId): Promise<void> {
    await scrubRunFolder(this.#list.filesOf(runId), this.#ports.secrets);
    const run = this.#list.get(runId);
    if (run !== undefined) this.#list.changed(run);
  }

  #pinned(run: RunSummary, pinned: boolean): Promise<void> {
    return this.#list.alone(async () => {
      if (this.#list.get(run.runId) !== undefined) await writeRecord(this.#files(run.runId), run, pinned);
    });
  }

  #listed({ isIncomplete: incomplete, record, tally }: RunWriter, sizeBytes: number): void {
    if (tally === null) return;
    this.#list.changed(summaryOfRun(record, tally, { outcome: tally.outcome, sizeBytes, incomplete }));
  }
}

const gone = { code: 'gone', message: 'This run is no longer kept.' } as const;

const stillRunning = {
  code: 'running',
  message: 'A run that is under way cannot be deleted. Stop it first.',
} as const;

function unreadable(error: unknown) {
  return {
    code: 'unreadable',
    message: `This run could not be read from the disk: ${historyReason(error)}.`,
  } as const;
}
