import { z } from 'zod';
import { environmentIdSchema } from '../ids/ids.ts';
import { variableNameSchema } from '../flow/variable-name.ts';

/** A named value of an environment, used as `{{name}}` or `{{@env.name}}`. */
export const environmentValueSchema = z.strictObject({ name: variableNameSchema, value: z.string() });

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
