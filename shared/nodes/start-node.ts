import { z } from 'zod';
import { nodeBase } from './node-base.ts';

/** An input of a flow. The default is a template; `null` means there is none, and Run asks if the input is required.
 * The name is kept as it was typed, also while it is no variable name yet. */
export const flowInputSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['text', 'number', 'boolean', 'json']).default('text'),
  default: z.string().nullable().default(null),
  required: z.boolean().default(true),
});

export const startNodeSchema = z.strictObject({
  kind: z.literal('start'),
  ...nodeBase,
  config: z.strictObject({ inputs: z.array(flowInputSchema).default([]) }),
});

export type FlowInput = z.infer<typeof flowInputSchema>;
export type StartNode = z.infer<typeof startNodeSchema>;

/** Whether a run that comes by has a value for an input in any case. */
export function isSureInput({ required, default: text }: FlowInput): boolean {
  return required || text !== null;
}
