import { z } from 'zod';
import { endpointIdSchema, environmentIdSchema } from '../../ids/ids.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';

const place = z.strictObject({ endpointId: endpointIdSchema, environmentId: environmentIdSchema.nullable() });

/** Whether a person is signed in to an endpoint; there is no way to the token itself. */
export const signInStateSchema = z.strictObject({
  state: z.enum(['signed-out', 'signing-in', 'signed-in']),
  /** When the token ends, ISO 8601 in UTC; `null` where the server does not say. */
  expiresAt: z.string().nullable(),
  /** Whether another token is fetched then without asking the person. */
  renews: z.boolean(),
});

const signInFailureSchema = z.strictObject({
  code: z.enum([
    'endpoint-missing',
    'not-prepared',
    'browser-not-opened',
    'cancelled',
    'timed-out',
    'denied',
    'no-token',
  ]),
  message: z.string(),
});

/** Signing in to endpoints with OAuth 2 and an authorization code. */
export const oauthChannels = {
  'oauth.state': channel(place, signInStateSchema),
  /** Opens the system's browser and waits for the person; the answer comes when they are done, or gave up. */
  'oauth.sign-in': channel(place, outcomeSchema(signInStateSchema, signInFailureSchema)),
  'oauth.cancel-sign-in': channel(place, nothing),
  /** Forgets the tokens. */
  'oauth.sign-out': channel(place, signInStateSchema),
};

export type SignInState = z.infer<typeof signInStateSchema>;
export type SignInFailure = z.infer<typeof signInFailureSchema>;
