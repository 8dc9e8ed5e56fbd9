import { z } from 'zod';

const milliseconds = z
  .number()
  .int()
  .min(1)
  .max(24 * 3600 * 1000);

/** The four clocks in milliseconds; `totalMs` is off when `null` (SEMANTICS, Timeouts). */
export const timeoutsSchema = z.strictObject({
  connectMs: milliseconds.default(10_000),
  responseMs: milliseconds.default(30_000),
  idleMs: milliseconds.default(30_000),
  totalMs: milliseconds.nullable().default(null),
});

export type Timeouts = z.infer<typeof timeoutsSchema>;
