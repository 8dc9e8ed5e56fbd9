// A deleted document as the trash lists it, and how long it stays there.
import { z } from 'zod';
import { documentIdSchema, documentKinds } from './document.ts';

/** How long a removed document, and its secrets with it, wait before they are gone for good. */
export const trashKeptMs = 30 * 24 * 3600 * 1000;

/** Tells one removal from every other one, also of the same document. */
export const trashKeySchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z-[a-z]{2}_[a-z0-9]{12}$/);

export const trashedDocumentSchema = z.strictObject({
  key: trashKeySchema,
  id: documentIdSchema,
  /** `null` where the file is none that this version can read. */
  kind: z.enum(documentKinds).nullable(),
  name: z.string(),
  /** Where it was, relative to the workspace. */
  file: z.string(),
  removedAt: z.string(),
  /** Whether another program removed its file; then it is here as it was known last. */
  elsewhere: z.boolean(),
  sizeBytes: z.number().int(),
});

export type TrashedDocument = z.infer<typeof trashedDocumentSchema>;

/** The whole days that are left, at least one: what has none is removed at the next start. */
export function daysLeft({ removedAt }: Pick<TrashedDocument, 'removedAt'>, nowMs: number): number {
  const leftMs = Date.parse(removedAt) + trashKeptMs - nowMs;
  return Math.max(1, Math.ceil(leftMs / (24 * 3600 * 1000)));
}
