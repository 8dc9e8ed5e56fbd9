import { z } from 'zod';
import { nodeBase } from './node-base.ts';

/** The exits of a loop: into its body, once for each item, and on when there is none left. */
export const eachExit = 'each';
export const doneExit = 'done';

/** How many items a loop may be allowed to go through, and how many it is where nothing is said. */
export const loopLimits = { min: 1, usual: 1000, max: 10_000 } as const;

export const beyondLimitChoices = ['fail', 'leave-out'] as const;

/** What a longer list than the limit allows does: ends the run as failed before the first item, or loses its end. */
export type BeyondLimit = (typeof beyondLimitChoices)[number];

/**
 * Repeats its body for each item of a list. `list` is a template: one expression that gives a list, or a list in JSON. The
 * item is stored under `itemVariable`; its place, counted from 0, under `indexVariable`, where that is not empty.
 */
export const loopNodeSchema = z.strictObject({
  kind: z.literal('loop'),
  ...nodeBase,
  config: z.strictObject({
    list: z.string().default(''),
    itemVariable: z.string().default('item'),
    indexVariable: z.string().default(''),
    limit: z.number().int().min(loopLimits.min).max(loopLimits.max).default(loopLimits.usual),
    beyondLimit: z.enum(beyondLimitChoices).default('fail'),
  }),
});

export type LoopNode = z.infer<typeof loopNodeSchema>;

/** The names under which a loop stores, the item's first. */
export function loopVariables({ itemVariable, indexVariable }: LoopNode['config']): readonly string[] {
  return indexVariable === '' ? [itemVariable] : [itemVariable, indexVariable];
}
