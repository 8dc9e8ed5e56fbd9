import { z } from 'zod';
import { endpointIdSchema, flowIdSchema, nodeIdSchema, runIdSchema, scenarioIdSchema } from '../ids/ids.ts';

/** How a run went. `interrupted` is one whose end was never written: the application was killed while it ran. */
export const pastOutcomes = ['running', 'ended', 'failed', 'cancelled', 'interrupted'] as const;

/** What was run: a whole flow, by a person or by a scenario, one API Call of it alone, or a request that tests an endpoint. */
export const runOriginSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('flow') }),
  /** `row` is the one of its data that it was run with, from 1. */
  z.strictObject({
    type: z.literal('scenario'),
    scenarioId: scenarioIdSchema,
    row: z.number().int().min(1).nullable(),
  }),
  z.strictObject({ type: z.literal('call'), nodeId: nodeIdSchema }),
  z.strictObject({ type: z.literal('endpoint'), endpointId: endpointIdSchema }),
]);

/** What the list of past runs knows of each: enough for a row and for every filter, and no event. Scrubbed. */
export const runSummarySchema = z.strictObject({
  runId: runIdSchema,
  origin: runOriginSchema,
  /** What was run by its name: the flow, the scenario, the API Call or the endpoint. */
  name: z.string(),
  flowId: flowIdSchema,
  flowName: z.string(),
  environmentName: z.string().nullable(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  /** When it was made, where it goes on from the past of another run and so began with that one; ISO 8601, UTC. */
  madeAt: z.string().optional(),
  /** Milliseconds up to the last event, the time that people took left out. */
  tookMs: z.number(),
  outcome: z.enum(pastOutcomes),
  calls: z.number().int(),
  /** The first call that was no success; of a single request, that request however it went. */
  call: z
    .strictObject({
      status: z.enum(['success', 'error', 'failure', 'exception']),
      statusCode: z.number().nullable(),
    })
    .nullable(),
  /** What it takes on the disk, its bodies included. */
  sizeBytes: z.number(),
  pinned: z.boolean(),
  /** Whether its inputs are known, so that the flow can be run with them again. */
  repeatable: z.boolean(),
  /** Whether the disk, or a limit, kept something of it from being written. */
  incomplete: z.boolean(),
});

export type PastOutcome = (typeof pastOutcomes)[number];
export type RunOrigin = z.infer<typeof runOriginSchema>;

/** Whether a whole flow was run, and not a single request. */
export function isWholeFlow({ type }: RunOrigin): boolean {
  return type === 'flow' || type === 'scenario';
}

export type RunSummary = z.infer<typeof runSummarySchema>;

/** When a run came to be: what lists are ordered by, and what counts for how long it is kept. */
export function madeAtOf({ madeAt, startedAt }: Pick<RunSummary, 'madeAt' | 'startedAt'>): string {
  return madeAt ?? startedAt;
}

/** Orders runs by when they came to be, the newest first. */
export function newestFirst(
  one: Pick<RunSummary, 'madeAt' | 'startedAt'>,
  other: Pick<RunSummary, 'madeAt' | 'startedAt'>,
): number {
  return Date.parse(madeAtOf(other)) - Date.parse(madeAtOf(one));
}
