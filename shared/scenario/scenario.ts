import { z } from 'zod';
import { environmentIdSchema, flowIdSchema, nodeIdSchema, scenarioIdSchema } from '../ids/ids.ts';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';
import { personaSchema } from '../settings/persona.ts';
import { standInSchema } from '../stand-in/stand-in.ts';
import { expectationSchema } from './expectation.ts';
import { matcherSchema } from './matcher.ts';

/** The most that one scenario holds of anything, so that a file can be read whole. */
const most = 10_000;

/**
 * What to answer to prompts. With `node` it is for that prompt and used up by it; with `when` it is a rule for every question
 * that fits, used again and again, but not twice in a row for one question; else it is for whichever question comes next.
 * `column` takes the text from a row of data.
 */
export const answerSchema = z.strictObject({
  node: nodeIdSchema.optional(),
  when: matcherSchema.optional(),
  text: z.string().default(''),
  column: z.string().optional(),
});

/** What answers a call in place of the network; with `call` only that time that the node calls, from 1. */
export const scenarioStandInSchema = z.strictObject({
  node: nodeIdSchema,
  call: z.number().int().min(1).optional(),
  /** `live` lets this call go to the network, where others do not. */
  use: z.union([z.literal('live'), standInSchema]),
});

/** A table of data: the scenario is run once with each of its rows. A cell that is missing is empty. */
export const dataTableSchema = z.strictObject({
  columns: z.array(z.string()).max(most).default([]),
  rows: z.array(z.array(z.string())).max(most).default([]),
});

/** A line of a conversation as a snapshot keeps it. */
export const snapshotLineSchema = z.strictObject({ who: z.enum(['bot', 'person']), text: z.string() });

/** How far a run may go before it counts as one that does not end. */
export const scenarioLimitsSchema = z.strictObject({
  /** Nodes that it may come to. */
  steps: z.number().int().min(1).max(1_000_000).default(10_000),
  /** Real time, not the time of the run's own clock. */
  timeoutMs: z.number().int().min(1).max(86_400_000).default(60_000),
});

/** A test of a flow (`scenarios/order-lookup/happy-path.json`). */
export const scenarioSchema = z.strictObject({
  format: z.literal('flowbench.scenario'),
  version: z.literal(1),
  id: scenarioIdSchema,
  name: z.string().min(1),
  description: z.string().default(''),
  tags: z.array(z.string()).default([]),
  flow: flowIdSchema,
  /** `null` runs without an environment. */
  environment: environmentIdSchema.nullable().default(null),
  /** Texts for inputs of the flow's Start. A column of a row that has the name of an input comes before them. */
  inputs: z.array(z.strictObject({ name: z.string(), value: z.string() })).default([]),
  answers: z.array(answerSchema).max(most).default([]),
  persona: personaSchema.optional(),
  /** Whether a call that nothing stands in for may go to the network. */
  network: z.enum(['allowed', 'refused']).default('allowed'),
  standIns: z.array(scenarioStandInSchema).max(most).default([]),
  /** When the clock of the run begins, in ISO 8601; absent, at the moment of the run. Only waits put it on. */
  clock: z.iso.datetime({ offset: true }).optional(),
  /** What identifiers and jitter are drawn from: the same seed gives the same run. */
  seed: z.number().int().min(0).max(0xffff_ffff).default(1),
  limits: scenarioLimitsSchema.prefault({}),
  data: dataTableSchema.prefault({}),
  expect: z.array(expectationSchema).max(most).default([]),
  /** The conversation as it has to be, line by line; absent, it is not looked at. */
  snapshot: z.array(snapshotLineSchema).optional(),
  /** Rules of the linter that are told of it no more. */
  silenced: z.array(silencedRuleSchema).optional(),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioAnswer = z.infer<typeof answerSchema>;
export type ScenarioStandIn = z.infer<typeof scenarioStandInSchema>;
export type SnapshotLine = z.infer<typeof snapshotLineSchema>;
