import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { RunWorkspace } from '../run-ports.ts';

/** Prints of the files that requests send: short texts that change when the bytes do. A file is read again when it was written. */
export class FilePrints {
  readonly #workspace: Pick<RunWorkspace, 'resolveFile'>;
  readonly #known = new Map<string, { readonly written: string; readonly print: Promise<string> }>();

  constructor(workspace: Pick<RunWorkspace, 'resolveFile'>) {
    this.#workspace = workspace;
  }

  /** By names; the print of what cannot be read is empty. */
  async of(names: readonly string[]): Promise<Record<string, string>> {
    const prints = names.map(async (name) => [name, await this.#one(name).catch(() => '')] as const);
    return Object.fromEntries(await Promise.all(prints));
  }

  async #one(name: string): Promise<string> {
    const file = await this.#workspace.resolveFile(name);
    if (!file.ok) return '';
    const { mtimeMs, size } = await stat(file.value);
    const written = `${String(size)} ${String(mtimeMs)} ${file.value}`;
    const before = this.#known.get(name);
    if (before?.written === written) return before.print;
    const print = printOfFile(file.value);
    this.#known.set(name, { written, print });
    return print;
  }
}

async function printOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('base64url').slice(0, 16);
}
