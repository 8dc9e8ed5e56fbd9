import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type EndpointId,
  type EnvironmentId,
  newId,
  type SecretSlot,
  type WorkspaceId,
} from '#shared/ids/ids.ts';
import type { TokenSet } from '#shared/request/oauth/token-answer.ts';
import type { TokenWish } from '../executor/token-source.ts';

/** What a token is kept for. */
export interface TokenPlace {
  readonly workspaceId: WorkspaceId;
  readonly endpointId: EndpointId;
  readonly environmentId: EnvironmentId | null;
}

const keptTokenSchema = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  obtainedAtMs: z.number(),
  expiresAtMs: z.number().nullable(),
  askedWith: z.string(),
});

/** A token as it is kept, with what it was asked with: it is of no use for anything else. */
export type KeptToken = z.infer<typeof keptTokenSchema>;

/** The token that a server gave; where it gave no new refresh token the old one goes on. */
export function keptToken(
  { accessToken, lifetimeMs, refreshToken }: TokenSet,
  before: KeptToken | null,
  askedWith: string,
  nowMs: number,
): KeptToken {
  return {
    accessToken,
    refreshToken: refreshToken ?? before?.refreshToken ?? null,
    obtainedAtMs: nowMs,
    expiresAtMs: lifetimeMs === null ? null : nowMs + lifetimeMs,
    askedWith,
  };
}

/** Reads a token that was kept as text; `null` where it is none. */
export function readKeptToken(text: string): KeptToken | null {
  try {
    return keptTokenSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * What a token is asked with, as a short text. The secret of a client counts where it alone is asked with; a person who
 * has signed in need not do so again because it was replaced.
 */
export function askedWith({ origin, token }: TokenWish): string {
  const { clientId, clientSecret, grant, scope, tokenUrl } = token;
  const secret = grant === 'client-credentials' ? clientSecret : '';
  return createHash('sha256')
    .update(JSON.stringify([grant, tokenUrl, clientId, secret, scope, origin]))
    .digest('base64url');
}

/** The slot of the vault that holds the token of an endpoint for an environment: no document names it. */
export function tokenSlot(environmentId: EnvironmentId | null): SecretSlot {
  const hash = createHash('sha256')
    .update(`access token ${environmentId ?? 'without environment'}`)
    .digest();
  return newId('sl', (bytes) => {
    bytes.set(hash.subarray(0, bytes.length));
  });
}
