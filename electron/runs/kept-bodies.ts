import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BodyHandle } from '#shared/run-events/call-events.ts';
import type { ResponseBody } from '../executor/response-body.ts';
import { readStoredBody, type StoredBody } from '../executor/stored-body.ts';
import type { KnownSecrets } from './known-secrets.ts';
import { scrubBody } from './scrub-body.ts';

/** A body as it may be shown: scrubbed, in memory or, where it is large, in a file of the run's folder. */
export interface KeptBody {
  readonly handle: BodyHandle;
  readonly file: string | null;
  /** The version of the secrets that it was scrubbed of (`KnownSecrets`); -1 where nobody knows. */
  readonly cleanAt: number;
  /** The bytes from `start` up to but not including `end`, as far as the body goes. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** The bodies of one run, for the Response view. What the flow works with is elsewhere and has its secrets. */
export class KeptBodies {
  readonly folder: string;
  readonly #secrets: KnownSecrets;
  readonly #bodies = new Map<string, KeptBody>();
  readonly #swept: Promise<unknown>;
  /** The bodies of the run whose past this one shares; they stay as long as these do. */
  readonly #past: KeptBodies | null;
  /** Runs that still read what is here: this one, and those that share its past. */
  #readers = 1;
  #onKept: ((body: KeptBody) => void) | null = null;
  #made: Promise<string> | null = null;
  readonly #forgets: boolean;
  #count = 0;

  /**
   * @param folder where to keep large bodies; made when it is first needed
   * @param swept settles when the folders of earlier runs are gone
   * @param past the bodies of the run whose past this one shares
   * @param forgets whether bodies are let go as soon as they are told of
   */
  constructor(
    folder: string,
    secrets: KnownSecrets,
    swept: Promise<unknown> = Promise.resolve(),
    past: KeptBodies | null = null,
    forgets = false,
  ) {
    this.#forgets = forgets;
    this.folder = folder;
    this.#secrets = secrets;
    this.#swept = swept;
    this.#past = past;
    if (past === null) return;
    past.#readers += 1;
    for (const [handle, body] of past.#bodies) this.#bodies.set(handle, body);
    this.#count = past.#count;
  }

  /** The folder, which exists from then on and which only this user can look into. */
  existingFolder(): Promise<string> {
    this.#made ??= this.#swept
      .then(() => mkdir(this.folder, { recursive: true, mode: 0o700 }))
      .then(() => this.folder);
    return this.#made;
  }

  /**
   * Keeps a body without its secrets. A file that the executor wrote is written over where it holds one: from here on
   * nothing on disk gives it away. `null` where there is no body, or where it could not be kept clean.
   */
  async keep(body: ResponseBody): Promise<BodyHandle | null> {
    if (body.kind === 'none') return null;
    this.#count += 1;
    const handle = `body-${String(this.#count)}`;
    const cleanAt = this.#secrets.version;
    const shown = await this.#shown(body).catch(() => null);
    if (shown === null) {
      // A full disk is no reason to leave a secret on it, nor to end the run: only the Response view lacks the body.
      if (body.file !== null) await rm(body.file, { force: true });
      return null;
    }
    const { contentType, kind } = body;
    const type = contentType === null ? null : this.#secrets.scrubber.scrub(contentType);
    const kept: BodyHandle = { handle, sizeBytes: shown.sizeBytes, contentType: type, kind };
    if (this.#forgets) {
      if (shown.file !== null) await rm(shown.file, { force: true });
      return kept;
    }
    const keptBody: KeptBody = { handle: kept, file: shown.file, cleanAt, read: shown.read };
    this.#bodies.set(handle, keptBody);
    this.#onKept?.(keptBody);
    return kept;
  }

  /** Hands on each body, also those that are here already, so that it can be kept for longer than this folder. */
  handOn(onKept: (body: KeptBody) => void): void {
    this.#onKept = onKept;
    this.#bodies.forEach((body) => onKept(body));
  }

  get(handle: string): KeptBody | null {
    return this.#bodies.get(handle) ?? null;
  }

  /** A file with the whole body; one that is in memory is written first. */
  async fileOf(body: KeptBody): Promise<string> {
    if (body.file !== null) return body.file;
    const file = path.join(await this.existingFolder(), body.handle.handle);
    await writeFile(file, await body.read(0, body.handle.sizeBytes), { mode: 0o600 });
    return file;
  }

  /** Removes the bodies, once no run reads them any more. */
  async drop(): Promise<void> {
    this.#readers -= 1;
    if (this.#readers > 0) return;
    this.#bodies.clear();
    await this.#made?.catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
    await this.#past?.drop();
  }

  async #shown(body: ResponseBody): Promise<Pick<ResponseBody, 'sizeBytes' | 'file' | 'read'>> {
    if (this.#secrets.isEmpty) return body;
    const bytes = body.file === null ? await body.read(0, body.sizeBytes) : await readFile(body.file);
    const clean = scrubBody(bytes, body.kind, this.#secrets);
    if (clean === bytes) return body;
    if (body.file !== null) await writeFile(body.file, clean, { mode: 0o600 });
    const { file } = body;
    const sizeBytes = clean.byteLength;
    const stored: StoredBody =
      file === null ? { in: 'memory', bytes: clean, sizeBytes } : { in: 'file', file, sizeBytes };
    return { sizeBytes, file, read: (start, end) => readStoredBody(stored, start, end) };
  }
}
