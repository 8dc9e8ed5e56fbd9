// What is noted of documents while they are edited, and what is left of it when the application was killed.
import { z } from 'zod';
import { documentIdSchema, documentSchema } from './document.ts';

/** Steps back that are noted for each document; the window has more as long as it lives. */
export const mostNotedSteps = 40;

const stepFacts = {
  field: z.string().nullable(),
  atMs: z.number(),
  together: z.string().nullable(),
};

/** A document as the window has it, as the text of its file, with what can be undone. */
export const documentNoteSchema = z.strictObject({
  id: documentIdSchema,
  file: z.string(),
  /** What the file held when it was read or saved last; `null` where there was none yet. */
  revision: z.string().nullable(),
  text: z.string(),
  /** Whether it cannot be saved, or somebody has to decide first. */
  stuck: z.boolean(),
  /** The oldest first: the text before each step. */
  past: z.array(z.strictObject({ ...stepFacts, before: z.string() })).max(mostNotedSteps),
});

/** A note as it is given back. */
export const recoveredDocumentSchema = z.strictObject({
  document: documentSchema,
  file: z.string(),
  revision: z.string().nullable(),
  stuck: z.boolean(),
  past: z.array(z.strictObject({ ...stepFacts, before: documentSchema })),
  /** Whether it was noted while the application ran that was killed, and not before. */
  recent: z.boolean(),
});

export const recoveredWorkspaceSchema = z.strictObject({
  /** When the application started that had no proper end with this workspace; told once, `null` where it had one. */
  killedSince: z.string().nullable(),
  documents: z.array(recoveredDocumentSchema),
});

export type DocumentNote = z.infer<typeof documentNoteSchema>;
export type RecoveredDocument = z.infer<typeof recoveredDocumentSchema>;
export type RecoveredWorkspace = z.infer<typeof recoveredWorkspaceSchema>;
