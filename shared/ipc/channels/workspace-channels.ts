import { z } from 'zod';
import { silencedRuleSchema } from '../../lint/silenced-rule.ts';
import { viewStateSchema } from '../../settings/view-state.ts';
import { documentIdSchema, documentSchema } from '../../workspace/document.ts';
import { folderPathSchema } from '../../workspace/folder-path.ts';
import {
  documentFailureSchema,
  openFailureSchema,
  saveFailureSchema,
} from '../../workspace/workspace-failure.ts';
import { storedDocumentSchema, workspaceSnapshotSchema } from '../../workspace/workspace-snapshot.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';

const opened = outcomeSchema(workspaceSnapshotSchema, openFailureSchema);
const savedSchema = z.strictObject({ file: z.string(), revision: z.string(), savedAt: z.string() });

/** What the page may ask about the workspace and its documents; whatever can go wrong with a file is an answer. */
export const workspaceChannels = {
  /** The workspace that is open. There always is one: the first start makes it. */
  'workspace.read': channel(nothing, workspaceSnapshotSchema),
  /** Opens a folder that is a workspace; without one, asks with the system's dialog. */
  'workspace.open': channel(z.strictObject({ folder: z.string().nullable() }), opened),
  /** Makes a workspace in a folder; without one, asks with the system's dialog. */
  'workspace.create': channel(z.strictObject({ folder: z.string().nullable(), name: z.string() }), opened),
  /** Opens the example, copied into the user's data folder the first time; its API is served while it is open. */
  'workspace.open-example': channel(nothing, opened),
  'workspace.reveal': channel(nothing, nothing),
  /** Silences a rule of the linter for the whole workspace; without a reason it is told again. Gives all that are silenced. */
  'workspace.silence': channel(
    z.strictObject({ opening: z.string(), rule: z.string().min(1), reason: z.string().min(1).nullable() }),
    outcomeSchema(z.array(silencedRuleSchema), documentFailureSchema),
  ),
  'view.read': channel(nothing, viewStateSchema),
  /** Remembers the view of an opening; one that is over is remembered already. */
  'view.write': channel(z.strictObject({ opening: z.string(), view: viewStateSchema }), nothing),

  /** Saves a document over the revision it was read at; `null` for a new one or to overwrite whatever is there. */
  'document.save': channel(
    z.strictObject({
      opening: z.string(),
      document: documentSchema,
      revision: z.string().nullable(),
      overwrite: z.boolean(),
      /** Where a document goes that has no file yet; without one into the folder for its kind. */
      folder: folderPathSchema.optional(),
    }),
    outcomeSchema(savedSchema, saveFailureSchema),
  ),
  /** The person takes what another program wrote: only from now on runs, secrets and copies go by it. */
  'document.accept': channel(
    z.strictObject({ id: documentIdSchema, revision: z.string() }),
    outcomeSchema(z.null(), documentFailureSchema),
  ),
  /** Moves a document to the trash (30 days); its secrets wait there with it. */
  'document.remove': channel(
    z.strictObject({ id: documentIdSchema }),
    outcomeSchema(z.null(), documentFailureSchema),
  ),
  /** Brings a removed document back, with its secrets. */
  'document.restore': channel(
    z.strictObject({ id: documentIdSchema }),
    outcomeSchema(storedDocumentSchema, documentFailureSchema),
  ),
  /** Copies a document under a new id and name; the secrets of an endpoint are copied inside the main process. */
  'document.duplicate': channel(
    z.strictObject({ id: documentIdSchema, name: z.string().min(1) }),
    outcomeSchema(storedDocumentSchema, documentFailureSchema),
  ),
  /** Lets the person pick a file and copies it into the workspace's `files/`; gives the name to refer to it by. */
  'attachment.pick': channel(
    nothing,
    outcomeSchema(
      z.strictObject({ file: z.string(), sizeBytes: z.number() }),
      z.strictObject({ code: z.enum(['cancelled', 'not-readable', 'not-written']), message: z.string() }),
    ),
  ),
};

export type Saved = z.infer<typeof savedSchema>;
