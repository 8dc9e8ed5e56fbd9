import type { z } from 'zod';
import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';
import { withoutByteOrderMark } from '../value/byte-order-mark.ts';
import { readJson } from '../value/read-json.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { documentSchema, type WorkspaceDocument } from './document.ts';
import { migrated, type MigrationFailure, type MigrationTable, migrations } from './migrations.ts';
import { parseTolerantly } from './parse-tolerantly.ts';
import { plainJson } from './plain-json.ts';
import { type WorkspaceFile, workspaceFileSchema } from './workspace-file.ts';

/** A file of a workspace as it was read: what we understand of it, and all of it, which saving needs (`writeStoredFile`). */
export interface StoredFile<Content> {
  readonly content: Content;
  readonly raw: ValueObject;
}

/** Why a file is none that we can use; `message` is a sentence for people that names the file. */
export interface ReadFailure {
  readonly code: 'not-json' | 'not-a-document' | 'newer-version';
  readonly message: string;
  /** Another program is to blame and at work: the file waits for somebody to merge it, and must stay where it is. */
  readonly isMergeConflict: boolean;
}

/** Reads a document from the text of its file. */
export function readDocument(
  file: string,
  text: string,
): Outcome<StoredFile<WorkspaceDocument>, ReadFailure> {
  return readStoredFile(file, text, documentSchema);
}

/** Reads `flowbench.json`, which makes a folder a workspace. */
export function readWorkspaceFile(
  file: string,
  text: string,
): Outcome<StoredFile<WorkspaceFile>, ReadFailure> {
  return readStoredFile(file, text, workspaceFileSchema);
}

/**
 * Reads one file: lossless JSON, brought to the current version, then the schema without keys it does not know.
 *
 * @param file its name, for the sentence
 * @param table other migrations than ours, in tests
 */
export function readStoredFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  table: MigrationTable = migrations,
): Outcome<StoredFile<z.infer<Schema>>, ReadFailure> {
  const json = readJson(withoutByteOrderMark(text));
  return json.ok
    ? readStoredValue(file, json.value, schema, table)
    : failed(notJson(file, text, json.failure));
}

/** Reads what a file holds, of which the JSON was read already. */
export function readStoredValue<Schema extends z.ZodType>(
  file: string,
  value: Value,
  schema: Schema,
  table: MigrationTable = migrations,
): Outcome<StoredFile<z.infer<Schema>>, ReadFailure> {
  const current = migrated(value, table);
  if (!current.ok) return failed(notCurrent(file, value, current.failure));
  const parsed = parseTolerantly(schema, plainJson(current.value));
  return parsed.ok
    ? succeeded({ content: parsed.value, raw: current.value })
    : failed(notADocument(`${file} is not complete: ${whereAndWhat(parsed.failure)}.`));
}

function notJson(
  file: string,
  text: string,
  at: { readonly message: string; readonly line: number; readonly column: number },
): ReadFailure {
  const isMergeConflict = holdsMergeConflict(text);
  const message = isMergeConflict
    ? `${file} holds a merge conflict. Resolve it, and the document opens again.`
    : `${file} is damaged: line ${String(at.line)}, column ${String(at.column)}: ${at.message}`;
  return { code: 'not-json', message, isMergeConflict };
}

/** Whether a version control system has written both sides of a conflict into a text. */
export function holdsMergeConflict(text: string): boolean {
  return /^<{7}(?: |\r?$)/m.test(text) && /^>{7}(?: |\r?$)/m.test(text);
}

function notCurrent(file: string, value: Value, failure: MigrationFailure): ReadFailure {
  switch (failure.code) {
    case 'unknown-format':
      return notADocument(`${file} is no document of Flowbench: its "format" is ${formatOf(value)}.`);
    case 'unknown-version':
      return notADocument(`${file} is not complete: its "version" is not a number from 1.`);
    case 'newer-version':
      return {
        code: 'newer-version',
        message: `${file} was written by a newer Flowbench (version ${String(failure.version)} of the format; this one reads up to ${String(failure.current)}). It is left as it is; update Flowbench to open it.`,
        isMergeConflict: false,
      };
  }
}

function formatOf(value: Value): string {
  const isObject = typeof value === 'object' && value !== null;
  const format: unknown = isObject ? Reflect.get(value, 'format') : undefined;
  return typeof format === 'string' ? `"${format.slice(0, 40)}"` : 'missing';
}

function notADocument(message: string): ReadFailure {
  return { code: 'not-a-document', message, isMergeConflict: false };
}

/** Where a schema was not met and how, as the end of a sentence: `nodes[2].config: …`. */
export function whereAndWhat(issue: z.core.$ZodIssue): string {
  const path = issue.path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
    .join('');
  return path === '' ? issue.message : `${path.replace(/^\./, '')}: ${issue.message}`;
}
