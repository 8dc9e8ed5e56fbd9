import { z } from 'zod';
import { breakpointsSchema } from '../../debugger/breakpoint.ts';
import { nodeIdSchema, runIdSchema } from '../../ids/ids.ts';
import { channel, outcomeSchema } from '../channel.ts';
import { runFailureSchema } from './run-failure.ts';
import { runSurroundings } from './run-surroundings.ts';

const run = { runId: runIdSchema };
const done = outcomeSchema(z.null(), runFailureSchema);

/** The path to a variable or a part of one, and the text in its place: JSON where it is JSON, else text. */
const editSchema = z.strictObject({
  path: z.array(z.string()).min(1).max(1000),
  text: z.string().max(10_000_000),
});

/** What a person does to a run in the debugger; what comes of it arrives as `run.events`. */
export const debugChannels = {
  /** Stands still before the next node. */
  'run.pause': channel(z.strictObject(run), done),
  'run.continue': channel(z.strictObject(run), done),
  'run.step': channel(z.strictObject({ ...run, way: z.enum(['over', 'into', 'out']) }), done),
  /** Goes on to the entry of a node. */
  'run.run-to': channel(z.strictObject({ ...run, nodeId: nodeIdSchema }), done),
  /** Replaces the breakpoints of a run that is under way. */
  'run.set-breakpoints': channel(z.strictObject({ ...run, breakpoints: breakpointsSchema }), done),
  /** Edits a variable, or a part of one, while the run is paused. */
  'run.edit-variable': channel(z.strictObject({ ...run, ...editSchema.shape }), done),
  /**
   * Makes a new run that shares the past of a run to the moment at which the event `seq` entered a node. What comes after it
   * is done in the surroundings that are given, whatever the other run worked in.
   */
  'run.rerun-from': channel(
    z.strictObject({
      ...run,
      ...runSurroundings,
      seq: z.number().int().min(0),
      edits: z.array(editSchema).max(1000),
      breakpoints: breakpointsSchema,
      then: z.enum(['stay', 'step', 'go-on']),
    }),
    outcomeSchema(z.strictObject(run), runFailureSchema),
  ),
};
