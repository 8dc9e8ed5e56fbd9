import { z } from 'zod';
import { redirectPolicySchema, type Endpoint } from '../endpoint/endpoint.ts';
import { retryPolicySchema } from '../endpoint/retry-policy.ts';
import { tlsSettingsSchema } from '../endpoint/tls.ts';
import { timeoutsSchema } from '../endpoint/timeouts.ts';
import type { ApiCallConfig } from '../nodes/api-call-node.ts';
import { mergedCallPolicy } from './merged-call-policy.ts';

/** The settings that a call was made with, and whose they are. */
export const callSettingsSchema = z.strictObject({
  timeouts: timeoutsSchema,
  retry: retryPolicySchema,
  redirects: redirectPolicySchema,
  /** Whether cookies are kept and sent again. */
  cookies: z.boolean(),
  tls: tlsSettingsSchema.pick({ verify: true, minVersion: true }),
  proxy: z.enum(['none', 'system', 'manual']),
  /** What the API Call sets itself, such as `timeouts.connectMs`; all else is its endpoint's. */
  ofCall: z.array(z.string()),
});

export type CallSettings = z.infer<typeof callSettingsSchema>;

/** The settings that hold for a call through an endpoint. */
export function callSettings(endpoint: Endpoint, call: ApiCallConfig): CallSettings {
  const { redirects, retry, timeouts } = mergedCallPolicy(endpoint, call);
  const ofCall = Object.entries(call.overrides).flatMap(([part, settings]) =>
    Object.entries(settings ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [`${part}.${name}`],
    ),
  );
  const { cookies, proxy, tls } = endpoint;
  const { minVersion, verify } = tls;
  return { timeouts, retry, redirects, cookies, tls: { minVersion, verify }, proxy: proxy.mode, ofCall };
}
