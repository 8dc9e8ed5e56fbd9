import { z } from 'zod';
import { retryPolicySchema } from '../endpoint/retry-policy.ts';
import { timeoutsSchema } from '../endpoint/timeouts.ts';
import { endpointIdSchema } from '../ids/ids.ts';
import { requestBodySchema } from '../request/request-body.ts';
import { rowSchema } from '../request/row.ts';
import { nodeBase } from './node-base.ts';

export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
export type HttpMethod = (typeof httpMethods)[number];

/** An extra exit of an API Call: `failure`, `exception`, one code (`404`) or a range (`5xx`). */
export const apiCallExitSchema = z.string().regex(/^(failure|exception|[1-5]\d\d|[1-5]xx)$/);

/** The settings of the endpoint that this node replaces; what is absent is inherited. */
export const apiCallOverridesSchema = z.strictObject({
  timeouts: timeoutsWithoutDefaults().optional(),
  retry: retryWithoutDefaults().optional(),
});

/** Sends one request through an API endpoint and stores the response variable (FORMATS, `api-call`). */
export const apiCallConfigSchema = z.strictObject({
  endpoint: endpointIdSchema.nullable(),
  method: z.enum(httpMethods),
  path: z.string(),
  query: z.array(rowSchema).default([]),
  headers: z.array(rowSchema).default([]),
  body: requestBodySchema.default({ type: 'none' }),
  responseVariable: z.string(),
  includeRaw: z.boolean().default(false),
  parseAsJson: z.boolean().default(false),
  successCodes: z.array(z.number().int().min(100).max(599)).default([]),
  exits: z.array(apiCallExitSchema).default([]),
  continueOnError: z.boolean().default(false),
  overrides: apiCallOverridesSchema.default({}),
});

export const apiCallNodeSchema = z.strictObject({
  kind: z.literal('api-call'),
  ...nodeBase,
  config: apiCallConfigSchema,
});

// `partial()` would keep the defaults and so fill in what the node means to inherit.
function timeoutsWithoutDefaults() {
  const { connectMs, responseMs, idleMs, totalMs } = timeoutsSchema.shape;
  return z
    .strictObject({
      connectMs: connectMs.unwrap(),
      responseMs: responseMs.unwrap(),
      idleMs: idleMs.unwrap(),
      totalMs: totalMs.unwrap(),
    })
    .partial();
}

function retryWithoutDefaults() {
  const shape = retryPolicySchema.shape;
  return z
    .strictObject({
      retries: shape.retries.unwrap(),
      firstDelayMs: shape.firstDelayMs.unwrap(),
      factor: shape.factor.unwrap(),
      longestDelayMs: shape.longestDelayMs.unwrap(),
      jitter: shape.jitter.unwrap(),
      onFailure: shape.onFailure.unwrap(),
      codes: shape.codes.unwrap(),
      repeatUnsafe: shape.repeatUnsafe.unwrap(),
      honourRetryAfter: shape.honourRetryAfter.unwrap(),
    })
    .partial();
}

export type ApiCallOverrides = z.infer<typeof apiCallOverridesSchema>;
export type ApiCallConfig = z.infer<typeof apiCallConfigSchema>;
export type ApiCallNode = z.infer<typeof apiCallNodeSchema>;
