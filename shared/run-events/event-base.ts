import { z } from 'zod';
import { nodeIdSchema, runIdSchema } from '../ids/ids.ts';

/** What every event carries: the version of the union, its run, its place in the run, and when (ISO 8601, UTC). */
export const eventBase = {
  v: z.literal(1),
  runId: runIdSchema,
  seq: z.number().int().min(0),
  at: z.string(),
  nodeId: nodeIdSchema.optional(),
};
