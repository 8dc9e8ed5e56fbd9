import { z } from 'zod';
import { nodeBase } from './node-base.ts';

/**
 * Asks and stores the answer. An answer that does not fit the type is refused with `retryText` (or a sentence of ours
 * where it is empty); after `limit` refusals the node leaves by `no-answer`. `null` asks without end.
 */
export const promptNodeSchema = z.strictObject({
  kind: z.literal('prompt'),
  ...nodeBase,
  config: z.strictObject({
    text: z.string(),
    answerType: z.enum(['text', 'number']).default('text'),
    variable: z.string(),
    retryText: z.string().default(''),
    limit: z.number().int().min(1).max(100).nullable().default(3),
  }),
});

export type PromptNode = z.infer<typeof promptNodeSchema>;
