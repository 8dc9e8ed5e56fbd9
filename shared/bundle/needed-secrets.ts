import type { Authentication, Endpoint } from '../endpoint/endpoint.ts';
import { type Environment, isSecretValue } from '../environment/environment.ts';
import type { SecretSlot } from '../ids/ids.ts';
import { assertNever } from '../outcome/assert-never.ts';
import { type Credential, isSecretReference } from '../secret/credential.ts';
import { secretUses } from '../secret/secret-slots.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';
import type { NeededSecret } from './bundle.ts';

/** What a slot of a document is for: a part of a name, and words. */
interface SlotPurpose {
  readonly slot: SecretSlot;
  readonly part: string;
  readonly words: string;
}

/**
 * The secrets that documents refer to, in the order of the documents and of their forms. Names are made of the document's
 * name and of what the secret is for, and no two are the same.
 */
export function neededSecrets(documents: readonly WorkspaceDocument[]): readonly NeededSecret[] {
  const taken = new Set<string>();
  return documents.flatMap((document) =>
    secretsOf(document).map(({ name, ...secret }) => {
      const free = freeName(name, taken);
      taken.add(free);
      return { name: free, ...secret };
    }),
  );
}

function secretsOf(document: WorkspaceDocument): readonly NeededSecret[] {
  if (document.format === 'flowbench.endpoint') return secretsOfEndpoint(document);
  return document.format === 'flowbench.environment' ? secretsOfEnvironment(document) : [];
}

function secretsOfEndpoint(endpoint: Endpoint): readonly NeededSecret[] {
  const purposes = new Map(purposesOf(endpoint).map((purpose) => [purpose.slot, purpose]));
  return secretUses(endpoint).map(({ slot, use, origin }) => {
    const { part = 'secret', words = 'Secret' } = purposes.get(slot) ?? {};
    const purpose = `${words} of ${endpoint.name}`;
    return { name: secretName(endpoint.name, part), purpose, holder: endpoint.id, slot, use, origin };
  });
}

function secretsOfEnvironment(environment: Environment): readonly NeededSecret[] {
  return environment.values.filter(isSecretValue).map(({ name, secret }) => ({
    name: secretName(environment.name, name),
    purpose: `Value ${name} of ${environment.name}`,
    holder: environment.id,
    slot: secret,
  }));
}

/** Of a slot with several purposes the last counts; how it is called first is what it is found by. */
function purposesOf({ auth, headers, proxy, tls }: Endpoint): readonly SlotPurpose[] {
  const proxyPassword = proxy.mode === 'manual' ? proxy.password : undefined;
  return [
    ...purpose(proxyPassword, 'proxy password', 'Password for the proxy'),
    ...certificatePurposes(tls.clientCertificate),
    ...headers.toReversed().flatMap(({ name, value }) => purpose(value, name, `Header ${name}`)),
    ...authenticationPurposes(auth),
  ];
}

function certificatePurposes(own: Endpoint['tls']['clientCertificate']): readonly SlotPurpose[] {
  if (own === undefined) return [];
  return [
    ...purpose(own.passphrase, 'certificate passphrase', 'Passphrase of the client certificate'),
    ...(own.type === 'pem'
      ? purpose(own.key, 'certificate key', 'Private key of the client certificate')
      : purpose(own.file, 'certificate', 'Client certificate (PKCS#12, base64)')),
  ];
}

function authenticationPurposes(auth: Authentication): readonly SlotPurpose[] {
  switch (auth.type) {
    case 'none':
      return [];
    case 'bearer':
      return purpose(auth.token, 'token', 'Bearer token');
    case 'api-key':
      return purpose(auth.key, 'key', 'API key');
    case 'basic':
    case 'digest':
      return purpose(auth.password, 'password', 'Password');
    case 'oauth2-client-credentials':
    case 'oauth2-authorization-code':
      return purpose(auth.clientSecret, 'client secret', 'OAuth client secret');
    default:
      return assertNever(auth);
  }
}

function purpose(credential: Credential | undefined, part: string, words: string): readonly SlotPurpose[] {
  if (credential === undefined || !isSecretReference(credential)) return [];
  return [{ slot: credential.secret, part, words }];
}

/** `SHOP_API_X_CLIENT`: what environment variables may be called everywhere. */
function secretName(holder: string, part: string): string {
  const name = `${holder}_${part}`
    .normalize('NFKD')
    .toUpperCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (name === '') return 'SECRET';
  return /^\d/.test(name) ? `_${name}` : name;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}_${String(number)}`)) number += 1;
  return `${name}_${String(number)}`;
}
