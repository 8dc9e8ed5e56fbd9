// Settings of endpoint and node meet in one policy; the table says which wins.
import { describe, expect, it } from 'vitest';
import { retryPolicySchema } from '#shared/endpoint/retry-policy.ts';
import { mergedCallPolicy } from '#shared/request/merged-call-policy.ts';
import { readCases } from '../../../support/read-cases.ts';
import { getOrder, shopApi } from './shop-call.ts';

interface MergeCase {
  readonly id: string;
  readonly policy: object;
  readonly endpoint?: object;
  readonly node?: object;
}

const renamed = (settings: object): object =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value as unknown,
    ]),
  );

const { cases } = readCases('retry') as { readonly cases: readonly MergeCase[] };
const merging = cases.filter((row) => row.endpoint !== undefined);

describe('the policy of a call', () => {
  it('is merged by the rows of the table that have both sides, which are two', () => {
    expect(merging).toHaveLength(2);
  });

  it.each(merging)('$id', (row) => {
    const endpoint = shopApi({ retry: renamed(row.endpoint ?? {}) });
    const call = getOrder({ overrides: { retry: renamed(row.node ?? {}) } });
    expect(mergedCallPolicy(endpoint, call).retry).toEqual(retryPolicySchema.parse(renamed(row.policy)));
  });

  it('is the default where neither side says anything', () => {
    expect(mergedCallPolicy(shopApi(), getOrder())).toEqual({
      timeouts: { connectMs: 10_000, responseMs: 30_000, idleMs: 30_000, totalMs: null },
      retry: retryPolicySchema.parse({}),
      redirects: { policy: 'follow', limit: 10, allowPlainHttp: false },
      successCodes: [],
      limits: { bodyBytes: 52_428_800 },
      parseAsJson: false,
      includeRaw: false,
    });
  });

  it('takes each clock from the node where it sets one, also switched off', () => {
    const endpoint = shopApi({ timeouts: { connectMs: 1000, responseMs: 2000, totalMs: 60_000 } });
    const call = getOrder({ overrides: { timeouts: { responseMs: 500, totalMs: null } } });
    expect(mergedCallPolicy(endpoint, call).timeouts).toEqual({
      connectMs: 1000,
      responseMs: 500,
      idleMs: 30_000,
      totalMs: null,
    });
  });

  it('takes an empty list and `false` from the node as values', () => {
    const endpoint = shopApi({ retry: { codes: [404], onFailure: true } });
    const call = getOrder({ overrides: { retry: { codes: [], onFailure: false } } });
    expect(mergedCallPolicy(endpoint, call).retry).toMatchObject({ codes: [], onFailure: false });
  });

  it('inherits a setting that a form has emptied', () => {
    const call = { ...getOrder(), overrides: { retry: { retries: undefined } } };
    expect(mergedCallPolicy(shopApi({ retry: { retries: 3 } }), call).retry.retries).toBe(3);
  });

  it('has what only the node can say, and the limits of the host', () => {
    const call = getOrder({ successCodes: [404], parseAsJson: true, includeRaw: true });
    expect(mergedCallPolicy(shopApi(), call, { bodyBytes: 1000 })).toMatchObject({
      successCodes: [404],
      parseAsJson: true,
      includeRaw: true,
      limits: { bodyBytes: 1000 },
    });
  });
});
