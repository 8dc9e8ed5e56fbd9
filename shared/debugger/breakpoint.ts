import { z } from 'zod';

/**
 * Where a debugged run stands still: before a node, or, with an exit, after that node was left by it. It belongs to the
 * person's window and not to the flow's document, so that nobody else's runs stop.
 */
export const breakpointSchema = z.strictObject({
  /** The id of the node; one that is gone meanwhile stops nothing. */
  node: z.string(),
  exit: z.string().nullable(),
  /** An expression that must be true of the run's variables; empty, it always stops. */
  condition: z.string().max(10_000),
});

export type Breakpoint = z.infer<typeof breakpointSchema>;

/** Breakpoints of one flow; more than anybody sets by hand are refused. */
export const breakpointsSchema = z.array(breakpointSchema).max(10_000);
