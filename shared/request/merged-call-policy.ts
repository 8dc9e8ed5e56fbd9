import type { Endpoint } from '../endpoint/endpoint.ts';
import type { ApiCallConfig } from '../nodes/api-call-node.ts';
import { type CallLimits, type CallPolicy, defaultCallLimits } from './call-policy.ts';

/**
 * The policy of an API Call: setting by setting the node's where it has one, else the endpoint's. Zero and an empty list
 * are values; only what is absent is inherited.
 */
export function mergedCallPolicy(
  endpoint: Pick<Endpoint, 'timeouts' | 'retry' | 'redirects'>,
  call: Pick<ApiCallConfig, 'overrides' | 'successCodes' | 'parseAsJson' | 'includeRaw'>,
  limits: CallLimits = defaultCallLimits,
): CallPolicy {
  return {
    timeouts: merged(endpoint.timeouts, call.overrides.timeouts),
    retry: merged(endpoint.retry, call.overrides.retry),
    redirects: endpoint.redirects,
    successCodes: call.successCodes,
    limits,
    parseAsJson: call.parseAsJson,
    includeRaw: call.includeRaw,
  };
}

/** A setting that a form has emptied is `undefined` and counts as absent. */
function merged<Settings extends object>(
  inherited: Settings,
  own: { readonly [Key in keyof Settings]?: Settings[Key] | undefined } = {},
): Settings {
  const set = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...inherited, ...Object.fromEntries(set) };
}
