import { isVariableName } from '../flow/variable-name.ts';
import { isSecretValue, type Environment, type EnvironmentValue, type SecretValue } from './environment.ts';

/** What gives values to templates: the active environment, and behind it the values that hold for all. */
export interface EnvironmentLayers {
  readonly active: Environment | null;
  readonly defaults: Environment | null;
}

/** A value that holds, and whose it is. */
export interface HeldValue {
  readonly value: EnvironmentValue;
  readonly owner: Environment;
  /** `default` where the active environment says nothing, `overridden` where it says otherwise than the defaults. */
  readonly from: 'default' | 'environment' | 'overridden';
}

/**
 * The values that hold, by name: those of the active environment, else the defaults. Values that are off or have a name
 * that no template can use hold nothing; of two with one name in one document the last counts.
 */
export function heldValues({ active, defaults }: EnvironmentLayers): ReadonlyMap<string, HeldValue> {
  const held = new Map<string, HeldValue>();
  for (const [name, value] of usable(defaults))
    if (defaults !== null) held.set(name, { value, owner: defaults, from: 'default' });
  for (const [name, value] of usable(active)) {
    const from = held.has(name) ? 'overridden' : 'environment';
    if (active !== null) held.set(name, { value, owner: active, from });
  }
  return held;
}

/** The values of one document that count, by name. */
export function usable(environment: Environment | null): ReadonlyMap<string, EnvironmentValue> {
  const values = environment?.values.filter(({ enabled, name }) => enabled && isVariableName(name)) ?? [];
  return new Map(values.map((value) => [value.name, value]));
}

/** A secret that holds, and the environment whose it is. */
export interface HeldSecret {
  readonly value: SecretValue;
  readonly owner: Environment;
}

/** The secrets that hold, by name. They may be used in the fields of endpoints and API Calls only (SEMANTICS, Secrets). */
export function environmentSecrets(layers: EnvironmentLayers): ReadonlyMap<string, HeldSecret> {
  const secrets = [...heldValues(layers)].flatMap(([name, { owner, value }]) =>
    isSecretValue(value) ? [[name, { value, owner }] as const] : [],
  );
  return new Map(secrets);
}

/**
 * The document of the defaults among others; `null` where there is none. A merge can leave two of them: the one whose id
 * comes first counts, which is the same one in every clone.
 */
export function defaultsAmong(environments: readonly Environment[]): Environment | null {
  const [first] = environments
    .filter(({ defaults }) => defaults === true)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return first ?? null;
}
