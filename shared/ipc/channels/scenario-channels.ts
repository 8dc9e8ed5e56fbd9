import { z } from 'zod';
import { nodeIdSchema, runIdSchema, scenarioIdSchema } from '../../ids/ids.ts';
import { nodeRunStates } from '../../run-events/run-view.ts';
import { snapshotLineSchema } from '../../scenario/scenario.ts';
import { channel, nothing } from '../channel.ts';

/** A scenario, and which of its rows of data it is run with, from 1; `null` where it has none. */
const scenarioPlaceSchema = z.strictObject({
  scenarioId: scenarioIdSchema,
  row: z.number().int().min(1).nullable(),
});

const expectationResultSchema = z.strictObject({
  at: z.number().int().nullable(),
  title: z.string(),
  passed: z.boolean(),
  expected: z.string(),
  actual: z.string(),
  seq: z.number().int().nullable(),
});

/** What came of one scenario, or of one row of it. Scrubbed. */
export const scenarioResultSchema = scenarioPlaceSchema.extend({
  /** `not-run` could not begin, and `trouble` says why; `stopped` was ended by a person. */
  outcome: z.enum(['passed', 'failed', 'not-run', 'stopped']),
  results: z.array(expectationResultSchema),
  trouble: z.string().nullable(),
  /** The run as the history has it; `null` where it is not kept. */
  runId: runIdSchema.nullable(),
  /** Real time. */
  tookMs: z.number(),
  /** ISO 8601, UTC. */
  endedAt: z.string(),
  /** The conversation as a snapshot would keep it; `null` where it is too long for one, or did not come to its end. */
  said: z.array(snapshotLineSchema).nullable(),
  /** What the run came through (`coveredKeys`). */
  covered: z.array(z.string()),
  /** What it was made from (`MadeFrom`); empty where nothing was begun. */
  madeFrom: z.record(z.string(), z.string()),
});

/** The way of a run so far: the node that it is at, how its nodes stand, and the last exits that it took. */
const scenarioWaySchema = z.strictObject({
  nodeId: nodeIdSchema,
  nodes: z.record(z.string(), z.enum(nodeRunStates)),
  taken: z.array(z.strictObject({ node: nodeIdSchema, exit: z.string(), failed: z.boolean() })),
});

/** What the page is told of scenarios that are run. */
export const scenarioProgressSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('waiting'), places: z.array(scenarioPlaceSchema) }),
  z.strictObject({ type: z.literal('began'), place: scenarioPlaceSchema }),
  /** Where a run is that takes its time, and its way there; quick runs tell of nothing. */
  z.strictObject({ type: z.literal('at'), place: scenarioPlaceSchema, way: scenarioWaySchema }),
  z.strictObject({ type: z.literal('ended'), result: scenarioResultSchema }),
]);

/** Scenarios of the open workspace: main runs them by the same code as the command line, several at a time. */
export const scenarioChannels = {
  /** Runs saved scenarios, each with all of its rows; what happens arrives as `scenario.progress`. */
  'scenario.run': channel(z.strictObject({ ids: z.array(scenarioIdSchema).min(1).max(10_000) }), nothing),
  /** Ends what is under way of these and lets nothing further of them begin; with `null`, of all. */
  'scenario.stop': channel(
    z.strictObject({ ids: z.array(scenarioIdSchema).max(10_000).nullable() }),
    nothing,
  ),
  /**
   * A piece of the results that were kept of scenarios that are there, each with all of its rows; those after a scenario, or
   * with `null` from the first one on. `next` is what to ask for then; `null` after the last piece.
   */
  'scenario.results': channel(
    z.strictObject({ after: scenarioIdSchema.nullable() }),
    z.strictObject({ results: z.array(scenarioResultSchema), next: scenarioIdSchema.nullable() }),
  ),
  /** The prints of files that requests send, by their names, as they are now (`MadeFrom`). */
  'scenario.file-prints': channel(
    z.strictObject({ names: z.array(z.string()).max(10_000) }),
    z.record(z.string(), z.string()),
  ),
};

export type ScenarioPlace = z.infer<typeof scenarioPlaceSchema>;
export type ScenarioWay = z.infer<typeof scenarioWaySchema>;
export type ScenarioResult = z.infer<typeof scenarioResultSchema>;
export type ScenarioProgress = z.infer<typeof scenarioProgressSchema>;
