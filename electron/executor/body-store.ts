import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { memoryLimitBytes, type StoredBody } from './stored-body.ts';

/** Keeps a body while it comes: in memory as long as it is small, from then on in a file that only the user can read. */
export class BodyStore {
  readonly #folder: () => Promise<string>;
  readonly #chunks: Uint8Array[] = [];
  #sizeBytes = 0;
  #file: { readonly path: string; readonly handle: FileHandle } | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isDiscarded = false;

  /** @param folder an existing folder; asked for when the body outgrows memory */
  constructor(folder: () => Promise<string>) {
    this.#folder = folder;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /**
   * Takes the next piece, or leaves it where nobody wants the body any more. Where a promise is given, no further piece may
   * come before it is settled.
   */
  add(chunk: Uint8Array): Promise<void> | null {
    if (this.#isDiscarded) return null;
    this.#sizeBytes += chunk.byteLength;
    this.#chunks.push(chunk);
    if (this.#sizeBytes <= memoryLimitBytes) return null;
    this.#writing = this.#flush();
    return this.#writing;
  }

  async finish(): Promise<StoredBody> {
    await this.#writing;
    const sizeBytes = this.#sizeBytes;
    if (this.#file === null) return { in: 'memory', bytes: joined(this.#chunks), sizeBytes };
    await this.#file.handle.close();
    return { in: 'file', file: this.#file.path, sizeBytes };
  }

  /** Forgets everything, also a file that was begun. */
  async discard(): Promise<void> {
    this.#isDiscarded = true;
    this.#chunks.length = 0;
    await this.#writing.catch(() => undefined);
    if (this.#file === null) return;
    await this.#file.handle.close();
    await rm(this.#file.path, { force: true });
  }

  async #flush(): Promise<void> {
    this.#file ??= await this.#createFile();
    // Unlike `write`, which may take a part only, this goes on until all is written or the disk says why not.
    await this.#file.handle.writeFile(joined(this.#chunks.splice(0)));
  }

  async #createFile(): Promise<{ readonly path: string; readonly handle: FileHandle }> {
    const file = path.join(await this.#folder(), `${randomUUID()}.body`);
    return { path: file, handle: await open(file, 'wx', 0o600) };
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}
