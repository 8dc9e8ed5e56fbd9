import { z } from 'zod';
import { operatorIds } from '../condition/operator-ids.ts';
import { eventBase } from './event-base.ts';
import { valuePreviewSchema } from './value-preview.ts';

/** What one rule compared and what came of it; `skipped` is a rule that the rules before it made needless. */
export const ruleOutcomeSchema = z.strictObject({
  /** Its place in the branch, at each level of groups, from 0. */
  path: z.array(z.number().int().nonnegative()),
  operator: z.enum(operatorIds),
  outcome: z.enum(['met', 'unmet', 'unjudged', 'skipped']),
  /** Why it could not be judged, as a clause that quotes no value. */
  reason: z.string().nullable(),
  /** Short beginnings of what was compared, absent where there is nothing. */
  left: valuePreviewSchema.optional(),
  right: valuePreviewSchema.optional(),
  upper: valuePreviewSchema.optional(),
});

/** A condition took an exit: the branches up to it, each with its rules. Later branches were not looked at. */
export const conditionDecidedSchema = z.strictObject({
  ...eventBase,
  type: z.literal('condition-decided'),
  exit: z.string(),
  /** What the exit was called then: the name of a branch, or `else`. */
  branch: z.string(),
  branches: z.array(
    z.strictObject({
      exit: z.string(),
      branch: z.string(),
      met: z.boolean(),
      rules: z.array(ruleOutcomeSchema),
    }),
  ),
});

export type RuleOutcome = z.infer<typeof ruleOutcomeSchema>;
