// The API Call of the shop that the tests of requests change one part of.
import type { z } from 'zod';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { apiCallConfigSchema, type ApiCallConfig } from '#shared/nodes/api-call-node.ts';
import type { CallException } from '#shared/request/call-exception.ts';
import { type Preparation, type PreparationInput, prepareRequest } from '#shared/request/prepare-request.ts';
import type { PreparedBody } from '#shared/request/prepared-request.ts';
import type { KnownSecret } from '#shared/secret/scrub/secret-pattern.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { storyId } from '../../../stories/story-id.ts';

export const tokenSlot = storyId('sl', 'Shop API token');
export const clientSlot = storyId('sl', 'Shop client');

/** The shop's API with a bearer token and a header, both secret; `given` replaces what a test is about. */
export function shopApi(given: Partial<z.input<typeof endpointSchema>> = {}): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl: 'https://shop.example/v2',
    auth: { type: 'bearer', token: { secret: tokenSlot } },
    ...given,
  });
}

/** An API Call that fetches an order. */
export function getOrder(given: Partial<z.input<typeof apiCallConfigSchema>> = {}): ApiCallConfig {
  return apiCallConfigSchema.parse({
    endpoint: storyId('ep', 'Shop API'),
    method: 'GET',
    path: '/orders/{{order_id}}',
    responseVariable: 'order',
    ...given,
  });
}

/** What the vault of the tests holds. */
export const shopSecrets: ReadonlyMap<string, string> = new Map<string, string>([
  [tokenSlot, 'sk_live_9a8b7c6d'],
  [clientSlot, 'client-5e4d3c'],
]);

export interface ShopScope {
  readonly variables?: ValueObject;
  readonly environment?: ValueObject;
  readonly strict?: boolean;
}

/** Prepares a call of the shop with everything that a test does not care about. */
export function prepareShopCall(
  endpoint: Endpoint | null,
  call: ApiCallConfig,
  scope: ShopScope = {},
  given: Partial<PreparationInput> = {},
): ReturnType<typeof prepareRequest> {
  return prepareRequest({
    endpoint,
    call,
    scope: {
      variables: { order_id: 7 },
      system: { now: '2025-03-04T10:20:30.000Z', uuid: () => '0d2a4c9e-7b31-4f6a-9c58-1e2f3a4b5c6d' },
      ...scope,
    },
    secret: (slot) => {
      const value = shopSecrets.get(slot);
      return value === undefined ? { state: 'missing' } : { state: 'set', value };
    },
    boundary: () => 'shop5boundary',
    ...given,
  });
}

/** The preparation of a call that can be made. */
export function prepared(...input: Parameters<typeof prepareShopCall>): Preparation {
  const outcome = prepareShopCall(...input);
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.sentence}`);
  return outcome.value;
}

/** The secrets that went into a call that can be made, as its scrubber is told of them. */
export function usedSecrets(
  endpoint: Endpoint,
  call: ApiCallConfig,
  scope: ShopScope = {},
  given: Partial<PreparationInput> = {},
): readonly KnownSecret[] {
  let told: readonly KnownSecret[] = [];
  const scrubber = (used: readonly KnownSecret[]) => {
    told = used;
    return createScrubber(used);
  };
  prepared(endpoint, call, scope, { ...given, scrubber });
  return told;
}

/** Why a call cannot be made. */
export function refused(...input: Parameters<typeof prepareShopCall>): CallException {
  const outcome = prepareShopCall(...input);
  if (outcome.ok) throw new Error('The call should not be made.');
  return outcome.failure;
}

/** The text of a body that is sent from memory. */
export function bodyText(body: PreparedBody): string {
  if (body.type !== 'bytes') throw new Error(`The body is ${body.type}.`);
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(body.bytes);
}

/** Every value of a header that is sent, by its name in any case. */
export function sentHeader({ request }: Preparation, name: string): readonly string[] {
  return request.headers
    .filter((header) => header.name.toLowerCase() === name.toLowerCase())
    .map((header) => header.value);
}
