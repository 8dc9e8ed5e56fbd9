import { readFileSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { bundleEnding } from '#shared/bundle/bundle.ts';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import type { NameKind } from '../command-options.ts';
import { listDocumentFiles } from '../../workspace/list-document-files.ts';

/** Whoever presses Tab waits: a bundle with more bytes than this is not looked into. */
const largestBundle = 32 * 1024 * 1024;

/**
 * The names that a shell offers after `--flow` and its like: of the workspace or bundle that stands on the line, else of the
 * one in the working directory. What is damaged has no names here; `flowbench lint` says what is wrong with it.
 *
 * @param words what stands on the line so far
 */
export async function offeredNames(
  kind: NameKind,
  folder: string,
  words: readonly string[],
): Promise<readonly string[]> {
  const places = words.filter((word) => !word.startsWith('-')).map((word) => path.resolve(folder, word));
  for (const place of [...places, folder, ...(await bundlesIn(folder))]) {
    const documents = await documentsOf(place, kind);
    if (documents !== null) return namesOf(kind, documents);
  }
  return [];
}

async function bundlesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(bundleEnding))
    .sort()
    .map((name) => path.join(folder, name));
}

type Documents = readonly Readonly<Record<string, unknown>>[];

/** What could be a document in a workspace's folder or in a bundle; `null` where it is neither. */
async function documentsOf(place: string, kind: NameKind): Promise<Documents | null> {
  try {
    const about = await stat(place);
    if (!about.isDirectory()) return about.size > largestBundle ? null : documentsOfBundle(place);
    await (await open(path.join(place, 'flowbench.json'))).close();
  } catch {
    return null;
  }
  const top = `${documentFolders[kind === 'tag' ? 'scenario' : kind]}/`;
  const { files } = await listDocumentFiles(place);
  const wanted = files.filter((file) => file.startsWith(top));
  return wanted.map((file) => objectOf(textOf(path.join(place, file))));
}

function documentsOfBundle(file: string): Documents | null {
  if (!file.endsWith('.json')) return null;
  const { documents, format } = objectOf(textOf(file));
  if (format !== 'flowbench.bundle' || !Array.isArray(documents)) return null;
  return documents.map((each: unknown) => asObject(asObject(each)['document']));
}

/** Without promises: thousands of small files take a third of the time, and nothing else goes on here. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Names need no more than this of a document, and a reader that keeps every digit takes longer. */
function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function namesOf(kind: NameKind, documents: Documents): readonly string[] {
  const format = `flowbench.${kind === 'tag' ? 'scenario' : kind}`;
  const names = documents
    .filter((each) => each['format'] === format && each['defaults'] !== true)
    .flatMap(({ name, tags }) => (kind !== 'tag' ? [name] : Array.isArray(tags) ? (tags as unknown[]) : []));
  return [...new Set(names.filter(isOffered))].sort();
}

/** A shell gets a name a line, and shows it: what would move its cursor or break the line is not offered. */
function isOffered(name: unknown): name is string {
  return (
    typeof name === 'string' && name !== '' && !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(name)
  );
}
