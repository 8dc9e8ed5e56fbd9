import { z } from 'zod';
import { flowIdSchema, nodeIdSchema, runIdSchema } from '../ids/ids.ts';
import { personaSchema } from '../settings/persona.ts';
import { runOriginSchema } from './run-summary.ts';

/** A node as the run knew it, so that a run can be read when its flow has changed or is gone. */
export const recordedNodeSchema = z.strictObject({
  id: nodeIdSchema,
  /** A word, since a kind may be gone by the time this is read. */
  kind: z.string(),
  name: z.string(),
});

/** What is known of a run besides its events: `run.json` in its folder. Scrubbed. */
export const runRecordSchema = z.strictObject({
  format: z.literal('flowbench.run'),
  version: z.literal(1),
  runId: runIdSchema,
  origin: runOriginSchema,
  name: z.string(),
  flowId: flowIdSchema,
  /** Tells the flow that was run from what it became since (`flowPrint`). */
  flowPrint: z.string(),
  /** When it was made, where it goes on from the past of another run. */
  madeAt: z.string().optional(),
  /** The flows that it could come into besides; those that were made before have none. */
  others: z.array(z.strictObject({ id: flowIdSchema, name: z.string(), flowPrint: z.string() })).default([]),
  /** Those of all its flows. */
  nodes: z.array(recordedNodeSchema),
  /** The texts of the inputs; `null` where there were none to give, or where one held a secret. */
  inputs: z.record(z.string(), z.string()).nullable(),
  /** Who talked; `null` where a text of it held a secret, absent where nobody was named and in runs from before it was kept. */
  persona: personaSchema.nullable().optional(),
  pinned: z.boolean(),
  incomplete: z.boolean(),
});

export type RunRecord = z.infer<typeof runRecordSchema>;
