import { z } from 'zod';

/** Shown wherever a secret value would stand. Eight dots whatever the length, so that the length stays secret too. */
export const maskText = '••••••••';

/** A piece of a request as it will be sent: literal text, what an expression gave, or the mask of a secret. */
export const maskedSegmentSchema = z.strictObject({
  text: z.string(),
  from: z.enum(['literal', 'expression', 'secret']),
});

/** A header as it will be sent, and which document it came from. */
export const maskedHeaderSchema = z.strictObject({
  name: z.string(),
  value: z.array(maskedSegmentSchema),
  from: z.enum(['credential', 'endpoint', 'node', 'generated']),
});

/** The body as it will be sent: up to 64 kB of masked text, or a sentence about content that is not text. */
export const maskedBodySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({
    type: z.literal('text'),
    segments: z.array(maskedSegmentSchema),
    truncated: z.boolean(),
    sizeBytes: z.number(),
  }),
  z.strictObject({ type: z.literal('binary'), description: z.string(), sizeBytes: z.number().nullable() }),
]);

/** A prepared request without any secret value: what the page, the events and the history may see (SEMANTICS, Secrets). */
export const maskedRequestSchema = z.strictObject({
  method: z.string(),
  url: z.array(maskedSegmentSchema),
  headers: z.array(maskedHeaderSchema),
  body: maskedBodySchema,
});

export type MaskedSegment = z.infer<typeof maskedSegmentSchema>;
export type MaskedHeader = z.infer<typeof maskedHeaderSchema>;
export type MaskedBody = z.infer<typeof maskedBodySchema>;
export type MaskedRequest = z.infer<typeof maskedRequestSchema>;
