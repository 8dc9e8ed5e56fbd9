import { z } from 'zod';
import { documentNoteSchema, recoveredWorkspaceSchema } from '../../workspace/recovered-workspace.ts';
import { trashedDocumentSchema, trashKeySchema } from '../../workspace/trashed-document.ts';
import { documentFailureSchema } from '../../workspace/workspace-failure.ts';
import { storedDocumentSchema } from '../../workspace/workspace-snapshot.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';

const keyed = z.strictObject({ key: trashKeySchema });

/** What the page may ask about documents that were deleted, and notes against a sudden end. */
export const recoveryChannels = {
  /** Deleted documents, what was deleted last first. */
  'trash.list': channel(nothing, z.strictObject({ documents: z.array(trashedDocumentSchema) })),
  /** The text of a deleted document's file. */
  'trash.read': channel(keyed, outcomeSchema(z.strictObject({ text: z.string() }), documentFailureSchema)),
  /** Brings a deleted document back, with its secrets. */
  'trash.restore': channel(keyed, outcomeSchema(storedDocumentSchema, documentFailureSchema)),
  /** Removes deleted documents for good, and their secrets. There is no way back. */
  'trash.delete': channel(
    z.strictObject({ keys: z.union([z.literal('all'), z.array(trashKeySchema).max(1000)]) }),
    outcomeSchema(z.strictObject({ deleted: z.number().int() }), documentFailureSchema),
  ),

  /** What is left of an application that was killed, or of a page that broke. */
  'recovery.read': channel(nothing, recoveredWorkspaceSchema),
  /** Notes a document while it is edited; an opening that is over takes no notes. */
  'recovery.note': channel(z.strictObject({ opening: z.string(), note: documentNoteSchema }), nothing),
  /** Everything is saved or given up: the notes are not needed any more. */
  'recovery.clear': channel(z.strictObject({ opening: z.string() }), nothing),
};
