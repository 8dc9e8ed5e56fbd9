import { z } from 'zod';
import { operatorIds, type OperatorId } from '../condition/operator-ids.ts';
import { branchIdSchema } from '../ids/ids.ts';
import { nodeBase } from './node-base.ts';

/** The exit of a condition that is taken where no branch is. */
export const elseExit = 'else';

/** How many groups may stand in each other below a branch: more than that nobody reads. */
export const mostGroupLevels = 4;

/** One comparison. `right` and `upper` are there as far as the operator compares with something; all are templates. */
export interface ConditionRule {
  readonly left: string;
  readonly operator: OperatorId;
  readonly right?: string | undefined;
  /** The second number of "is between". */
  readonly upper?: string | undefined;
}

/** Rules of which all or any must be met; a group without rules never is. */
export interface RuleGroup {
  readonly match: 'all' | 'any';
  readonly rules: readonly RuleOrGroup[];
}

export type RuleOrGroup = ConditionRule | RuleGroup;

const matchSchema = z.enum(['all', 'any']);

const ruleSchema = z.strictObject({
  left: z.string(),
  operator: z.enum(operatorIds),
  right: z.string().optional(),
  upper: z.string().optional(),
});

function ruleOrGroupSchema(levels: number): z.ZodType<RuleOrGroup, RuleOrGroup> {
  if (levels === 0) return ruleSchema;
  const rules = z.array(ruleOrGroupSchema(levels - 1)).readonly();
  return z.union([ruleSchema, z.strictObject({ match: matchSchema, rules })]);
}

/** A way on with the rules that lead to it. */
export const conditionBranchSchema = z.strictObject({
  id: branchIdSchema,
  name: z.string(),
  match: matchSchema.default('all'),
  rules: z.array(ruleOrGroupSchema(mostGroupLevels)).readonly().default([]),
});

/**
 * Takes the first branch whose rules are met, else `else`. The exit of a branch is its id, so that its connection stays
 * when it is renamed; ids are unique in their node, not in the flow, so that a copied node keeps them.
 */
export const conditionNodeSchema = z.strictObject({
  kind: z.literal('condition'),
  ...nodeBase,
  config: z.strictObject({
    branches: z
      .array(conditionBranchSchema)
      .refine(
        (branches) => new Set(branches.map(({ id }) => id)).size === branches.length,
        'has one id twice',
      )
      .default([]),
  }),
});

export type ConditionBranch = z.infer<typeof conditionBranchSchema>;
export type ConditionNode = z.infer<typeof conditionNodeSchema>;

/** Whether an item of a branch is a group of rules and not one rule. */
export function isRuleGroup(item: RuleOrGroup): item is RuleGroup {
  return 'rules' in item;
}
