import { appendFile, copyFile, link, mkdir, rename, writeFile } from 'node:fs/promises';
import { cookieValuesIn, maskedSetCookie } from '#shared/cookies/masked-set-cookie.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { type RunTally, tallyAfter } from '#shared/run-history/summarize-run.ts';
import type { RunRecord } from '#shared/run-history/run-record.ts';
import { oneAtATime } from '../../workspace/files/one-at-a-time.ts';
import { ensurePrivateFolder } from '../../workspace/files/private-folder.ts';
import type { KeptBody } from '../kept-bodies.ts';
import { KnownSecrets } from '../known-secrets.ts';
import { scrubBody } from '../scrub-body.ts';
import { bodyFileOf, partEnding, type RunFiles } from './run-files.ts';
import { scrubLine } from '../scrub-told-event.ts';
import { scrubBodyFile, scrubRecord, scrubRunFolder } from './scrub-run-folder.ts';

/** What happens within this time is written together. */
const gatherMs = 50;
/** What waits for a disk that does not keep up; what comes beyond is not kept. */
const mostWaitingBytes = 32_000_000;
/** The events of one run, of which a page holds all that it shows. */
const mostEventBytes = 50_000_000;
/** Looking through what was written before takes at most this part of the time. */
const rescrubShare = 0.1;

/** What a run is written down with. */
export interface RunWriterParts {
  readonly files: RunFiles;
  readonly record: RunRecord;
  readonly secrets: KnownSecrets;
  readonly mostBodyBytes: number;
  /** Hears why the disk refused; nothing more is written of this run then. */
  readonly onTrouble: (error: unknown) => void;
  /** The run has begun, so that there is something to list. */
  readonly onBegun: () => void;
}

/** What must not stand in the files, and the version of it that everything in them was scrubbed of. */
interface Unwanted {
  readonly secrets: KnownSecrets;
  cleanAt: number;
}

/**
 * Writes down a run while it happens: takes events and bodies at once and never makes the run wait, appends them in order,
 * and keeps at most so much in memory. What stands in its files is scrubbed of all that is known to be secret, also of what
 * becomes known later.
 */
export class RunWriter {
  readonly #parts: RunWriterParts;
  readonly #queue = oneAtATime();
  #record: RunRecord;
  #tally: RunTally | null = null;
  #lines: string[] = [];
  #waitingBytes = 0;
  #eventBytes = 0;
  #timer: NodeJS.Timeout | null = null;
  #rescrubNotBefore = 0;
  #isMade = false;
  #isBroken = false;
  #lacksEvents = false;
  /** The cookies that servers set: those that no jar keeps are shown, and are nothing for a disk. */
  readonly #cookies = new KnownSecrets();
  readonly #unwanted: readonly Unwanted[];

  constructor(parts: RunWriterParts) {
    this.#parts = parts;
    this.#record = parts.record;
    this.#unwanted = [parts.secrets, this.#cookies].map((secrets) => ({ secrets, cleanAt: secrets.version }));
  }

  get record(): RunRecord {
    return this.#record;
  }

  get tally(): RunTally | null {
    return this.#tally;
  }

  /** Whether anything of it is on the disk. */
  get isWritten(): boolean {
    return this.#isMade;
  }

  get isIncomplete(): boolean {
    return this.#isBroken || this.#lacksEvents;
  }

