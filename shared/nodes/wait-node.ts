import { z } from 'zod';
import { nodeBase } from './node-base.ts';

export const waitUnits = ['ms', 's', 'min', 'h'] as const;
export type WaitUnit = (typeof waitUnits)[number];

/** A pause: a template that gives a number, and the unit that it is in. */
export const waitNodeSchema = z.strictObject({
  kind: z.literal('wait'),
  ...nodeBase,
  config: z.strictObject({ amount: z.string().default('1'), unit: z.enum(waitUnits).default('s') }),
});

export type WaitNode = z.infer<typeof waitNodeSchema>;
