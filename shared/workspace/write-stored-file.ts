import type { z } from 'zod';
import type { Value } from '../value/value.ts';
import { writeJson } from '../value/write-json.ts';
import { documentSchema, type WorkspaceDocument } from './document.ts';
import { keepUnknownKeys } from './keep-unknown-keys.ts';
import { valueOfPlainJson } from './plain-json.ts';
import type { StoredFile } from './read-stored-file.ts';

/** The text of a document's file. */
export function writeDocument(
  document: WorkspaceDocument,
  before: StoredFile<WorkspaceDocument> | null,
): string {
  return writeStoredFile(documentSchema, document, before);
}

/**
 * The text of a file of a workspace (FORMATS): keys in the order of the schema, two spaces, LF, a line end at the end,
 * so that the same content gives the same bytes and a diff shows what changed and nothing else.
 *
 * @param before the file as it was read, whose unknown keys are kept; `null` for a new one
 */
export function writeStoredFile<Schema extends z.ZodType>(
  schema: Schema,
  content: z.infer<Schema>,
  before: StoredFile<z.infer<Schema>> | null,
): string {
  const next = ordered(schema, content);
  const kept = before === null ? next : keepUnknownKeys(next, before.raw, ordered(schema, before.content));
  return `${writeJson(kept, 2)}\n`;
}

/** Parsing writes the keys in the order in which the schema lists them. */
function ordered<Schema extends z.ZodType>(schema: Schema, content: z.infer<Schema>): Value {
  return valueOfPlainJson(schema.parse(content));
}
