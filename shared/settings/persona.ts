import { z } from 'zod';
import { setOwnValue } from '../value/set-own-value.ts';
import type { Value, ValueObject } from '../value/value.ts';

/**
 * The person whom the Simulator plays: what templates read as `@request.platform` and `@request.user.*` (SEMANTICS,
 * Names). A list, so that rows stay where they are while a name is typed.
 */
export const personaSchema = z.strictObject({
  platform: z.string().max(1000),
  user: z.array(z.strictObject({ name: z.string().max(200), value: z.string().max(10_000) })).max(200),
});

export type Persona = z.infer<typeof personaSchema>;

/** Somebody to talk as before anybody was made up. */
export const firstPersona: Persona = {
  platform: 'web',
  user: [
    { name: 'first_name', value: 'Ann' },
    { name: 'last_name', value: 'Lee' },
    { name: 'language', value: 'en' },
  ],
};

/** The persona as `@request`; of two rows with one name the last counts, and rows without a name do not. */
export function requestOf({ platform, user }: Persona): ValueObject {
  const values: Record<string, Value> = {};
  for (const { name, value } of user) if (name.trim() !== '') setOwnValue(values, name.trim(), value);
  return { platform, user: values };
}
