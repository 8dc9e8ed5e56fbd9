import { z } from 'zod';
import { fixtureIdSchema, nodeIdSchema } from '../ids/ids.ts';
import { faultSchema } from './fault.ts';

/**
 * What answers an API Call in place of the network. It is a choice for runs and no part of a flow's document: the window
 * remembers it for each node, and a scenario carries the same shape.
 */
export const standInSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixture'), id: fixtureIdSchema }),
  z.strictObject({
    type: z.literal('fault'),
    fault: faultSchema,
    /** How many attempts it is for, the first ones of each call. */
    attempts: z.union([z.literal('all'), z.number().int().min(1).max(100)]).default('all'),
    /** The fixture that answers the attempts after them; `null` lets them go to the network. */
    then: fixtureIdSchema.nullable().default(null),
  }),
]);

/** What stands in, by API Call. */
export const standInsSchema = z.record(nodeIdSchema, standInSchema);

export type StandIn = z.infer<typeof standInSchema>;
export type StandIns = z.infer<typeof standInsSchema>;

/** What stood in, as events and views tell it: which of the two, and its name in words. */
export const standInShownSchema = z.strictObject({
  type: z.enum(['fixture', 'fault']),
  name: z.string(),
});

export type StandInShown = z.infer<typeof standInShownSchema>;
