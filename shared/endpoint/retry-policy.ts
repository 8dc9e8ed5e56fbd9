import { z } from 'zod';

const delayMs = z
  .number()
  .int()
  .min(0)
  .max(24 * 3600 * 1000);

/** When and how a call is attempted again (SEMANTICS, Retry). */
export const retryPolicySchema = z.strictObject({
  retries: z.number().int().min(0).max(100).default(0),
  firstDelayMs: delayMs.default(500),
  factor: z.number().min(1).max(10).default(2),
  longestDelayMs: delayMs.default(30_000),
  jitter: z.enum(['full', 'none']).default('full'),
  onFailure: z.boolean().default(true),
  codes: z.array(z.number().int().min(100).max(599)).default([408, 425, 429, 500, 502, 503, 504]),
  repeatUnsafe: z.boolean().default(false),
  honourRetryAfter: z.boolean().default(true),
});

export type RetryPolicy = z.infer<typeof retryPolicySchema>;
