import { z } from 'zod';
import { workspaceIdSchema } from '../ids/ids.ts';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';
import { documentSchema } from './document.ts';

/** A file that could not be loaded: it was left or set aside, and the rest opened. */
export const workspaceProblemSchema = z.strictObject({
  file: z.string(),
  code: z.enum([
    'not-json',
    'not-a-document',
    'newer-version',
    'duplicate-id',
    'unreadable',
    'folder-unreadable',
  ]),
  message: z.string(),
  setAsideAs: z.string().nullable(),
});

/** A document as it stands on disk; the revision tells one content from another (a hash of the file's bytes). */
export const storedDocumentSchema = z.strictObject({
  file: z.string(),
  revision: z.string(),
  document: documentSchema,
});

/**
 * A whole workspace, as it is when it opens. `sampleUrl` is set while the example's own API is served. `opening` tells this
 * opening from every other one: what is saved says which it means, so that nothing gets into another workspace.
 */
export const workspaceSnapshotSchema = z.strictObject({
  opening: z.string(),
  id: workspaceIdSchema,
  name: z.string(),
  folder: z.string(),
  documents: z.array(storedDocumentSchema),
  problems: z.array(workspaceProblemSchema),
  /** The folders that people made for flows and endpoints, also those without a document. */
  folders: z.array(z.string()),
  /** The rules of the linter that are silenced for all of it; absent where none is. */
  silenced: z.array(silencedRuleSchema).optional(),
  sampleUrl: z.string().nullable(),
});

/** What another program did to a document's file while it was open here. */
export const externalChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('changed'), stored: storedDocumentSchema }),
  z.strictObject({ type: z.literal('added'), stored: storedDocumentSchema }),
  z.strictObject({ type: z.literal('removed'), id: z.string(), file: z.string() }),
  /** A file is no problem any more and holds no document: it is gone, or its folder can be looked into again. */
  z.strictObject({ type: z.literal('settled'), file: z.string() }),
  z.strictObject({ type: z.literal('damaged'), id: z.string().nullable(), problem: workspaceProblemSchema }),
  /** Folders of the person's came or went: all that there are now. */
  z.strictObject({ type: z.literal('folders'), folders: z.array(z.string()) }),
]);

export type WorkspaceProblem = z.infer<typeof workspaceProblemSchema>;
export type StoredDocument = z.infer<typeof storedDocumentSchema>;
export type WorkspaceSnapshot = z.infer<typeof workspaceSnapshotSchema>;
export type ExternalChange = z.infer<typeof externalChangeSchema>;
