import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CertificateFacts } from './certificate-facts.ts';
import type { ConnectionFacts } from './exchange-record.ts';
import type { HandshakeFacts } from './handshake-facts.ts';

/** Of connections that are kept open, for the exchanges that use them again. */
const handshakes = new WeakMap<Socket, HandshakeFacts>();

/** The socket of one exchange: what it is, and what moved over it since the agent lent it to the exchange. */
export class ExchangeConnection {
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

  /** The server showed its certificate. */
  onHandshake(facts: HandshakeFacts): void {
    handshakes.set(this.#socket, facts);
  }

  /** What the handshake agreed on, also where an earlier exchange made it; `null` without TLS and before. */
  get handshake(): HandshakeFacts | null {
    return handshakes.get(this.#socket) ?? null;
  }

  /** Of the server, as soon as it showed it. */
  get certificate(): CertificateFacts | null {
    return this.handshake?.certificates[0] ?? null;
  }

  /** What is wrong with a certificate that was not asked to be in order; `null` where nothing is. */
  get certificateProblem(): string | null {
    const socket = this.#socket;
    if (!(socket instanceof TLSSocket) || socket.authorized) return null;
    // The types promise an error, and Node gives its code.
    return String(socket.authorizationError);
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
      certificate: this.#reused ? null : plainFacts(this.certificate),
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

function plainFacts(certificate: CertificateFacts | null): CertificateFacts | null {
  if (certificate === null) return null;
  const { issuer, names, sha256, subject, validFrom, validTo } = certificate;
  return { subject, issuer, names, validFrom, validTo, sha256 };
}
