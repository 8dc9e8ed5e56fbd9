import { z } from 'zod';
import type { ValueTally } from '../value/value-tally.ts';

const kindSchema = z.enum(['text', 'number', 'boolean', 'null', 'list', 'object']);

const tallySchema: z.ZodType<ValueTally> = z.strictObject({
  kinds: z.array(z.tuple([kindSchema, z.number().int().nonnegative()])),
  sample: z.string().nullable(),
  keys: z.array(z.tuple([z.string(), z.lazy(() => tallySchema)])),
  items: z.lazy(() => tallySchema).nullable(),
});

/** A value for the page: its type, and a scrubbed sample of at most 64 kB written as lossless JSON. */
export const valuePreviewSchema = z.strictObject({
  type: kindSchema,
  json: z.string(),
  truncated: z.boolean(),
  /** What the whole value looks like, where the sample is only its beginning; scrubbed too, and of limited size. */
  tally: tallySchema.optional(),
});

export type ValuePreview = z.infer<typeof valuePreviewSchema>;
