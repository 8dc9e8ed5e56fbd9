import { z } from 'zod';
import { storedDocumentSchema } from './workspace-snapshot.ts';

/** Why a folder could not be opened or made a workspace; `message` is a sentence for people. */
export const openFailureSchema = z.strictObject({
  code: z.enum([
    'not-found',
    'not-a-workspace',
    'damaged',
    'newer-version',
    'unreadable',
    'not-empty',
    'cancelled',
  ]),
  message: z.string(),
});

/**
 * Why a document was not saved. On `conflict` the file holds something else than what was read: `theirs` is that, and
 * `null` where the file is gone or cannot be used as a document, for the reason that the message tells.
 */
export const saveFailureSchema = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('conflict'),
    reason: z.enum(['changed', 'removed', 'damaged']),
    message: z.string(),
    theirs: storedDocumentSchema.nullable(),
  }),
  z.strictObject({ code: z.literal('not-written'), message: z.string() }),
  /** The document belongs to a workspace that is not open any more. */
  z.strictObject({ code: z.literal('other-workspace'), message: z.string() }),
]);

/** Why a document could not be removed, restored, copied or accepted. */
export const documentFailureSchema = z.strictObject({
  code: z.enum(['not-found', 'not-written', 'document-changed', 'present']),
  message: z.string(),
});

export type OpenFailure = z.infer<typeof openFailureSchema>;
export type SaveFailure = z.infer<typeof saveFailureSchema>;
export type DocumentFailure = z.infer<typeof documentFailureSchema>;
