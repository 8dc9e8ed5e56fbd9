import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { inheritedParts, type InheritedPart } from './inherited-parts.ts';
import { retryPolicySchema } from './retry-policy.ts';
import { timeoutsSchema } from './timeouts.ts';

/** What a person has calls made with where an endpoint does not say (`settings.json`); untouched, SEMANTICS' values. */
export const callDefaultsSchema = z.strictObject({
  timeouts: timeoutsSchema.prefault({}),
  retry: retryPolicySchema.prefault({}),
});

export type CallDefaults = z.infer<typeof callDefaultsSchema>;

/** Whether a part of an endpoint is left to the settings of whoever calls. */
export function inherits(endpoint: Pick<Endpoint, 'inherits'>, part: InheritedPart): boolean {
  return endpoint.inherits?.includes(part) === true;
}

/** An endpoint as its calls are made: with a person's settings in the place of what it leaves to them. */
export function withCallDefaults(endpoint: Endpoint, defaults: CallDefaults): Endpoint {
  return {
    ...endpoint,
    timeouts: inherits(endpoint, 'timeouts') ? defaults.timeouts : endpoint.timeouts,
    retry: inherits(endpoint, 'retry') ? defaults.retry : endpoint.retry,
  };
}

/** An endpoint with a part of its own, where it was left to the settings before. */
export function withOwnPart<Part extends InheritedPart>(
  endpoint: Endpoint,
  part: Part,
  own: Endpoint[Part],
): Pick<Endpoint, Part | 'inherits'> {
  const left = (endpoint.inherits ?? []).filter((each) => each !== part);
  return { [part]: own, inherits: left.length === 0 ? undefined : left } as Pick<Endpoint, Part | 'inherits'>;
}

/** An endpoint that leaves a part to the settings; what it had itself is forgotten, for the command line too. */
export function withInheritedPart(
  endpoint: Endpoint,
  part: InheritedPart,
): Pick<Endpoint, InheritedPart | 'inherits'> {
  const untouched = callDefaultsSchema.parse({});
  const wanted = new Set([...(endpoint.inherits ?? []), part]);
  return {
    timeouts: part === 'timeouts' ? untouched.timeouts : endpoint.timeouts,
    retry: part === 'retry' ? untouched.retry : endpoint.retry,
    inherits: inheritedParts.filter((each) => wanted.has(each)),
  };
}
