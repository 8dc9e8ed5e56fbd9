import type { Endpoint } from '../endpoint/endpoint.ts';
import { isOauth } from '../endpoint/is-oauth.ts';
import { isSecretValue, type Environment } from '../environment/environment.ts';
import type { SecretSlot } from '../ids/ids.ts';
import { shellVariable } from '../request/shell-variable.ts';
import { isSecretReference, type Credential } from './credential.ts';

/** A secret that documents need, by the name that a person gives it a value under. */
export interface NamedSlot {
  /** The document that refers to it. */
  readonly holder: Endpoint['id'] | Environment['id'];
  readonly slot: SecretSlot;
  /** Letters, digits and underscores: the end of the environment variable. */
  readonly name: string;
  /** What it is for, in words. */
  readonly purpose: string;
}

/**
 * The secrets that documents need, in their order. A secret of an endpoint is named after the endpoint and its place there,
 * as in a copied command; one of an environment after its value, the same in every environment. Where two endpoints would
 * have one name for two secrets, the second gets a number.
 */
export function namedSlots(
  endpoints: readonly Endpoint[],
  environments: readonly Environment[],
): readonly NamedSlot[] {
  const needed = environments.flatMap(({ id, name, values }) =>
    values.filter(isSecretValue).map((value) => ({
      holder: id,
      slot: value.secret,
      name: shellVariable(value.name),
      purpose: `${value.name} of the environment ${name}`,
    })),
  );
  const taken = new Map<string, SecretSlot | null>(needed.map(({ name }) => [name, null]));
  const ofEndpoints = endpoints.flatMap((endpoint) =>
    placesOf(endpoint).map(({ place, slot }) => ({
      holder: endpoint.id,
      slot,
      name: freeName(taken, slot, shellVariable(endpoint.name, place)),
      purpose: `${place} of the API endpoint ${endpoint.name}`,
    })),
  );
  return [...needed, ...ofEndpoints];
}

function freeName(taken: Map<string, SecretSlot | null>, slot: SecretSlot, wanted: string): string {
  let name = wanted;
  for (let number = 2; taken.has(name) && taken.get(name) !== slot; number += 1)
    name = `${wanted}_${String(number)}`;
  taken.set(name, slot);
  return name;
}

interface SecretInEndpoint {
  readonly place: string;
  readonly slot: SecretSlot;
}

function placesOf({ auth, headers, proxy, tls }: Endpoint): readonly SecretInEndpoint[] {
  const { clientCertificate: own } = tls;
  const held: readonly (readonly [string, Credential | undefined])[] = [
    ...credentialOf(auth),
    ...headers.map(({ name, value }) => [name, value] as const),
    ['client key', own === undefined ? undefined : own.type === 'pem' ? own.key : own.file],
    ['passphrase', own?.passphrase],
    ['proxy password', proxy.mode === 'manual' ? proxy.password : undefined],
  ];
  return held.flatMap(([place, credential]) =>
    credential !== undefined && isSecretReference(credential) ? [{ place, slot: credential.secret }] : [],
  );
}

function credentialOf(auth: Endpoint['auth']): readonly (readonly [string, Credential])[] {
  if (isOauth(auth)) return [['client secret', auth.clientSecret]];
  switch (auth.type) {
    case 'none':
      return [];
    case 'bearer':
      return [['token', auth.token]];
    case 'api-key':
      return [['API key', auth.key]];
    case 'basic':
    case 'digest':
      return [['password', auth.password]];
    default:
      return [];
  }
}
