import { createParser } from 'eventsource-parser';
import { readJson } from '../value/read-json.ts';
import type { Value } from '../value/value.ts';
import type { ContentType } from './content-type.ts';

/** An event of a `text/event-stream`, by the rules of the HTML standard. */
export interface StreamEvent {
  /** Its type; `message` where the server names none. */
  readonly event: string;
  /** The last id that the server gave, with this event or one before it; `null` where it gave none or took it back. */
  readonly id: string | null;
  /** Its data lines, joined by line feeds. */
  readonly data: string;
}

/** Whether a body is a stream of events. */
export function isEventStream(type: ContentType | null): boolean {
  return type?.essence === 'text/event-stream';
}

/** Reads a stream of events while it comes. */
export class EventStreamReader {
  readonly #onEvent: (event: StreamEvent) => void;
  // The standard knows one charset; what is no UTF-8 becomes U+FFFD, and a byte order mark is no text.
  readonly #decoder = new TextDecoder();
  readonly #parser = createParser({ onEvent: ({ data, event, id }) => this.#told(data, event, id) });
  #lastId: string | null = null;
  #endsInReturn = false;

  constructor(onEvent: (event: StreamEvent) => void) {
    this.#onEvent = onEvent;
  }

  add(bytes: Uint8Array): void {
    this.#feed(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The stream is over. What came of an event that no blank line ended is no event by the standard. */
  end(): void {
    this.#feed(this.#decoder.decode());
    // A carriage return at the very end is a line's end: no line feed comes any more.
    if (this.#endsInReturn) this.#parser.feed('\n');
  }

  /** Gives out what has come of an event that is not complete, after the end. */
  tellUnfinished(): void {
    this.#parser.feed('\n\n');
  }

  #feed(text: string): void {
    if (text === '') return;
    this.#endsInReturn = text.endsWith('\r');
    this.#parser.feed(text);
  }

  #told(data: string, event: string | undefined, id: string | undefined): void {
    if (id !== undefined) this.#lastId = id === '' ? null : id;
    this.#onEvent({ event: event ?? 'message', id: this.#lastId, data });
  }
}

/** The events of a whole stream, as a flow sees them: JSON in their data is read (SEMANTICS, Run, Streams). */
export function eventStreamValue(bytes: Uint8Array): readonly Value[] {
  const events: Value[] = [];
  const reader = new EventStreamReader(({ data, event, id }) => {
    const json = readJson(data);
    events.push({ event, id, data: json.ok ? json.value : data });
  });
  reader.add(bytes);
  reader.end();
  return events;
}
