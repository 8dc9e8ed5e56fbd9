import { getRandomValues } from 'node:crypto';
import { z } from 'zod';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { newId, type SecretSlot } from '#shared/ids/ids.ts';
import { apiCallConfigSchema, type ApiCallConfig } from '#shared/nodes/api-call-node.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { setOwnValue } from '#shared/value/set-own-value.ts';
import { isValueObject } from '#shared/value/value-kinds.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { checked } from '../read-input.ts';

/** What `flowbench call` reads (FORMATS, Command line). Secrets stand there by name: `{ "secret": "SHOP_TOKEN" }`. */
export const callInputSchema = z.strictObject({
  endpoint: endpointSchema.omit({ id: true }).extend({
    format: z.literal('flowbench.endpoint').default('flowbench.endpoint'),
    version: z.literal(1).default(1),
    name: z.string().min(1).default('endpoint'),
  }),
  request: apiCallConfigSchema.omit({ endpoint: true }).extend({
    method: apiCallConfigSchema.shape.method.default('GET'),
    path: z.string().default(''),
    responseVariable: z.string().default('response'),
  }),
  variables: z.record(z.string(), z.unknown()).default({}),
  environment: z.record(z.string(), z.unknown()).default({}),
});

/** A name that an environment variable can end in. */
export const secretNamePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** One call, ready to be prepared. */
export interface CallInput {
  readonly endpoint: Endpoint;
  readonly call: ApiCallConfig;
  readonly variables: ValueObject;
  readonly environment: ValueObject;
  /** The values of the environment that are secrets: for each name in templates the name of its secret. */
  readonly environmentSecrets: ReadonlyMap<string, string>;
  /** The name of the secret that belongs into each slot of the endpoint. */
  readonly secretNames: ReadonlyMap<SecretSlot, string>;
}

/** Makes a call of what was read. The failure is a sentence that names the place. */
export function callInput(value: Value): Outcome<CallInput, string> {
  const slots = new Map<string, SecretSlot>();
  const plain = JSON.parse(writeJson(value)) as unknown;
  const named = withSlots(plain, slots);
  if (!named.ok) return named;
  const input = checked(callInputSchema, named.value);
  if (!input.ok) return input;
  if (input.value.endpoint.auth.type === 'oauth2-authorization-code') return failed(noSignIn);
  const environment = partedEnvironment(member(value, 'environment'));
  if (!environment.ok) return environment;
  const id = newId('ep', getRandomValues);
  return succeeded({
    endpoint: { ...input.value.endpoint, id },
    call: { ...input.value.request, endpoint: id },
    // Taken from what was read, and not from what was checked: there every digit is left.
    variables: member(value, 'variables'),
    ...environment.value,
    secretNames: new Map([...slots].map(([name, slot]) => [slot, name])),
  });
}

const noSignIn =
  'endpoint.auth: "oauth2-authorization-code" needs a person who signs in, which only the application can ask for. Use "oauth2-client-credentials", or "bearer" with a token.';

function member(value: Value, name: string): ValueObject {
  const found = isValueObject(value) ? value[name] : undefined;
  return found !== undefined && isValueObject(found) ? found : {};
}

/** The environment of the input, its secrets by name apart from its plain values. */
function partedEnvironment(
  given: ValueObject,
): Outcome<Pick<CallInput, 'environment' | 'environmentSecrets'>, string> {
  const environment: Record<string, Value> = {};
  const environmentSecrets = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    const secret = secretNameIn(value);
    if (secret === null) setOwnValue(environment, name, value);
    else if (secretNamePattern.test(secret)) environmentSecrets.set(name, secret);
    else return failed(unusableName(secret));
  }
  return succeeded({ environment, environmentSecrets });
}

/** The name in `{ "secret": "SHOP_TOKEN" }`; `null` for every other value. */
function secretNameIn(value: Value): string | null {
  if (!isValueObject(value) || Object.keys(value).length !== 1) return null;
  return typeof value['secret'] === 'string' ? value['secret'] : null;
}

function unusableName(name: string): string {
  return `"${name}" cannot be the name of a secret: use letters, digits and underscores.`;
}

/** The endpoint of the input with a slot in place of each name of a secret, which is how documents hold them. */
function withSlots(input: unknown, slots: Map<string, SecretSlot>): Outcome<unknown, string> {
  const wrong: string[] = [];
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part);
    const [first] = entries;
    if (entries.length === 1 && first?.[0] === 'secret' && typeof first[1] === 'string') {
      if (!secretNamePattern.test(first[1])) wrong.push(first[1]);
      return { secret: slotOf(first[1], slots) };
    }
    return Object.fromEntries(entries.map(([key, each]) => [key, walk(each)]));
  };
  if (typeof input !== 'object' || input === null || !('endpoint' in input)) return succeeded(input);
  const named = { ...input, endpoint: walk(input.endpoint) };
  return wrong[0] === undefined ? succeeded(named) : failed(unusableName(wrong[0]));
}

function slotOf(name: string, slots: Map<string, SecretSlot>): SecretSlot {
  const slot = slots.get(name) ?? newId('sl', getRandomValues);
  slots.set(name, slot);
  return slot;
}
