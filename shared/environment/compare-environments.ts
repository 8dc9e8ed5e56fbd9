import { isVariableName } from '../flow/variable-name.ts';
import { isSecretValue, type Environment, type EnvironmentValue } from './environment.ts';

/** How a name stands in one environment. */
export type ComparedCell =
  /** The environment says it: in `value`, whose row is `at` of its document. */
  | {
      readonly kind: 'own';
      readonly value: EnvironmentValue;
      readonly at: number;
      readonly overrides: boolean;
    }
  /** It comes from the defaults. */
  | { readonly kind: 'inherited'; readonly value: EnvironmentValue }
  | { readonly kind: 'missing' };

/** A name, and how it stands in each environment, in their order. */
export interface ComparedName {
  readonly name: string;
  readonly cells: readonly ComparedCell[];
}

/**
 * The names of environments side by side, each name once, in the order in which they come. A value that is off says nothing;
 * of two with one name in one document the last counts.
 */
export function compareEnvironments(environments: readonly Environment[]): readonly ComparedName[] {
  const own = environments.map(ownValues);
  const defaults = environments.findIndex((each) => each.defaults === true);
  const inherited = own[defaults] ?? new Map<string, OwnValue>();
  const names = [...new Set(environments.flatMap((each) => each.values.map(({ name }) => name)))];
  return names.filter(isVariableName).map((name) => ({
    name,
    cells: own.map((values, at): ComparedCell => {
      const value = values.get(name);
      const fromDefaults = at === defaults ? undefined : inherited.get(name);
      if (value !== undefined) return { kind: 'own', ...value, overrides: fromDefaults !== undefined };
      return fromDefaults === undefined
        ? { kind: 'missing' }
        : { kind: 'inherited', value: fromDefaults.value };
    }),
  }));
}

interface OwnValue {
  readonly value: EnvironmentValue;
  readonly at: number;
}

function ownValues({ values }: Environment): ReadonlyMap<string, OwnValue> {
  const found = new Map<string, OwnValue>();
  values.forEach((value, at) => {
    if (value.enabled) found.set(value.name, { value, at });
  });
  return found;
}

/** The environment with a text under a name; a name that it does not have comes last, and one that is off is on again. */
export function withText(environment: Environment, name: string, text: string): Environment {
  const { values } = environment;
  const isOn = values.findLastIndex((value) => value.name === name && value.enabled);
  const at = isOn === -1 ? values.findLastIndex((value) => value.name === name) : isOn;
  const before = values[at];
  if (before === undefined)
    return { ...environment, values: [...values, { name, value: text, enabled: true }] };
  if (isSecretValue(before) || (before.value === text && before.enabled)) return environment;
  return { ...environment, values: values.with(at, { ...before, value: text, enabled: true }) };
}

/** The environment without a name. */
export function withoutName(environment: Environment, name: string): Environment {
  const values = environment.values.filter((value) => value.name !== name);
  return values.length === environment.values.length ? environment : { ...environment, values };
}
