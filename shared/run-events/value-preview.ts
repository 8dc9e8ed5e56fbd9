import { z } from 'zod';

/** A value for the page: its type, and a scrubbed sample of at most 64 kB written as lossless JSON. */
export const valuePreviewSchema = z.strictObject({
  type: z.enum(['text', 'number', 'boolean', 'null', 'list', 'object']),
  json: z.string(),
  truncated: z.boolean(),
});

export type ValuePreview = z.infer<typeof valuePreviewSchema>;
