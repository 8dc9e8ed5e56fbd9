import type { Socket } from 'node:net';

/** Who hears of the steps of a connection that a proxy makes. */
export interface DialWatch {
  /** A name is looked up, or a connection to the proxy is made. */
  onStep(step: 'dns' | 'connect'): void;
  /** The proxy is reached, and asked to connect. */
  onProxy(): void;
}

/** A connection through a proxy while it is made: its socket belongs to nobody else yet, so that it can be closed here. */
export class Dial {
  readonly watch: DialWatch;
  #socket: Socket | null = null;
  #isAborted = false;

  constructor(watch: DialWatch) {
    this.watch = watch;
  }

  /** Takes the socket on which the proxy is asked. */
  hold(socket: Socket): void {
    this.#socket = socket;
    // Between two owners nobody else would listen, and an error without a listener ends the process.
    socket.on('error', () => undefined);
    if (this.#isAborted) socket.destroy();
  }

  /** Whether nobody wants the connection any more. */
  get isAborted(): boolean {
    return this.#isAborted;
  }

  /** Closes the socket at once. */
  abort(): void {
    this.#isAborted = true;
    this.#socket?.destroy();
  }
}