  events(events: readonly RunEvent[]): void {
    const isFirst = this.#tally === null;
    for (const event of events) {
      this.#tally = tallyAfter(this.#tally, event);
      this.#take(event);
    }
    if (isFirst && this.#tally !== null) this.#parts.onBegun();
    this.#timer ??= setTimeout(() => void this.flushed(), gatherMs);
  }

  /** Keeps a body that was scrubbed; a large one by a second name for its file. */
  body(body: KeptBody): void {
    const { sizeBytes } = body.handle;
    const inMemory = body.file === null ? sizeBytes : 0;
    const isTooMuch =
      sizeBytes > this.#parts.mostBodyBytes || this.#waitingBytes + inMemory > mostWaitingBytes;
    // The shelf has it as long as the application runs; later it is said that it is not kept.
    if (this.#isBroken || isTooMuch) return;
    // One of the run whose past this one shares was scrubbed of what was known then.
    const versions = [body.cleanAt, this.#cookies.version];
    this.#waitingBytes += inMemory;
    void this.#writing(async () => {
      this.#waitingBytes -= inMemory;
      await this.#keepBody(body);
      this.#unwanted.forEach((each, at) => {
        if (each.secrets.version !== versions[at]) each.cleanAt = -1;
      });
    });
  }

  pin(pinned: boolean): Promise<void> {
    this.#record = { ...this.#record, pinned };
    return this.#writing(() => this.#writeRecord());
  }

  /** Settles when everything that was told so far is written, or cannot be. */
  flushed(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return this.#writing(() => this.#flush(false));
  }

  /** The run is over; settles when all of it is written, or cannot be. */
  async end(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#writing(async () => {
      await this.#flush(true);
      if (!this.#lacksEvents) return;
      this.#record = { ...this.#record, incomplete: true };
      await this.#writeRecord();
    });
  }

  #take(event: RunEvent): void {
    if (this.#isBroken) return;
    const text = JSON.stringify(this.#withoutCookies(event));
    const line = this.#cookies.isEmpty ? text : scrubLine(text, this.#cookies);
    const bytes = Buffer.byteLength(line) + 1;
    const isFull = this.#eventBytes + bytes > mostEventBytes || this.#waitingBytes + bytes > mostWaitingBytes;
    this.#lacksEvents ||= isFull;
    // A run without its end would look as if it had been interrupted.
    if (this.#lacksEvents && event.type !== 'run-ended') return;
    this.#lines.push(line);
    this.#eventBytes += bytes;
    this.#waitingBytes += bytes;
  }

  #withoutCookies(event: RunEvent): RunEvent {
    if (event.type !== 'response-head') return event;
    const headers = event.headers.map(([name, line]): [string, string] => {
      if (name.toLowerCase() !== 'set-cookie') return [name, line];
      this.#cookies.addCookies(cookieValuesIn(line));
      return [name, maskedSetCookie(line)];
    });
    return { ...event, headers };
  }

  #writing(write: () => Promise<void>): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#isBroken) return;
      try {
        await this.#make();
        await write();
      } catch (error) {
        this.#isBroken = true;
        this.#lines = [];
        this.#parts.onTrouble(error);
      }
    });
  }

  async #make(): Promise<void> {
    if (this.#isMade) return;
    await ensurePrivateFolder(this.#parts.files.folder);
    await this.#writeRecord();
    this.#isMade = true;
  }

  async #flush(isEnd: boolean): Promise<void> {
    const { files } = this.#parts;
    const stale = this.#unwanted
      .filter(({ cleanAt, secrets }) => cleanAt !== secrets.version)
      .map((unwanted) => ({ unwanted, version: unwanted.secrets.version }));
    const lines = this.#lines.splice(0);
    const clean = lines.map((line) =>
      stale.reduce((text, { unwanted }) => scrubLine(text, unwanted.secrets), line),
    );
    if (lines.length > 0) await appendFile(files.events, `${clean.join('\n')}\n`, { mode: 0o600 });
    for (const line of lines) this.#waitingBytes -= Buffer.byteLength(line) + 1;
    if (stale.length > 0) await this.#rescrub(stale, isEnd);
  }

  /** What is looked through again and again must not take the time of the run. */
  async #rescrub(stale: readonly { unwanted: Unwanted; version: number }[], isEnd: boolean): Promise<void> {
    const startMs = performance.now();
    if (!isEnd && startMs < this.#rescrubNotBefore) {
      this.#timer ??= setTimeout(() => void this.flushed(), this.#rescrubNotBefore - startMs);
      return;
    }
    for (const { unwanted, version } of stale) {
      await scrubRunFolder(this.#parts.files, unwanted.secrets);
      this.#record = scrubRecord(this.#record, unwanted.secrets);
      unwanted.cleanAt = version;
    }
    const endMs = performance.now();
    this.#rescrubNotBefore = endMs + (endMs - startMs) / rescrubShare;
  }

  #writeRecord(): Promise<void> {
    return writeFile(this.#parts.files.record, JSON.stringify(this.#record), { mode: 0o600 });
  }

  /** Bodies come scrubbed of secrets, and not of the cookies that only the page may show. */
  async #keepBody(body: KeptBody): Promise<void> {
    const { file, handle } = body;
    const { files } = this.#parts;
    if (handle.kind === 'none') return;
    const target = bodyFileOf(files, handle.handle, handle.kind);
    if (target === null) return;
    await mkdir(files.bodies, { recursive: true, mode: 0o700 });
    const part = `${target}${partEnding}`;
    if (file === null) {
      const bytes = await body.read(0, handle.sizeBytes);
      await writeFile(part, scrubBody(bytes, handle.kind, this.#cookies), { mode: 0o600 });
    } else {
      if (!this.#cookies.isEmpty) await scrubBodyFile(file, handle.kind, this.#cookies);
      await link(file, part).catch(() => copyFile(file, part));
    }
    await rename(part, target);
  }
}
