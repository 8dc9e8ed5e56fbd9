import { z } from 'zod';
import { flowIdSchema } from '../ids/ids.ts';
import { callEventSchemas } from './call-events.ts';
import { conditionDecidedSchema } from './condition-event.ts';
import { eventBase } from './event-base.ts';
import { loopEventSchemas } from './loop-events.ts';
import { valuePreviewSchema } from './value-preview.ts';
import { wantedAnswerSchema } from './wanted-answer.ts';

/** Everything that can happen in a run, scrubbed of secrets: stored and shown, never used to resume (FORMATS, Run). */
export const runEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...eventBase,
    type: z.literal('run-started'),
    flowId: flowIdSchema,
    flowName: z.string(),
    environmentName: z.string().nullable(),
  }),
  z.strictObject({ ...eventBase, type: z.literal('node-entered') }),
  z.strictObject({ ...eventBase, type: z.literal('said'), text: z.string() }),
  z.strictObject({
    ...eventBase,
    type: z.literal('asked'),
    text: z.string(),
    ...wantedAnswerSchema.shape,
  }),
  z.strictObject({ ...eventBase, type: z.literal('answered'), text: z.string() }),
  z.strictObject({
    ...eventBase,
    type: z.literal('answer-refused'),
    text: z.string(),
    reason: z.string(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('variable-set'),
    name: z.string(),
    value: valuePreviewSchema,
    /** The variable was unset: it is not there any more, and `value` is `null`. */
    unset: z.literal(true).optional(),
  }),
  ...callEventSchemas,
  conditionDecidedSchema,
  ...loopEventSchemas,
  z.strictObject({ ...eventBase, type: z.literal('wait-started'), plannedMs: z.number().int().min(0) }),
  z.strictObject({ ...eventBase, type: z.literal('wait-ended') }),
  /** The node runs another flow: what follows happens in that one, until it is left. */
  z.strictObject({
    ...eventBase,
    type: z.literal('flow-entered'),
    flowId: flowIdSchema,
    flowName: z.string(),
  }),
  /** Told by the node that has run the flow. */
  z.strictObject({
    ...eventBase,
    type: z.literal('flow-left'),
    flowId: flowIdSchema,
    outcome: z.enum(['ended', 'failed']),
    message: z.string().nullable(),
    result: valuePreviewSchema.nullable(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('warned'),
    code: z.string(),
    message: z.string(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('paused'),
    /** `rerun`: the run was made from an earlier moment of another one, and has not gone on yet. */
    why: z.enum(['breakpoint', 'step', 'pause', 'run-to', 'rerun']),
    /** The exit that the breakpoint is on; `null` for one on a node. */
    exit: z.string().nullable(),
    /** Why the condition of the breakpoint could not be judged, in a sentence. */
    trouble: z.string().nullable(),
    /** Of a `rerun`: the environment in which everything from here on is done, which may be another one than before. */
    environmentName: z.string().nullable().optional(),
  }),
  z.strictObject({ ...eventBase, type: z.literal('resumed') }),
  z.strictObject({
    ...eventBase,
    type: z.literal('variable-edited'),
    name: z.string(),
    /** The keys to the part that was edited; empty for the whole variable. */
    part: z.array(z.string()),
    value: valuePreviewSchema,
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('node-left'),
    exit: z.string(),
    /**
     * The exit whose connection was followed: the taken one, or a wider one where that has none. `null` where no
     * connection was followed: the run ends here or goes to the flow's error node.
     */
    through: z.string().nullable(),
  }),
  z.strictObject({
    ...eventBase,
    type: z.literal('run-ended'),
    outcome: z.enum(['ended', 'failed', 'cancelled']),
    message: z.string().nullable(),
    result: valuePreviewSchema.nullable(),
  }),
]);

export type RunEvent = z.infer<typeof runEventSchema>;
export type RunEventType = RunEvent['type'];
export type RunEventOf<Type extends RunEventType> = Extract<RunEvent, { type: Type }>;
