import type { ValueObject } from '../value/value.ts';
import { heldValues } from './environment-layers.ts';
import { isSecretValue, type Environment } from './environment.ts';

/**
 * The values that hold as every template sees them: those that are on and have a name that a template can use, the active
 * environment's before the defaults. Secrets are not among them, nor is a default that a secret takes the place of.
 */
export function environmentVariables(
  active: Environment | null,
  defaults: Environment | null = null,
): ValueObject {
  const plain = [...heldValues({ active, defaults })].flatMap(([name, { value }]) =>
    isSecretValue(value) ? [] : [[name, value.value] as const],
  );
  return Object.fromEntries(plain);
}
