// Peers that never answer, each in one phase of a call: names, connections, handshakes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net, { type LookupFunction, type Socket } from 'node:net';

/** A name server that never answers. */
export const silentLookup: LookupFunction = () => undefined;

/**
 * A port on loopback where connecting never ends: its process is stopped and its queue of connections is full, so that
 * the kernel drops further requests to connect.
 */
export class ConnectBlackHole implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #fillers: readonly Socket[];

  private constructor(port: number, child: ChildProcess, fillers: readonly Socket[]) {
    this.port = port;
    this.#child = child;
    this.#fillers = fillers;
  }

  static async start(): Promise<ConnectBlackHole> {
    const script = `const server = require('net').createServer();
      server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => process.stdout.write(String(server.address().port)));`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    const port = Number(text.toString());
    child.kill('SIGSTOP');
    const fillers = Array.from({ length: 4 }, () => {
      const socket = net.connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      return socket;
    });
    await Promise.all(fillers.slice(0, 2).map((socket) => once(socket, 'connect')));
    return new ConnectBlackHole(port, child, fillers);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#fillers) socket.destroy();
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}
