import type { Authentication, Endpoint } from '../endpoint/endpoint.ts';
import { isOauth } from '../endpoint/is-oauth.ts';
import { isSecretReference, type Credential } from '../secret/credential.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { TemplateField } from '../template/template-field.ts';
import type { FoundPlace } from './lint-rule.ts';

/** A visible template of an endpoint and the field of the form that holds it. */
export interface EndpointTemplate {
  readonly text: string;
  readonly into: TemplateField;
  readonly at: FoundPlace;
}

/** The templates of an endpoint that calls render, in the order of its form; secrets are no templates. */
export function endpointTemplates({ baseUrl, auth, headers, proxy }: Endpoint): readonly EndpointTemplate[] {
  return [
    { text: baseUrl, into: 'url', at: { field: 'Base URL' } },
    ...templatesOfAuth(auth),
    ...headers.flatMap(({ value, enabled }, at) =>
      enabled && !isSecretReference(value)
        ? [{ text: value.template, into: 'header' as const, at: headerCell(at, 'Value') }]
        : [],
    ),
    ...(proxy.mode === 'manual'
      ? [...visible('User name', proxy.userName), ...visible('Password', proxy.password)]
      : []),
  ];
}

/** A cell of the table of an endpoint's headers. */
export function headerCell(at: number, cell: 'Name' | 'Value'): FoundPlace {
  return { field: 'Headers', row: { number: at + 1, cell } };
}

function templatesOfAuth(auth: Authentication): readonly EndpointTemplate[] {
  const urls = isOauth(auth)
    ? [
        ...(auth.type === 'oauth2-authorization-code' ? [addressOf('Sign-in URL', auth.authorizeUrl)] : []),
        addressOf('Token URL', auth.tokenUrl),
      ]
    : [];
  return [...urls, ...credentialsOf(auth).flatMap(([field, credential]) => visible(field, credential))];
}

const addressOf = (field: string, text: string): EndpointTemplate => ({ text, into: 'url', at: { field } });

/** The credentials of an authentication, by the labels of their fields. */
export function credentialsOf(auth: Authentication): readonly (readonly [string, Credential])[] {
  switch (auth.type) {
    case 'none':
      return [];
    case 'bearer':
      return [['Token', auth.token]];
    case 'api-key':
      return [['Key', auth.key]];
    case 'basic':
    case 'digest':
      return [
        ['User name', auth.userName],
        ['Password', auth.password],
      ];
    case 'oauth2-client-credentials':
    case 'oauth2-authorization-code':
      return [
        ['Client id', auth.clientId],
        ['Client secret', auth.clientSecret],
      ];
    default:
      return assertNever(auth);
  }
}

function visible(field: string, credential: Credential | undefined): readonly EndpointTemplate[] {
  if (credential === undefined || isSecretReference(credential)) return [];
  return [{ text: credential.template, into: 'text', at: { field } }];
}
