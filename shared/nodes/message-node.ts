import { z } from 'zod';
import { nodeBase } from './node-base.ts';

/** Says a text. */
export const messageNodeSchema = z.strictObject({
  kind: z.literal('message'),
  ...nodeBase,
  config: z.strictObject({ text: z.string() }),
});

export type MessageNode = z.infer<typeof messageNodeSchema>;
