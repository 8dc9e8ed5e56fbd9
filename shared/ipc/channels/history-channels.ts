import { z } from 'zod';
import { runIdSchema } from '../../ids/ids.ts';
import { runEventSchema } from '../../run-events/run-event.ts';
import { runRecordSchema } from '../../run-history/run-record.ts';
import { runSummarySchema } from '../../run-history/run-summary.ts';
import { channel, outcomeSchema } from '../channel.ts';

const failureSchema = z.strictObject({
  code: z.enum(['gone', 'unreadable', 'running', 'not-written']),
  message: z.string(),
});

/** Past runs: kept on the disk by the main process, scrubbed; the page lists, opens, pins and deletes them. */
export const historyChannels = {
  /** Summaries of past runs, newest first, from a place in the list on. */
  'history.list': channel(
    z.strictObject({ offset: z.number().int().min(0), length: z.number().int().min(1).max(1000) }),
    z.strictObject({
      runs: z.array(runSummarySchema),
      total: z.number().int(),
      /** Why the history cannot be written, where that is so. */
      trouble: z.string().nullable(),
    }),
  ),
  /** A piece of a run's events, in order; with the first piece comes what else is known of the run. */
  'history.open': channel(
    z.strictObject({ runId: runIdSchema, offset: z.number().int().min(0) }),
    outcomeSchema(
      z.strictObject({
        record: runRecordSchema.nullable(),
        events: z.array(runEventSchema),
        nextOffset: z.number().nullable(),
        /** Events that this version of Flowbench cannot show. */
        skipped: z.number().int(),
      }),
      failureSchema,
    ),
  ),
  /** Deletes runs; what is under way stays. */
  'history.delete': channel(
    z.strictObject({ runs: z.union([z.literal('unpinned'), z.array(runIdSchema).max(10_000)]) }),
    outcomeSchema(z.strictObject({ deleted: z.array(runIdSchema) }), failureSchema),
  ),
  /** Takes a deletion back; possible until the workspace closes. */
  'history.restore': channel(
    z.strictObject({ runs: z.array(runIdSchema).max(10_000) }),
    outcomeSchema(z.null(), failureSchema),
  ),
  /** Keeps a run from being removed to make room, or no longer. */
  'history.pin': channel(
    z.strictObject({ runId: runIdSchema, pinned: z.boolean() }),
    outcomeSchema(z.null(), failureSchema),
  ),
};

/** What the page is told of its history unasked. */
export const historyChangeSchema = z.strictObject({
  /** Runs that are new or have changed. */
  changed: z.array(runSummarySchema),
  removed: z.array(runIdSchema),
  /** Why the history cannot be written; told once. */
  trouble: z.string().nullable(),
});

export type HistoryChange = z.infer<typeof historyChangeSchema>;
