import type { ApiCallOverrides } from '#shared/nodes/api-call-node.ts';

type Settings<Part> = { readonly [Name in keyof Part]?: Part[Name] | undefined };

/** Settings of one part; `undefined` gives a setting back to the endpoint. */
export interface OverrideChanges {
  readonly retry: Settings<NonNullable<ApiCallOverrides['retry']>>;
  readonly timeouts: Settings<NonNullable<ApiCallOverrides['timeouts']>>;
}

/** A node's overrides with one part changed; a part that replaces nothing any more goes, so that all of it is inherited. */
export function withOverride<Key extends keyof OverrideChanges>(
  overrides: ApiCallOverrides,
  key: Key,
  change: OverrideChanges[Key],
): ApiCallOverrides {
  const before: object = overrides[key] ?? {};
  const set = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
  const others = Object.entries(overrides).filter(([name]) => name !== key);
  return Object.fromEntries(set.length === 0 ? others : [...others, [key, Object.fromEntries(set)]]);
}
