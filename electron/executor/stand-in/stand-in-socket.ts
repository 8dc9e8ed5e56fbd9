import { Duplex } from 'node:stream';
import { type LongTimer, startLongTimer } from '../long-timer.ts';
import type { SystemError } from '../system-error.ts';
import type { AnswerPiece, StandInScript, StruckClocks } from './stand-in-script.ts';

/** What a socket without a network is told about the exchange that it plays in. */
export interface StandInPart {
  readonly script: StandInScript;
  /** A name has to be looked up before anything else. */
  readonly looksUp: boolean;
  /** TLS comes after TCP. */
  readonly isSecured: boolean;
  /** A clock is to strike now: nothing more comes. */
  readonly onStruck: (clocks: StruckClocks) => void;
}

type Written = (error?: Error | null) => void;

/**
 * A socket that plays a script in place of a network. It looks to Node's HTTP client and to the exchange like one of
 * `node:net`: it connects in steps, takes nothing before it stands, and gives bytes that the real parser reads.
 */
export class StandInSocket extends Duplex {
  readonly #part: StandInPart;
  readonly remoteAddress = undefined;
  readonly remotePort = undefined;
  bytesRead = 0;
  bytesWritten = 0;
  #stands = false;
  /** What was written before the connection stood; Node hands over the next piece only when this one was taken. */
  #early: { readonly sizeBytes: number; readonly taken: Written } | null = null;
  #timer: LongTimer | null = null;

  constructor(part: StandInPart) {
    super({ allowHalfOpen: false });
    this.#part = part;
    setImmediate(() => this.#connect());
  }

  get isSecured(): boolean {
    return this.#part.isSecured;
  }

  /** All of the request has left. */
  requestSent(): void {
    const { script } = this.#part;
    if (script.type === 'break') this.destroy(errorOf(script.error));
    else if (script.type === 'answer') this.#answer(script.pieces, 0);
    else if (script.type === 'silence') this.#fallSilent(script.strikes);
  }

  /** The options of a real socket that clients set; none of them means anything without a network. */
  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Bytes come when the script says so.
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, taken: Written): void {
    if (this.#stands) this.#take(chunk.byteLength, taken);
    else this.#early = { sizeBytes: chunk.byteLength, taken };
  }

  override _destroy(error: Error | null, done: Written): void {
    this.#timer?.stop();
    done(error);
  }

  /** Step by step, each told as a real socket tells it, as far as the script lets it come. */
  #connect(): void {
    if (this.destroyed) return;
    const { isSecured, looksUp, script } = this.#part;
    const breaksAt = script.type === 'no-connection' ? script.at : null;
    if (breaksAt === 'dns') {
      this.#break();
      return;
    }
    if (looksUp) this.emit('lookup', null);
    if (script.type === 'silence' && script.from === 'connecting') this.#fallSilent(script.strikes);
    else if (breaksAt === 'connect') this.#break();
    else {
      this.emit('connect');
      if (breaksAt === 'tls') this.#break();
      else this.#stand(isSecured);
    }
  }

  #break(): void {
    const { script } = this.#part;
    if (script.type !== 'no-connection') return;
    if (script.handshake !== null) this.emit('stand-in-certificate', script.handshake);
    this.destroy(errorOf(script.error));
  }

  #stand(isSecured: boolean): void {
    if (isSecured) this.emit('secureConnect');
    this.#stands = true;
    const early = this.#early;
    this.#early = null;
    if (early !== null) this.#take(early.sizeBytes, early.taken);
  }

  #take(sizeBytes: number, taken: Written): void {
    this.bytesWritten += sizeBytes;
    // As on a real socket the writer hears of it later, so that what is written is never taken inside of writing it.
    setImmediate(taken);
  }

  #answer(pieces: readonly AnswerPiece[], at: number): void {
    const piece = pieces[at];
    if (piece === undefined) {
      this.#afterAnswer();
      return;
    }
    this.#timer = startLongTimer(piece.afterMs, () => {
      if (this.destroyed) return;
      this.bytesRead += piece.bytes.byteLength;
      this.push(piece.bytes);
      this.#answer(pieces, at + 1);
    });
  }

  #afterAnswer(): void {
    const { script } = this.#part;
    if (script.type !== 'answer') return;
    if (script.then === 'ends') this.push(null);
    else if (script.then === 'silence') this.#fallSilent(script.strikes);
  }

  /** Later, so that whoever reads what came before has done so. */
  #fallSilent(strikes: StruckClocks | null): void {
    if (strikes === null) return;
    this.#timer = startLongTimer(0, () => this.#part.onStruck(strikes));
  }
}

function errorOf({ code, message, syscall }: SystemError): Error {
  return Object.assign(new Error(message), { code, ...(syscall === null ? {} : { syscall }) });
}
