import { z } from 'zod';
import { eventBase } from './event-base.ts';

const count = z.number().int().min(0);

/** What loops tell; the node is always the loop's own. A run that ends in a body tells no end of its loops. */
export const loopEventSchemas = [
  /** `of` is how many items it goes through, without those that its limit leaves out. */
  z.strictObject({ ...eventBase, type: z.literal('loop-started'), of: count }),
  /** A round begins, counted from 1. */
  z.strictObject({
    ...eventBase,
    type: z.literal('round-started'),
    round: z.number().int().min(1),
    of: count,
  }),
  /** `left`: the run came to a node outside of the body before the last round was over. */
  z.strictObject({
    ...eventBase,
    type: z.literal('loop-ended'),
    rounds: count,
    of: count,
    why: z.enum(['done', 'left']),
  }),
] as const;
