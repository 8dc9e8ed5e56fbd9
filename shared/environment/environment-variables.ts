import { isVariableName } from '../flow/variable-name.ts';
import type { ValueObject } from '../value/value.ts';
import type { Environment } from './environment.ts';

/**
 * The values of an environment as templates see them: those that are on and have a name that a template can use; of two
 * with one name the last counts.
 */
export function environmentVariables(environment: Environment | null): ValueObject {
  const usable = environment?.values.filter(({ name, enabled }) => enabled && isVariableName(name)) ?? [];
  return Object.fromEntries(usable.map(({ name, value }) => [name, value]));
}
