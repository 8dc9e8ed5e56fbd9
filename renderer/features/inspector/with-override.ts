import type { ApiCallOverrides } from '#shared/nodes/api-call-node.ts';

type Part = 'retry' | 'timeouts';
type Settings<Key extends Part> = NonNullable<ApiCallOverrides[Key]>;

/** Settings of one part; `undefined` gives a setting back to the endpoint. */
export type OverrideChange<Key extends Part> = {
  readonly [Name in keyof Settings<Key>]?: Settings<Key>[Name] | undefined;
};

/** A node's overrides with one part changed; a part that replaces nothing any more goes, so that all of it is inherited. */
export function withOverride<Key extends Part>(
  overrides: ApiCallOverrides,
  key: Key,
  change: OverrideChange<Key>,
): ApiCallOverrides {
  const set = Object.entries({ ...overrides[key], ...change }).filter(([, value]) => value !== undefined);
  const others = Object.entries(overrides).filter(([name]) => name !== key);
  return Object.fromEntries(set.length === 0 ? others : [...others, [key, Object.fromEntries(set)]]);
}
