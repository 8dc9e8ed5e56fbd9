import { readContentType } from '#shared/response/content-type.ts';
import { EventStreamReader, isEventStream, type StreamEvent } from '#shared/response/event-stream.ts';
import { headerValues } from '#shared/response/response-headers.ts';
import type { ResponseHead } from './exchange-record.ts';
import { roundedMs } from './phase-timeline.ts';

/** An event of a stream that is told while it comes. */
export interface ToldStreamEvent extends StreamEvent {
  /** From 1 within its exchange. Past {@link mostToldEvents} most are left out, and numbers jump. */
  readonly number: number;
  /** Since the exchange began, in milliseconds. */
  readonly atMs: number;
  /** Whether it was ended; one that the end of the stream cut is no part of the body. */
  readonly complete: boolean;
}

/** A window can follow so many; of what comes after them every hundredth is told, and the body has them all. */
export const mostToldEvents = 2000;
const toldOf = 100;

/** Tells the events of a stream while they come. */
export class StreamTeller {
  readonly #tell: (event: ToldStreamEvent) => void;
  readonly #startedMs = performance.now();
  /** Made for streams only: it costs more than all else that a small call takes here. */
  #reader: EventStreamReader | null = null;
  #number = 0;
  #complete = true;

  constructor(tell: (event: ToldStreamEvent) => void) {
    this.#tell = tell;
  }

  /** The head has come; what follows it may be no stream of events. */
  onHead({ rawHeaders }: ResponseHead): void {
    const type = readContentType(headerValues(rawHeaders, 'content-type')[0] ?? null);
    this.#reader = isEventStream(type) ? new EventStreamReader((event) => this.#told(event)) : null;
  }

  onContent(chunk: Uint8Array): void {
    this.#reader?.add(chunk);
  }

  /** The exchange is over, however it ended. */
  onEnd(): void {
    if (this.#reader === null) return;
    this.#reader.end();
    this.#complete = false;
    this.#reader.tellUnfinished();
  }

  #told(event: StreamEvent): void {
    this.#number += 1;
    if (this.#complete && this.#number > mostToldEvents && this.#number % toldOf !== 0) return;
    const atMs = roundedMs(performance.now() - this.#startedMs);
    this.#tell({ ...event, number: this.#number, atMs, complete: this.#complete });
  }
}
