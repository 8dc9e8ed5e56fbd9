import { z } from 'zod';
import { environmentIdSchema } from '../ids/ids.ts';

/**
 * A named value of an environment, used as `{{name}}` or `{{@env.name}}`. The name is kept as it was typed, also while it
 * is no variable name yet: the form says so, and templates cannot reach it. A value that is off is kept and not used.
 */
export const environmentValueSchema = z.strictObject({
  name: z.string(),
  value: z.string(),
  enabled: z.boolean().default(true),
  description: z.string().optional(),
});

/** An environment document (`environments/*.json`): named plain values, one environment active at a time. */
export const environmentSchema = z.strictObject({
  format: z.literal('flowbench.environment'),
  version: z.literal(1),
  id: environmentIdSchema,
  name: z.string().min(1),
  values: z.array(environmentValueSchema).default([]),
});

export type EnvironmentValue = z.infer<typeof environmentValueSchema>;
export type Environment = z.infer<typeof environmentSchema>;
