import { z } from 'zod';
import { fileRowSchema, rowSchema } from './row.ts';

/** What an API Call sends as its body (FORMATS, `body`). */
export const requestBodySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('json'), template: z.string() }),
  z.strictObject({ type: z.literal('text'), template: z.string() }),
  z.strictObject({ type: z.literal('custom'), contentType: z.string(), template: z.string() }),
  z.strictObject({ type: z.literal('form-urlencoded'), rows: z.array(rowSchema) }),
  z.strictObject({ type: z.literal('multipart'), rows: z.array(z.union([fileRowSchema, rowSchema])) }),
  z.strictObject({ type: z.literal('binary'), file: z.string(), contentType: z.string().optional() }),
  z.strictObject({ type: z.literal('graphql'), query: z.string(), variables: z.string() }),
]);

export type RequestBody = z.infer<typeof requestBodySchema>;
