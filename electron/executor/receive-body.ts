import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { CallFailureCode, StatusPlaceholders } from '#shared/response/call-statuses.ts';
import { unpackPlan } from '#shared/response/content-encoding.ts';
import { hasNoContent } from '#shared/response/decode-body.ts';
import { headerValues } from '#shared/response/response-headers.ts';
import type { BodyStore } from './body-store.ts';
import { type ByteStream, unpackBody } from './unpack-body.ts';
import { tryUnpackZstd } from './unpack-zstd.ts';

/** Who takes the body of a response while it comes. */
export interface BodyReception {
  readonly method: string;
  /** For the announced, the received and the unpacked bytes, each on its own. */
  readonly limitBytes: number;
  readonly store: BodyStore;
  /** A piece of the content, unpacked; not called for what stays packed. */
  onContent(chunk: Uint8Array): void;
  /** Every byte has come; unpacking may still go on. */
  onReceived(): void;
  /** Everything is in the store, `stillPacked` where it is packed in a way that nobody here can undo. */
  onStored(stillPacked: boolean): void;
  onFailure(code: CallFailureCode, placeholders: StatusPlaceholders): void;
  /** Our own disk did not take it. */
  onDefect(error: unknown): void;
  /** While `true` nothing is read, because our own side is busy. */
  onHeld(held: boolean): void;
}

/**
 * Reads, counts, unpacks and stores the body of a response whose head has come.
 *
 * @returns ends the work: what was received and is not unpacked yet is given up
 */
export function receiveBody(response: IncomingMessage, reception: BodyReception): () => void {
  const intake = new BodyIntake(response, reception);
  response.once('error', () => intake.onCut());
  response.once('end', () => reception.onReceived());
  if (intake.isAnnouncedTooLarge()) {
    intake.onTooLarge();
    return () => response.destroy();
  }
  const source = intake.source();
  source.on('data', (chunk: Uint8Array) => {
    if (!intake.stillPacked) reception.onContent(chunk);
    const busy = intake.take(chunk);
    if (busy === null) return;
    source.pause();
    reception.onHeld(true);
    busy.then(
      () => {
        reception.onHeld(false);
        source.resume();
      },
      (error: unknown) => reception.onDefect(error),
    );
  });
  source.once('end', () => reception.onStored(intake.stillPacked));
  if (source !== response) source.once('error', () => intake.onUndecodable());
  return () => source.destroy();
}

/**
 * Lets a body that nobody wants run out, so that its connection can be used again, and gives up on one that does not end
 * with the packets that are here already: waiting for it would cost more than a new connection.
 */
export function discardBody(response: IncomingMessage, onDone: () => void): void {
  response.once('error', () => undefined);
  response.resume();
  setImmediate(() => {
    if (!response.complete) response.destroy();
    onDone();
  });
}

class BodyIntake {
  stillPacked = false;
  readonly #response: IncomingMessage;
  readonly #reception: BodyReception;
  readonly #encodings: readonly string[];
  /** Whether what is taken is what was received. */
  #counts = true;
  #receivedBytes = 0;

  constructor(response: IncomingMessage, reception: BodyReception) {
    this.#response = response;
    this.#reception = reception;
    this.#encodings = headerValues(response.rawHeaders, 'content-encoding');
  }

  /** The bytes of the content, or of the packed body where nobody here can unpack it. */
  source(): Readable {
    const unpacked = this.#unpacked();
    this.#counts = unpacked === null;
    return unpacked === null ? this.#response : Readable.from(unpacked);
  }

  take(chunk: Uint8Array): Promise<void> | null {
    const { limitBytes, store } = this.#reception;
    if (this.#counts) this.#receivedBytes += chunk.byteLength;
    if (store.sizeBytes + chunk.byteLength <= limitBytes) return store.add(chunk);
    this.onTooLarge();
    return null;
  }

  isAnnouncedTooLarge(): boolean {
    const announced = this.#announcedBytes();
    return announced !== null && announced > this.#reception.limitBytes && !this.#hasNoContent();
  }

  onTooLarge(): void {
    this.#reception.onFailure('response-too-large', { limit_bytes: this.#reception.limitBytes });
  }

  onCut(): void {
    // What came while our own side was busy has not been taken yet.
    const received_bytes = this.#receivedBytes + this.#response.readableLength;
    const expected_bytes = this.#announcedBytes();
    this.#reception.onFailure('body-truncated', { received_bytes, expected_bytes });
  }

  onUndecodable(): void {
    this.#reception.onFailure('body-decode-failed', { content_encoding: this.#encodings.join(', ') });
  }

  /** `null` where the body is to be taken as it comes. */
  #unpacked(): ByteStream | null {
    if (this.#encodings.length === 0 || this.#hasNoContent()) return null;
    const plan = unpackPlan(this.#encodings);
    if (plan.type === 'unpack') return unpackBody(this.#counted(), plan.steps);
    if (this.#encodings.join().trim().toLowerCase() === 'zstd')
      return tryUnpackZstd(this.#counted(), () => (this.stillPacked = true));
    this.stillPacked = true;
    return null;
  }

  async *#counted(): ByteStream {
    for await (const chunk of this.#response as AsyncIterable<Uint8Array>) {
      this.#receivedBytes += chunk.byteLength;
      if (this.#receivedBytes > this.#reception.limitBytes) {
        this.onTooLarge();
        return;
      }
      yield chunk;
    }
  }

  #announcedBytes(): number | null {
    const [length] = headerValues(this.#response.rawHeaders, 'content-length');
    return length === undefined ? null : Number(length);
  }

  #hasNoContent(): boolean {
    return hasNoContent(this.#reception.method, this.#response.statusCode ?? 0);
  }
}
