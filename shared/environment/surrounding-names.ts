import type { KnownName } from '../template/language/template-knowledge.ts';
import { systemNames, type SystemName } from '../template/system-names.ts';
import { tallyValues } from '../value/tally-values.ts';
import { addedTallies, declaredTally, shapeOfTally, type ValueTally } from '../value/value-tally.ts';
import type { ValueObject } from '../value/value.ts';

/** What surrounds every flow. */
export interface Surroundings {
  /** The values of the active environment that are no secrets. */
  readonly environment: ValueObject;
  /** Those of its names, secrets included, that come from the defaults; none where it is absent. */
  readonly defaultNames?: ReadonlySet<string>;
  /** The names of secrets of the environment that may be used at the place. */
  readonly secrets: ReadonlySet<string>;
  /** What `@request` stands for in a run of the Simulator; absent where no persona is known. */
  readonly request?: ValueObject;
  /** Further system names with their values: `{ sample: { url } }` is `@sample.url`. */
  readonly extra?: ValueObject | undefined;
  /** The flow that `@flow` stands for; `null` where any flow may come. */
  readonly flow: { readonly id: string; readonly name: string } | null;
}

/** The names that do not come from nodes: values of the environment, then system names. */
export function surroundingNames(around: Surroundings): readonly KnownName[] {
  const { environment, secrets, defaultNames, flow, request } = around;
  const origin = (name: string) =>
    defaultNames?.has(name) === true
      ? ({ origin: 'environment', isDefault: true } as const)
      : ({ origin: 'environment' } as const);
  const values = Object.entries(environment).map(([name, value]): KnownName => ({
    ...always,
    name,
    ...origin(name),
    shape: shapeOfTally(tallyValues([value])),
  }));
  const hidden = [...secrets].map((name): KnownName => ({
    ...always,
    name,
    ...origin(name),
    shape: null,
    secret: true,
  }));
  const seen = new Map([['@env', environmentTally(environment, secrets)]]);
  if (request !== undefined) seen.set('@request', tallyValues([request]));
  if (flow !== null) seen.set('@flow', tallyValues([{ id: flow.id, name: flow.name }]));
  const system = systemNames.map((each): KnownName => ({
    ...always,
    name: each.name,
    origin: 'system',
    shape: shapeOfTally(seen.get(each.name) ?? tallyOfSystemName(each)),
    description: each.description,
  }));
  const extra = Object.entries(around.extra ?? {}).map(([name, value]): KnownName => ({
    ...always,
    name: `@${name}`,
    origin: 'system',
    shape: shapeOfTally(tallyValues([value])),
  }));
  return [...values, ...hidden, ...system, ...extra];
}

/** A secret is known to be text, and nothing else of it. */
function environmentTally(environment: ValueObject, secrets: ReadonlySet<string>): ValueTally {
  const plain = tallyValues([environment]);
  if (secrets.size === 0) return plain;
  const names = Object.fromEntries([...secrets].map((name) => [name, declaredTally(['text'])]));
  return addedTallies([plain, declaredTally(['object'], names)]) ?? plain;
}

const always = { set: 'always', setBy: [] } as const;

function tallyOfSystemName({ keys }: SystemName): ValueTally {
  if (keys.length === 0) return declaredTally(['text']);
  const parts = keys.map(({ key, isObject }) => [
    key,
    declaredTally([isObject === true ? 'object' : 'text']),
  ]);
  return declaredTally(['object'], Object.fromEntries(parts) as Record<string, ValueTally>);
}
