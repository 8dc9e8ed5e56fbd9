import { open, type FileHandle } from 'node:fs/promises';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { readStoredEvent } from '#shared/run-history/read-stored-event.ts';

/** A piece of a run's events on its way to the page. */
export interface EventsPiece {
  readonly events: readonly RunEvent[];
  /** Where the next piece begins; `null` at the end. */
  readonly nextOffset: number | null;
  /** Lines that this version cannot show. */
  readonly skipped: number;
}

const pieceBytes = 256 * 1024;
/** No event is that long; what is was written by nobody of us. */
const longestLineBytes = 16 * 1024 * 1024;
const newLine = 0x0a;

/**
 * The events from a place in the file on, as many as make a piece and one at least. What stands behind the last complete
 * line was cut off when the application was killed, and is left out.
 *
 * @param readLine makes an event of a line; by default as it stands there
 */
export async function readRunEvents(
  file: string,
  offset: number,
  readLine: (line: string) => RunEvent | null = readStoredEvent,
): Promise<EventsPiece> {
  const handle = await open(file, 'r');
  try {
    const { bytes, isEnd } = await wholeLines(handle, offset);
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    const read = lines.map(readLine);
    const events = read.filter((event) => event !== null);
    const nextOffset = isEnd || bytes.byteLength === 0 ? null : offset + bytes.byteLength;
    return { events, nextOffset, skipped: lines.length - events.length };
  } finally {
    await handle.close();
  }
}

async function wholeLines(handle: FileHandle, offset: number) {
  const { size } = await handle.stat();
  for (let length = pieceBytes; ; length *= 2) {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, offset);
    const read = buffer.subarray(0, bytesRead);
    const end = read.lastIndexOf(newLine) + 1;
    const isEnd = offset + wanted >= size;
    if (end > 0 || isEnd || length >= longestLineBytes) return { bytes: read.subarray(0, end), isEnd };
  }
}
