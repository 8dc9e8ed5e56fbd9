import path from 'node:path';
import { runIdSchema, type RunId } from '#shared/ids/ids.ts';
import type { BodyHandle } from '#shared/run-events/call-events.ts';

/** Where a run of the history keeps what. */
export interface RunFiles {
  readonly folder: string;
  /** What is known of it besides its events. */
  readonly record: string;
  /** An event a line, in order. */
  readonly events: string;
  readonly bodies: string;
}

/** What a body is called until it is whole: one that was cut off would be shown as if it were all. */
export const partEnding = '.part';

/** The files of a run below the folder of a workspace's history. */
export function runFiles(historyFolder: string, runId: RunId): RunFiles {
  const folder = path.join(historyFolder, runId);
  return {
    folder,
    record: path.join(folder, 'run.json'),
    events: path.join(folder, 'events.jsonl'),
    bodies: path.join(folder, 'bodies'),
  };
}

/** What a body can be, as its file's ending says; that alone is needed to read it in pieces. */
export const bodyKinds = [
  'json',
  'text',
  'events',
  'binary',
] as const satisfies readonly BodyHandle['kind'][];

/** The file of a body; `null` where the handle is none that a run gives, such as a way out of the folder. */
export function bodyFileOf(
  { bodies }: RunFiles,
  handle: string,
  kind: (typeof bodyKinds)[number],
): string | null {
  return /^body-\d{1,9}$/.test(handle) ? path.join(bodies, `${handle}.${kind}`) : null;
}

/** The run that a folder of the history belongs to; `null` for whatever else lies there. */
export function runOfFolder(name: string): RunId | null {
  const parsed = runIdSchema.safeParse(name);
  return parsed.success ? parsed.data : null;
}
