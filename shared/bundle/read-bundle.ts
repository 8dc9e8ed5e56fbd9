import type { z } from 'zod';
import type { SilencedRule } from '../lint/silenced-rule.ts';
import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';
import { withoutByteOrderMark } from '../value/byte-order-mark.ts';
import { readJson } from '../value/read-json.ts';
import { isValueList, isValueObject } from '../value/value-kinds.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { documentSchema, type WorkspaceDocument } from '../workspace/document.ts';
import { comparableName } from '../workspace/folder-path.ts';
import { migrated, type MigrationTable, migrations } from '../workspace/migrations.ts';
import { parseTolerantly } from '../workspace/parse-tolerantly.ts';
import { plainJson } from '../workspace/plain-json.ts';
import { readStoredValue, whereAndWhat } from '../workspace/read-stored-file.ts';
import { type BundledFile, bundleSchema, type NeededSecret, type SealedSecrets } from './bundle.ts';
import { bundleLimits } from './bundle-limits.ts';
import { isDocumentFile } from './document-file.ts';
import { filesExcess, type MeasuredFile } from './files-excess.ts';
import { bundleDigest, type Digest, type PlacedDocument, sealedContext } from './make-bundle.ts';
import { neededSecrets } from './needed-secrets.ts';

/** A bundle that was read and is whole. Nothing of it was rendered, run or fetched. */
export interface ReadBundle {
  readonly name: string;
  readonly madeBy: { readonly name: string; readonly version: string };
  readonly sha256: string;
  readonly flows: readonly string[];
  readonly secrets: readonly NeededSecret[];
  /** Rules of the linter that the workspace it comes from silences. */
  readonly silenced: readonly SilencedRule[];
  readonly documents: readonly PlacedDocument[];
  readonly files: readonly BundledFile[];
  /** Secrets that travel along, and what they are bound to. */
  readonly sealed: { readonly secrets: SealedSecrets; readonly boundTo: string } | null;
}

/** Why a file is no bundle that can be taken; `message` is a sentence for people that names the place. */
export interface BundleFailure {
  readonly code: 'too-large' | 'not-json' | 'not-a-bundle' | 'newer-version' | 'damaged' | 'changed';
  readonly message: string;
}

const headSchema = bundleSchema.omit({ documents: true });

/** The formats that are read: the steps to their current versions, and what is checked of these. */
export interface BundleFormats {
  readonly steps: MigrationTable;
  readonly head: z.ZodType<z.infer<typeof headSchema>>;
  readonly document: z.ZodType<WorkspaceDocument>;
}

/** The formats of this version. */
export const bundleFormats: BundleFormats = {
  steps: migrations,
  head: headSchema,
  document: documentSchema,
};

/**
 * Reads the text of a bundle's file: limits first, then the format and its version, every document at its own version, and
 * last the digest, so that a damaged file is named by its place.
 *
 * @param file its name, for sentences
 * @param formats those of a version to come, in tests
 */
export function readBundle(
  file: string,
  text: string,
  digest: Digest,
  formats: BundleFormats = bundleFormats,
): Outcome<ReadBundle, BundleFailure> {
  if (text.length > bundleLimits.sizeBytes) return failed(tooLarge(file, 'it has more than 100 MB'));
  const json = readJson(withoutByteOrderMark(text));
  if (!json.ok) {
    const { column, line, message } = json.failure;
    return failed({
      code: 'not-json',
      message: `${file} is damaged: line ${String(line)}, column ${String(column)}: ${message}`,
    });
  }
  const current = currentBundle(file, json.value, formats.steps);
  if (!current.ok) return current;
  const excess = excessOf(current.value);
  if (excess !== null) return failed(tooLarge(file, excess));
  return readParts(file, current.value, json.value as ValueObject, digest, formats);
}

function currentBundle(
  file: string,
  value: Value,
  table: MigrationTable,
): Outcome<ValueObject, BundleFailure> {
  const format = isValueObject(value) ? value['format'] : undefined;
  if (format !== 'flowbench.bundle')
    return failed({ code: 'not-a-bundle', message: `${file} is no bundle of Flowbench.` });
  const current = migrated(value, table);
  if (current.ok) return current;
  if (current.failure.code !== 'newer-version')
    return failed(damaged(file, 'its "version" is not a number from 1'));
  const { version, current: known } = current.failure;
  return failed({
    code: 'newer-version',
    message: `${file} was made by a newer Flowbench (version ${String(version)} of the format; this one reads up to ${String(known)}). Update Flowbench to import it.`,
  });
}

/** What there is too much of, as a part of a sentence; `null` where all is within the limits. */
function excessOf(bundle: ValueObject): string | null {
  if (isDeeperThan(bundle, bundleLimits.depth))
    return `it has more than ${String(bundleLimits.depth)} brackets within each other`;
  for (const part of ['documents', 'files', 'secrets', 'silenced'] as const) {
    const list = bundle[part];
    if (isValueList(list) && list.length > bundleLimits[part])
      return `it has more than ${bundleLimits[part].toLocaleString('en')} ${part === 'silenced' ? 'silenced rules' : part}`;
  }
  return null;
}

