import { z } from 'zod';
import { environmentIdSchema, secretSlotSchema } from '../ids/ids.ts';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';

/** The colours that tell environments apart; a word always goes with them. */
export const environmentColours = [
  'amber',
  'green',
  'blue',
  'violet',
  'red',
  'teal',
  'pink',
  'grey',
] as const;

/**
 * A named value of an environment, used as `{{name}}` or `{{@env.name}}`. The name is kept as it was typed, also while it
 * is no variable name yet: the form says so, and templates cannot reach it. A value that is off is kept and not used.
 */
export const plainValueSchema = z.strictObject({
  name: z.string(),
  value: z.string(),
  enabled: z.boolean().default(true),
  description: z.string().optional(),
});

/** A named value that the vault holds; the document knows only its slot (SEMANTICS, Secrets). */
export const secretValueSchema = z.strictObject({
  name: z.string(),
  secret: secretSlotSchema,
  enabled: z.boolean().default(true),
  description: z.string().optional(),
});

export const environmentValueSchema = z.union([plainValueSchema, secretValueSchema]);

/**
 * An environment document (`environments/*.json`): named values, one environment active at a time. The one that is marked
 * as `defaults` is never active: its values hold where the active one does not say otherwise.
 */
export const environmentSchema = z.strictObject({
  format: z.literal('flowbench.environment'),
  version: z.literal(1),
  id: environmentIdSchema,
  name: z.string().min(1),
  defaults: z.literal(true).optional(),
  colour: z.enum(environmentColours).default('amber'),
  values: z.array(environmentValueSchema).default([]),
  /** Rules of the linter that are told of it no more. */
  silenced: z.array(silencedRuleSchema).optional(),
});

export type EnvironmentColour = (typeof environmentColours)[number];
export type SecretValue = z.infer<typeof secretValueSchema>;
export type EnvironmentValue = z.infer<typeof environmentValueSchema>;
export type Environment = z.infer<typeof environmentSchema>;

/** Whether a value lives in the vault. */
export function isSecretValue(value: EnvironmentValue): value is SecretValue {
  return 'secret' in value;
}
