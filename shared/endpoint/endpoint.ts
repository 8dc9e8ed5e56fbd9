import { z } from 'zod';
import { endpointIdSchema } from '../ids/ids.ts';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';
import { credentialSchema, templateValueSchema } from '../secret/credential.ts';
import { inheritedParts } from './inherited-parts.ts';
import { proxySchema } from './proxy.ts';
import { retryPolicySchema } from './retry-policy.ts';
import { timeoutsSchema } from './timeouts.ts';
import { tlsSettingsSchema } from './tls.ts';

/** What an authorization server is asked with. A client without a secret of its own has an empty visible one. */
const oauthClient = {
  tokenUrl: z.string(),
  clientId: templateValueSchema,
  clientSecret: credentialSchema,
  /** Words parted by spaces; empty leaves it to the server. */
  scope: z.string().default(''),
  /** How the client shows who it is: with Basic authentication, or with its secret in the body. */
  clientAuthentication: z.enum(['basic', 'body']).default('basic'),
};

/** How a call proves who it is. An API key goes into a header or into the query, under a name. */
export const authenticationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('bearer'), token: credentialSchema }),
  z.strictObject({
    type: z.literal('api-key'),
    in: z.enum(['header', 'query']),
    name: z.string().default('Authorization'),
    key: credentialSchema,
  }),
  z.strictObject({ type: z.literal('basic'), userName: templateValueSchema, password: credentialSchema }),
  z.strictObject({ type: z.literal('digest'), userName: templateValueSchema, password: credentialSchema }),
  z.strictObject({ type: z.literal('oauth2-client-credentials'), ...oauthClient }),
  z.strictObject({
    type: z.literal('oauth2-authorization-code'),
    authorizeUrl: z.string(),
    ...oauthClient,
    /** There is no sign-in without it (RFC 9700 §2.1.1). */
    pkce: z.literal(true).default(true),
  }),
]);

/** A header that goes with every call of the endpoint. */
export const endpointHeaderSchema = z.strictObject({
  name: z.string(),
  value: credentialSchema,
  enabled: z.boolean().default(true),
  description: z.string().optional(),
});

export const redirectPolicySchema = z.strictObject({
  policy: z.enum(['follow', 'same-origin', 'never']).default('follow'),
  limit: z.number().int().min(0).max(50).default(10),
  allowPlainHttp: z.boolean().default(false),
});

/** An API endpoint document, a reusable target of API Calls (`endpoints/*.json`, FORMATS). */
export const endpointSchema = z.strictObject({
  format: z.literal('flowbench.endpoint'),
  version: z.literal(1),
  id: endpointIdSchema,
  name: z.string().min(1),
  description: z.string().default(''),
  baseUrl: z.string(),
  allowedHosts: z.array(z.string()).default([]),
  auth: authenticationSchema.default({ type: 'none' }),
  headers: z.array(endpointHeaderSchema).default([]),
  timeouts: timeoutsSchema.prefault({}),
  retry: retryPolicySchema.prefault({}),
  redirects: redirectPolicySchema.prefault({}),
  /** Whether calls keep the cookies that they get and send them again. */
  cookies: z.boolean().default(false),
  tls: tlsSettingsSchema.prefault({}),
  proxy: proxySchema.default({ mode: 'system' }),
  /** Parts that are not the endpoint's own: the settings of whoever calls hold in their place (`withCallDefaults`). */
  inherits: z.array(z.enum(inheritedParts)).optional(),
  /** Rules of the linter that are told of it no more. */
  silenced: z.array(silencedRuleSchema).optional(),
});

export type Authentication = z.infer<typeof authenticationSchema>;
/** Authentication with an access token that a server gives. */
export type OauthAuthentication = Extract<Authentication, { type: `oauth2-${string}` }>;
export type EndpointHeader = z.infer<typeof endpointHeaderSchema>;
export type RedirectPolicy = z.infer<typeof redirectPolicySchema>;
export type Endpoint = z.infer<typeof endpointSchema>;
