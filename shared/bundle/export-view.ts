import { z } from 'zod';
import { documentIdSchema, documentKinds } from '../workspace/document.ts';

/** What would go into a bundle, to look at before it is made: no content, no value. */
export const exportViewSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: documentIdSchema,
      kind: z.enum(documentKinds),
      name: z.string(),
      /** Where it lies in the workspace. */
      file: z.string(),
      /** Whether it was chosen, or comes along because something needs it. */
      isChosen: z.boolean(),
    }),
  ),
  files: z.array(z.strictObject({ name: z.string(), sizeBytes: z.number() })),
  /** The secrets that whoever imports it has to enter. */
  needed: z.array(
    z.strictObject({
      name: z.string(),
      purpose: z.string(),
      origin: z.string().optional(),
      /** Whether its value is here, so that it could travel along. */
      isHere: z.boolean(),
    }),
  ),
  /** What the flows name and the workspace does not have, a sentence each. */
  missing: z.array(z.string()),
  /** Secrets that nobody could look for in it, since they cannot be opened here. */
  unopened: z.array(z.string()),
});

/** Why no bundle was made; `message` is a sentence for people. */
export const exportFailureSchema = z.strictObject({
  code: z.enum([
    'nothing-chosen',
    'file-missing',
    'too-large',
    'secret-inside',
    'passphrase-short',
    'secrets-locked',
    'cancelled',
    'not-written',
  ]),
  message: z.string(),
  /** Where values of secrets stand, for `secret-inside`; `null` for a place that is no document. */
  inside: z
    .array(z.strictObject({ name: z.string(), where: z.string(), documentId: documentIdSchema.nullable() }))
    .optional(),
});

export type ExportView = z.infer<typeof exportViewSchema>;
export type ExportViewFailure = z.infer<typeof exportFailureSchema>;
