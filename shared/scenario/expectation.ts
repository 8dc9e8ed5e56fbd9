import { z } from 'zod';
import { nodeIdSchema } from '../ids/ids.ts';
import { matcherSchema } from './matcher.ts';

const count = z.number().int().min(0);
const milliseconds = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** A header that a request has to have, or with `missing` must not have. */
export const headerExpectationSchema = z.strictObject({ name: z.string(), value: matcherSchema });

/** What has to be true of a run when it is over. Every kind says with which event it failed. */
export const expectationSchema = z.discriminatedUnion('type', [
  /** The bot said something, a question or a message; with `absent` it must not have. */
  z.strictObject({
    type: z.literal('message'),
    text: matcherSchema,
    /** Who said it; absent, any node. */
    node: nodeIdSchema.optional(),
    absent: z.boolean().default(false),
  }),
  /** A variable of the flow at the end of the run, or a part of it: `order.body.items.0.name`. */
  z.strictObject({ type: z.literal('variable'), path: z.string(), value: matcherSchema }),
  /** A node was left by an exit, at least once or so many times. */
  z.strictObject({
    type: z.literal('exit'),
    node: nodeIdSchema,
    exit: z.string(),
    times: count.optional(),
  }),
  /** The nodes that the run came to: exactly these, or these in this order among others. */
  z.strictObject({
    type: z.literal('path'),
    nodes: z.array(nodeIdSchema),
    exact: z.boolean().default(false),
  }),
  /** How many calls were made: requests prepared, however often each was attempted. */
  z.strictObject({ type: z.literal('calls'), count, node: nodeIdSchema.optional() }),
  /** The calls that were made, in order, by their API Calls. */
  z.strictObject({ type: z.literal('call-order'), nodes: z.array(nodeIdSchema) }),
  /** One call: what was sent, and what came of it. Secrets in a request are masks. */
  z.strictObject({
    type: z.literal('call'),
    node: nodeIdSchema,
    /** Which time that the node called, from 1. */
    nth: z.number().int().min(1).default(1),
    method: z.string().optional(),
    url: matcherSchema.optional(),
    headers: z.array(headerExpectationSchema).default([]),
    body: matcherSchema.optional(),
    status: z.enum(['success', 'error', 'failure', 'exception']).optional(),
    statusCode: z.number().int().nullable().optional(),
    attempts: count.optional(),
  }),
  /** How the run ended. Without this expectation a run has to end normally. */
  z.strictObject({
    type: z.literal('end'),
    outcome: z.enum(['ended', 'failed']).default('ended'),
    /** The node that it ended at. */
    node: nodeIdSchema.optional(),
    /** Why it failed. */
    message: matcherSchema.optional(),
    result: matcherSchema.optional(),
  }),
  /** How long the run took on its own clock, which waits put on. */
  z.strictObject({
    type: z.literal('duration'),
    atLeastMs: milliseconds.optional(),
    atMostMs: milliseconds.optional(),
  }),
]);

export type Expectation = z.infer<typeof expectationSchema>;
export type ExpectationType = Expectation['type'];
export type ExpectationOf<Type extends ExpectationType> = Extract<Expectation, { type: Type }>;
