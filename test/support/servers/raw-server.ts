// A server over bare sockets for tests that have to know what happened on each connection.
import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import tls, { type TlsOptions } from 'node:tls';
import { Waiting } from './waiting.ts';

/** One connection that the server accepted, and everything that happened on it. */
export class RawConnection {
  readonly socket: Socket;
  /** All bytes that came, one character per byte. */
  received = '';
  readonly #waiting = new Waiting();
  #closed: { readonly atMs: number } | null = null;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.received += chunk.toString('latin1');
      this.#waiting.check();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#closed = { atMs: performance.now() };
      this.#waiting.check();
    });
    // The client's end is enough for a cancel to be seen, also where this side never writes.
    socket.on('end', () => socket.end());
  }

  get isOpen(): boolean {
    return this.#closed === null;
  }

  /** Resolves when the client has sent this text. */
  readonly receivedText = (text: string): Promise<void> =>
    this.#waiting.until(() => this.received.includes(text));

  /** Resolves with the moment the connection was closed, on the clock of `performance.now()`. */
  async closed(): Promise<number> {
    await this.#waiting.until(() => this.#closed !== null);
    return this.#closed!.atMs;
  }
}

/** What a server does with each connection; the number counts connections from 0. */
export type ConnectionHandler = (connection: RawConnection, number: number) => void | Promise<void>;

/** A TCP server on a free loopback port that does byte for byte what a test says, and remembers every connection. */
export class RawServer implements AsyncDisposable {
  readonly connections: RawConnection[] = [];
  readonly port: number;
  readonly #server: net.Server;
  readonly #waiting = new Waiting();

  private constructor(server: net.Server, onConnection: ConnectionHandler, eventName: string) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    server.on(eventName, (socket: Socket) => {
      const connection = new RawConnection(socket);
      this.connections.push(connection);
      void onConnection(connection, this.connections.length - 1);
      this.#waiting.check();
    });
  }

  static async start(onConnection: ConnectionHandler, tlsOptions?: TlsOptions): Promise<RawServer> {
    const server = tlsOptions === undefined ? net.createServer() : tls.createServer(tlsOptions);
    if (tlsOptions !== undefined) server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new RawServer(server, onConnection, tlsOptions === undefined ? 'connection' : 'secureConnection');
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves with a connection, by its number from 0, once it is there. */
  async connection(number = 0): Promise<RawConnection> {
    await this.#waiting.until(() => this.connections.length > number);
    return this.connections[number]!;
  }

  get openConnections(): number {
    return this.connections.filter(({ isOpen }) => isOpen).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { socket } of this.connections) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
