import { endpointTextsByUse } from '../endpoint/endpoint-template-texts.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { SecretSlot } from '../ids/ids.ts';
import { secretDestinations, type SecretUse } from '../secret/secret-slots.ts';
import type { HeldSecret } from './environment-layers.ts';
import type { Environment } from './environment.ts';
import { secretsRead } from './secrets-read.ts';

/** A secret of an environment that an endpoint, or a call through it, would send somewhere. */
export interface SecretUseOfEndpoint {
  readonly name: string;
  readonly owner: Environment;
  readonly slot: SecretSlot;
  readonly endpoint: Endpoint;
  readonly use: SecretUse;
  readonly origin: string;
}

/**
 * Where the secrets of an environment would go by what an endpoint and calls through it say.
 *
 * @param callTexts the templates of the calls; they go to the API
 */
export function secretJourneys(
  endpoint: Endpoint,
  callTexts: readonly string[],
  secrets: ReadonlyMap<string, HeldSecret>,
): readonly SecretUseOfEndpoint[] {
  if (secrets.size === 0) return [];
  const names = new Set(secrets.keys());
  const texts = endpointTextsByUse(endpoint);
  return secretDestinations(endpoint).flatMap(({ origin, use }) => {
    const read = secretsRead(use === 'request' ? [...texts.request, ...callTexts] : texts[use], names);
    return [...read].flatMap((name) => {
      const held = secrets.get(name);
      return held === undefined
        ? []
        : [{ name, owner: held.owner, slot: held.value.secret, endpoint, use, origin }];
    });
  });
}
