import type { FlowId } from '../ids/ids.ts';
import type { SilencedRule } from '../lint/silenced-rule.ts';
import { base64 } from '../response/base64.ts';
import { readJson } from '../value/read-json.ts';
import type { Value, ValueObject } from '../value/value.ts';
import { writeJson } from '../value/write-json.ts';
import { documentFolders } from '../workspace/document-folder.ts';
import { documentSlug } from '../workspace/document-slug.ts';
import { documentKind, documentKinds, type WorkspaceDocument } from '../workspace/document.ts';
import { comparableName } from '../workspace/folder-path.ts';
import { valueOfPlainJson } from '../workspace/plain-json.ts';
import type { StoredFile } from '../workspace/read-stored-file.ts';
import { writeDocument } from '../workspace/write-stored-file.ts';
import type { SealedSecrets } from './bundle.ts';
import { canonicalJson } from './canonical-json.ts';
import { isDocumentFile } from './document-file.ts';
import { neededSecrets } from './needed-secrets.ts';

/** A document and where it lies in the workspace that it comes from. */
export interface PlacedDocument {
  readonly file: string;
  readonly stored: StoredFile<WorkspaceDocument>;
}

/** What goes into a bundle. */
export interface BundleParts {
  /** What the bundle is called. */
  readonly name: string;
  /** The version of the product that makes it. */
  readonly version: string;
  readonly flows: readonly FlowId[];
  /** Rules of the linter that the workspace silences for all of it. */
  readonly silenced?: readonly SilencedRule[] | undefined;
  readonly documents: readonly PlacedDocument[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Encrypts secrets that travel along; what it is given has to be the same when they are decrypted. */
  readonly seal?: (boundTo: string) => Promise<SealedSecrets>;
}

/** SHA-256 of the UTF-8 of a text, in hexadecimal digits. */
export type Digest = (text: string) => string;

/** A document as it goes into a bundle: `file` is its place there, `from` the one that it has in the workspace. */
export interface LeavingDocument extends PlacedDocument {
  readonly from: string;
}

/**
 * The text of a bundle's file: the same content gives the same bytes, whatever order it came in. Documents stand as they
 * stand in their own files, so that a difference between two bundles reads like one between two workspaces.
 */
export async function makeBundle(parts: BundleParts, digest: Digest): Promise<string> {
  const open = {
    ...bundleHead(parts),
    documents: leavingDocuments(parts.documents).map(({ file, stored }) => ({
      file,
      document: valueOfDocument(stored),
    })),
    files: parts.files.toSorted(byName).map(({ name, bytes }) => ({
      name,
      sizeBytes: bytes.length,
      base64: base64(bytes),
    })),
  } satisfies ValueObject;
  const sealed = await parts.seal?.(canonicalJson(open));
  const whole: ValueObject = sealed === undefined ? open : { ...open, sealed: valueOfPlainJson(sealed) };
  const { format, version, name, madeBy, ...rest } = whole;
  const sha256 = bundleDigest(whole, digest);
  return `${writeJson({ format, version, name, madeBy, sha256, ...rest } as ValueObject, 2)}\n`;
}

/** What a bundle says of itself: everything in it but its documents, its files, the digest and the encrypted part. */
export function bundleHead(
  parts: Pick<BundleParts, 'documents' | 'flows' | 'name' | 'silenced' | 'version'>,
): ValueObject & { readonly name: string } {
  const documents = inOrder(parts.documents).map(({ stored }) => stored.content);
  const silenced = (parts.silenced ?? []).toSorted((one, other) => compared(one.rule, other.rule));
  return {
    format: 'flowbench.bundle',
    version: 1,
    name: parts.name,
    madeBy: { name: 'Flowbench', version: parts.version },
    flows: [...new Set(parts.flows)].sort(),
    secrets: valueOfPlainJson(neededSecrets(documents)),
    ...(silenced.length === 0 ? {} : { silenced: valueOfPlainJson(silenced) }),
  };
}

/** The digest that a bundle has to name: of everything in it but the digest. */
export function bundleDigest(bundle: ValueObject, digest: Digest): string {
  return digest(canonicalJson(without(bundle, ['sha256'])));
}

/** What the encrypted part is bound to: everything in a bundle but the digest and that part. */
export function sealedContext(bundle: ValueObject): string {
  return canonicalJson(without(bundle, ['sha256', 'sealed']));
}

function without(object: ValueObject, keys: readonly string[]): ValueObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** By kind, and within a kind by file; no order of the machine's language. */
function inOrder(documents: readonly PlacedDocument[]): readonly PlacedDocument[] {
  const rank = ({ stored }: PlacedDocument) => documentKinds.indexOf(documentKind(stored.content));
  return documents.toSorted((one, other) => rank(one) - rank(other) || compared(one.file, other.file));
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return compared(one.name, other.name);
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * Documents in the order of a bundle, each under a name that every system can hold; one whose file somebody gave another
 * name gets the one that it would have.
 */
export function leavingDocuments(documents: readonly PlacedDocument[]): readonly LeavingDocument[] {
  const taken = new Set<string>();
  return inOrder(documents).map(({ file, stored }) => {
    const { content } = stored;
    const kind = documentKind(content);
    const wanted = isDocumentFile(file)
      ? file
      : `${documentFolders[kind]}/${documentSlug(content.name, kind)}.json`;
    const free = freeFile(wanted, taken);
    taken.add(comparableName(free));
    return { file: free, from: file, stored };
  });
}

function freeFile(file: string, taken: ReadonlySet<string>): string {
  const stem = file.slice(0, -'.json'.length);
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? file : `${stem}-${String(number)}.json`;
    if (!taken.has(comparableName(free))) return free;
  }
}

/** As its file says it: keys in their order, those of newer versions kept. */
function valueOfDocument(stored: StoredFile<WorkspaceDocument>): Value {
  const read = readJson(writeDocument(stored.content, stored));
  if (!read.ok) throw new Error(`A document was written that is no JSON: ${read.failure.message}`);
  return read.value;
}
