import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CertificateFacts } from './certificate-facts.ts';
import type { ConnectionFacts } from './exchange-record.ts';

/** The socket of one exchange: what it is, and what moved over it since the agent lent it to the exchange. */
export class ExchangeConnection {
  /** Of the handshake, as soon as the server showed it. */
  certificate: CertificateFacts | null = null;
  readonly #socket: Socket;
  readonly #reused: boolean;
  readonly #onReceived: () => void;
  readonly #sentBefore: number;
  readonly #receivedBefore: number;
  #facts: ConnectionFacts | null = null;

  /**
   * @param stands it was connected before: kept open, or made through a proxy, whose answers are none of the exchange's
   * @param onReceived called whenever bytes came
   */
  constructor(socket: Socket, reused: boolean, stands: boolean, onReceived: () => void) {
    this.#socket = socket;
    this.#reused = reused;
    this.#onReceived = onReceived;
    this.#sentBefore = stands ? socket.bytesWritten : 0;
    this.#receivedBefore = socket.bytesRead;
    socket.on('data', onReceived);
  }

  get reused(): boolean {
    return this.#reused;
  }

  /** `null` until the connection stood. */
  get facts(): ConnectionFacts | null {
    return this.#facts;
  }

  /** 0 until the connection stood: what is queued before was not sent. */
  get bytesSent(): number {
    return this.#facts === null ? 0 : this.#socket.bytesWritten - this.#sentBefore;
  }

  get bytesReceived(): number {
    return this.#socket.bytesRead - this.#receivedBefore;
  }

  /** Takes down what can be asked only while the connection stands. */
  onReady(): void {
    const socket = this.#socket;
    this.#facts = {
      reused: this.#reused,
      remoteAddress: socket.remoteAddress ?? null,
      remotePort: socket.remotePort ?? null,
      tlsVersion: socket instanceof TLSSocket ? socket.getProtocol() : null,
      certificate: this.certificate,
    };
  }

  /** Gives the socket back to its agent as it was. */
  release(): void {
    this.#socket.removeListener('data', this.#onReceived);
  }

  /** Closes it at once, in whatever state it is. */
  destroy(): void {
    this.#socket.destroy();
  }
}
