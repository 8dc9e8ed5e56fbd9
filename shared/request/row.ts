import { z } from 'zod';

/** A name and a value, both templates, in the order sent. A row that is off is kept and not sent. */
export const rowSchema = z.strictObject({
  name: z.string(),
  value: z.string(),
  enabled: z.boolean().default(true),
  description: z.string().optional(),
});

/** A multipart part whose content is a file, named relative to the workspace folder. */
export const fileRowSchema = z.strictObject({
  name: z.string(),
  file: z.string(),
  fileName: z.string().optional(),
  contentType: z.string().optional(),
  enabled: z.boolean().default(true),
  description: z.string().optional(),
});

export type Row = z.infer<typeof rowSchema>;
export type FileRow = z.infer<typeof fileRowSchema>;
