import { z } from 'zod';
import { nodeIdSchema } from '#shared/ids/ids.ts';
import { runEventSchema } from '#shared/run-events/run-event.ts';

const place = z.number().int().min(1);

const begunSchema = z.looseObject({
  type: z.literal('begun'),
  format: z.literal('flowbench.report'),
  version: z.literal(1),
  /** How many scenarios and rows this part runs. */
  scenarios: z.number().int().min(0),
  /** How many there are in all parts together. */
  whole: z.number().int().min(0),
  shard: z.object({ index: place, count: place }).nullable(),
});

const eventSchema = z.looseObject({
  type: z.literal('event'),
  /** The scenario, by its place among all. */
  place,
  event: runEventSchema,
});

const expectationSchema = z.object({
  at: z.number().int().nullable(),
  title: z.string(),
  passed: z.boolean(),
  expected: z.string(),
  actual: z.string(),
  seq: z.number().int().nullable(),
});

/** How a scenario went, or a try of it. */
const resultFacts = {
  id: z.string(),
  name: z.string(),
  flow: z.string(),
  file: z.string().nullable(),
  row: z.number().int().nullable(),
  place,
  outcome: z.enum(['passed', 'failed', 'not-run', 'skipped']),
  trouble: z.string().nullable(),
  tookMs: z.number().min(0),
  written: z.enum(['snapshot', 'recording', 'snapshot and recording']).nullable(),
  expectations: z.array(expectationSchema),
  /** The names of the nodes that its events tell of, by id. */
  nodes: z.record(z.string(), z.string()),
};

const retriedSchema = z.looseObject({ type: z.literal('retried'), ...resultFacts });
const scenarioSchema = z.looseObject({ type: z.literal('scenario'), ...resultFacts });

const parts = z.array(z.tuple([z.string(), z.string(), nodeIdSchema]));
const coverableSchema = z.object({ flow: z.string(), nodes: parts, exits: parts, statuses: parts });

const overSchema = z.looseObject({
  type: z.literal('over'),
  tookMs: z.number().min(0),
  troubles: z.array(z.string()),
  /** What there is to come to in the flows of all parts; absent where nobody asked for coverage. */
  coverable: z.array(coverableSchema).optional(),
});

/** A line of a report that `--reporter json` writes: what the command line reads of one again. */
export const reportLineSchema = z.discriminatedUnion('type', [
  begunSchema,
  eventSchema,
  retriedSchema,
  scenarioSchema,
  overSchema,
]);

export type ReportLine = z.infer<typeof reportLineSchema>;
export type BegunLine = z.infer<typeof begunSchema>;
export type ResultLine = z.infer<typeof scenarioSchema> | z.infer<typeof retriedSchema>;
export type OverLine = z.infer<typeof overSchema>;
