// Starts the httpbin of the system as the server that nobody here wrote.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** httpbin, a server that nobody here wrote, under gunicorn on a free loopback port. */
export class Httpbin implements AsyncDisposable {
  readonly origin: string;
  readonly #child: ChildProcess;

  private constructor(origin: string, child: ChildProcess) {
    this.origin = origin;
    this.#child = child;
  }

  static async start(): Promise<Httpbin> {
    const args = ['-b', '127.0.0.1:0', '-w', '1', '-k', 'gthread', '--threads', '8', 'httpbin:app'];
    const child = spawn('gunicorn', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    // It says where it listens before its worker has loaded the application, and queues until then.
    for await (const line of createInterface({ input: child.stderr })) {
      const origin = /Listening at: (http:\/\/[0-9.:]+)/.exec(line)?.[1];
      if (origin !== undefined) return new Httpbin(origin, child);
    }
    throw new Error('gunicorn did not start; the Debian packages python3-httpbin and gunicorn are needed.');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGTERM');
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }
}