function isDeeperThan(value: Value, depth: number): boolean {
  if (isValueList(value)) return depth === 0 || value.some((item) => isDeeperThan(item, depth - 1));
  if (!isValueObject(value)) return false;
  return depth === 0 || Object.values(value).some((item) => isDeeperThan(item, depth - 1));
}

function readParts(
  file: string,
  bundle: ValueObject,
  original: ValueObject,
  digest: Digest,
  formats: BundleFormats,
): Outcome<ReadBundle, BundleFailure> {
  const { documents: list, ...rest } = bundle;
  const head = parseTolerantly(formats.head, plainJson(rest));
  if (!head.ok) return failed(damaged(file, whereAndWhat(head.failure)));
  const documents = readDocuments(file, list, formats);
  if (!documents.ok) return documents;
  const large = filesExcess(head.value.files.map(measured));
  if (large !== null) return failed(tooLarge(file, large));
  const trouble = repeated(documents.value, head.value.files) ?? filesTrouble(head.value.files);
  if (trouble !== null) return failed(damaged(file, trouble));
  const { flows, madeBy, name, sealed, sha256, silenced = [], files } = head.value;
  const stray = flows.find((id) => !documents.value.some(({ stored }) => stored.content.id === id));
  if (stray !== undefined) return failed(damaged(file, `flows: it names ${stray}, which is not in it`));
  if (bundleDigest(original, digest) !== sha256) return failed(changed(file));
  return succeeded({
    name,
    madeBy,
    sha256,
    flows,
    // What a bundle says of itself may be a lie about where a secret goes: its documents decide.
    secrets: neededSecrets(documents.value.map(({ stored }) => stored.content)),
    silenced,
    documents: documents.value,
    files,
    sealed: sealed === undefined ? null : { secrets: sealed, boundTo: sealedContext(original) },
  });
}

function readDocuments(
  file: string,
  list: Value | undefined,
  formats: BundleFormats,
): Outcome<readonly PlacedDocument[], BundleFailure> {
  if (!isValueList(list)) return failed(damaged(file, 'it has no list of documents'));
  const documents: PlacedDocument[] = [];
  for (const [at, entry] of list.entries()) {
    const read = readPlaced(file, `documents[${String(at)}]`, entry, formats);
    if (!read.ok) return read;
    documents.push(read.value);
  }
  return succeeded(documents);
}

function readPlaced(
  file: string,
  place: string,
  entry: Value,
  { document: schema, steps }: BundleFormats,
): Outcome<PlacedDocument, BundleFailure> {
  const { file: name, document } = isValueObject(entry) ? entry : {};
  if (typeof name !== 'string' || !isDocumentFile(name))
    return failed(damaged(file, `${place}: its file is no place for a document`));
  const read = readStoredValue(name, document ?? null, schema, steps);
  if (read.ok) return succeeded({ file: name, stored: read.value });
  const code = read.failure.code === 'newer-version' ? 'newer-version' : 'damaged';
  return failed({ code, message: `${file}, ${place}: ${read.failure.message}` });
}

/** What is in a bundle twice, as a part of a sentence. */
function repeated(documents: readonly PlacedDocument[], files: readonly BundledFile[]): string | null {
  const id = firstRepeated(documents.map(({ stored }) => stored.content.id));
  if (id !== null) return `two documents have the id ${id}`;
  const name = firstRepeated(
    [...documents, ...files].map((each) => comparableName('file' in each ? each.file : each.name)),
  );
  return name === null ? null : `two parts have the name ${name}`;
}

function firstRepeated(names: readonly string[]): string | null {
  const known = new Set<string>();
  for (const name of names) {
    if (known.has(name)) return name;
    known.add(name);
  }
  return null;
}

/** By what is there, whatever is said of it. */
const measured = ({ base64, name }: BundledFile): MeasuredFile => ({ name, sizeBytes: base64Size(base64) });

function filesTrouble(files: readonly BundledFile[]): string | null {
  const wrong = files.find((each) => measured(each).sizeBytes !== each.sizeBytes);
  return wrong === undefined ? null : `${wrong.name} has not the size that is written beside it`;
}

/** The bytes that a base64 text with padding stands for. */
function base64Size(text: string): number {
  return (text.length / 4) * 3 - (/=*$/.exec(text.slice(-2))?.[0].length ?? 0);
}

function damaged(file: string, what: string): BundleFailure {
  return { code: 'damaged', message: `${file} is not a whole bundle: ${what}.` };
}

function tooLarge(file: string, what: string): BundleFailure {
  return { code: 'too-large', message: `${file} is too large to be imported: ${what}.` };
}

function changed(file: string): BundleFailure {
  return {
    code: 'changed',
    message: `${file} was changed after it was made: its content does not match its SHA-256. Ask for it again, or export it anew.`,
  };
}
