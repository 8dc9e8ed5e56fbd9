import { z } from 'zod';
import { nodeBase } from './node-base.ts';

/** Ends the run with a result: a template whose sole expression keeps its type; empty text means no result. */
export const endNodeSchema = z.strictObject({
  kind: z.literal('end'),
  ...nodeBase,
  config: z.strictObject({ result: z.string().default('') }),
});

export type EndNode = z.infer<typeof endNodeSchema>;
