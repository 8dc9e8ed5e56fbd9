// Starts the server of openssl, which tells a client by an alert why its certificate is refused; nginx answers instead.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeyPair } from './certificates.ts';
import { freePorts, listens } from './loopback-port.ts';

/** An `openssl s_server` that asks for a client certificate of an authority and answers requests with a page. */
export class OpensslServer implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(port: number, child: ChildProcess, folder: string) {
    this.port = port;
    this.#child = child;
    this.#folder = folder;
  }

  /** @param clientsOf the authority of the clients, as PEM */
  static async start({ cert, key }: KeyPair, clientsOf: string): Promise<OpensslServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'flowbench-openssl-'));
    for (const [name, content] of Object.entries({ cert, key, clientsOf }))
      await writeFile(path.join(folder, name), content, { mode: 0o600 });
    const [port = 0] = await freePorts(1);
    const args = [
      ...['s_server', '-accept', `127.0.0.1:${port}`, '-cert', 'cert', '-key', 'key', '-www', '-quiet'],
      ...['-CAfile', 'clientsOf', '-Verify', '2', '-verify_return_error'],
    ];
    const child = spawn('openssl', args, { cwd: folder, stdio: 'ignore' });
    await listens(port, child);
    return new OpensslServer(port, child, folder);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = this.#child.exitCode === null ? once(this.#child, 'exit') : null;
    this.#child.kill('SIGKILL');
    await ended;
    await rm(this.#folder, { recursive: true });
  }
}
