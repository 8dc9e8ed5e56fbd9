import type { Flow } from '#shared/flow/flow.ts';
import type { RunId } from '#shared/ids/ids.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { RunOrigin } from '#shared/run-history/run-summary.ts';
import type { Persona } from '#shared/settings/persona.ts';
import type { KeptBody } from '../kept-bodies.ts';

/** A run that is about to begin, as the history wants to know it. */
export interface BegunRun {
  readonly runId: RunId;
  readonly origin: RunOrigin;
  /** What is run by its name: a flow, an API Call, an endpoint. */
  readonly name: string;
  readonly flow: Flow;
  /** The flows that it may come into besides. */
  readonly others: readonly Flow[];
  /** When it was made, where it goes on from the past of another run; absent where it begins now. */
  readonly madeAt?: string;
  /** The texts that a whole flow was given. */
  readonly inputs: Readonly<Record<string, string>> | null;
  /** Who talks. */
  readonly persona: Persona | null;
}

/** Takes what happens in one run; nothing of it waits for the disk. */
export interface RunDiary {
  readonly events: (events: readonly RunEvent[]) => void;
  /** A body that is scrubbed. */
  readonly body: (body: KeptBody) => void;
  /** The run is over, and nothing comes any more. */
  readonly end: () => void;
}

/** Where a run host writes its runs down, and finds the bodies of earlier ones. */
export interface HistoryPort {
  begin(run: BegunRun): RunDiary;
  /** A body that the history has. */
  body(runId: RunId, handle: string): Promise<KeptBody | null>;
}
