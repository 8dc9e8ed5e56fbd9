import { z } from 'zod';
import { nodeBase } from './node-base.ts';

export const changeActions = ['assign', 'unset', 'append', 'increment'] as const;
export type ChangeAction = (typeof changeActions)[number];

/**
 * One change of a variable. `value` is a template: what is assigned or appended, or by how much is incremented (empty is 1);
 * unsetting needs none. The name is kept as it was typed, also while it is no variable name yet.
 */
export const variableChangeSchema = z.strictObject({
  variable: z.string(),
  action: z.enum(changeActions).default('assign'),
  value: z.string().default(''),
  enabled: z.boolean().default(true),
});

/** Changes variables, one after the other: a later change sees what the earlier ones made. */
export const setVariablesNodeSchema = z.strictObject({
  kind: z.literal('set-variables'),
  ...nodeBase,
  config: z.strictObject({ changes: z.array(variableChangeSchema).default([]) }),
});

export type VariableChange = z.infer<typeof variableChangeSchema>;
export type SetVariablesNode = z.infer<typeof setVariablesNodeSchema>;

/** The changes that a run makes. */
export function enabledChanges({ changes }: SetVariablesNode['config']): readonly VariableChange[] {
  return changes.filter(({ enabled }) => enabled);
}
