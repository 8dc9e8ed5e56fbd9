import { type RunEvent, runEventSchema } from '../run-events/run-event.ts';

/**
 * An event of a line of the history; `null` where this version cannot show it: written by another version with a type or a
 * shape that is not known here, or damaged. One event less is better than no run.
 */
export function readStoredEvent(line: string): RunEvent | null {
  try {
    const parsed = runEventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
