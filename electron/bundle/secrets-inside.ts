import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { BundledFile, NeededSecret } from '#shared/bundle/bundle.ts';
import {
  bundleHead,
  type LeavingDocument,
  leavingDocuments,
  type PlacedDocument,
} from '#shared/bundle/make-bundle.ts';
import { neededSecrets } from '#shared/bundle/needed-secrets.ts';
import type { FlowId } from '#shared/ids/ids.ts';
import type { KnownSecret } from '#shared/secret/scrub/secret-pattern.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { isShortSecret } from '#shared/secret/short-secret.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import { type DocumentId, documentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';

/** A secret by the name that it has in the bundle. */
export interface NamedSecret extends KnownSecret {
  readonly name: string;
}

/** A secret whose value stands in what was about to leave. */
export interface SecretInside {
  readonly name: string;
  /** The document or the file that it stands in, or what else of the bundle, in words. */
  readonly where: string;
  /** The document; `null` for a place that is none. */
  readonly documentId: DocumentId | null;
}

/** What is about to leave. */
export interface Leaving {
  /** What the bundle is called, also in the name of its file. */
  readonly name: string;
  /** The version of the product. */
  readonly version: string;
  readonly flows: readonly FlowId[];
  readonly documents: readonly PlacedDocument[];
  readonly files: readonly LeavingFile[];
}

type LeavingFile = Pick<BundledFile, 'name'> & { readonly bytes: Uint8Array };

/** Bodies larger than this are not unpacked to look into them. */
const mostUnpacked = 50 * 1024 * 1024;

/**
 * Every place where the value of a secret stands in what goes into a bundle, in any encoding that the scrubber knows, also
 * within files and packed bodies of fixtures. Values that are too short to be searched for (`isShortSecret`) are found where
 * they are the whole of a text.
 */
export function secretsInside(leaving: Leaving, secrets: readonly NamedSecret[]): readonly SecretInside[] {
  const searches = secrets.map((secret) => ({ name: secret.name, stands: searchFor(secret) }));
  return partsOf(leaving).flatMap(({ documentId, names, texts, where }) => {
    const read = [...names, ...texts()];
    const found = searches
      .filter(({ stands }) => read.some(stands))
      .map(({ name, stands }) => ({ name, where: names.some(stands) ? inName : where, documentId }));
    // A secret may have several values that give it away, as an access token and a cookie have.
    return [...new Map(found.map((each) => [`${each.name} ${each.where}`, each])).values()];
  });
}

/** Where the name itself gives a secret away, it is not said. */
const inName = 'the name of a file or a folder';

/** Whether a text gives a secret away. */
function searchFor(secret: NamedSecret): (text: string) => boolean {
  if (isShortSecret(secret.value)) return standsAlone(secret.value);
  const { ranges } = createScrubber([secret]);
  const hexadecimal = Buffer.from(secret.value, 'utf8').toString('hex');
  return (text) => ranges(text).length > 0 || text.toLowerCase().includes(hexadecimal);
}

/** A value that is too short to be searched for within others is found where it is the whole of a text or of a line. */
function standsAlone(value: string): (text: string) => boolean {
  const written = JSON.stringify(value);
  return (text) => value !== '' && (text.includes(written) || text.split(/\r?\n/).includes(value));
}

interface LeavingPart extends Pick<SecretInside, 'documentId' | 'where'> {
  /** The names of files that come of it. */
  readonly names: readonly string[];
  readonly texts: () => readonly string[];
}

function partsOf(leaving: Leaving): readonly LeavingPart[] {
  const documents = leavingDocuments(leaving.documents);
  const needed = neededSecrets(documents.map(({ stored }) => stored.content));
  return [
    ...partsOfHead(leaving),
    ...documents.map((document) => partOfDocument(document, needed)),
    ...leaving.files.map(partOfFile),
  ];
}

/** What a bundle says of itself, but for the secrets that it needs: those are named after documents. */
function partsOfHead(leaving: Leaving): readonly LeavingPart[] {
  const { name, secrets: _secrets, ...rest } = bundleHead(leaving);
  const head = { documentId: null, names: [] };
  const ofName = [name, writeJson(name), documentSlug(name, 'flow')];
  return [
    { ...head, where: 'the name of the workspace', texts: () => ofName },
    { ...head, where: 'what every bundle says of itself', texts: () => [writeJson(rest)] },
  ];
}

function partOfDocument(
  { file, from, stored }: LeavingDocument,
  secrets: readonly NeededSecret[],
): LeavingPart {
  const { content } = stored;
  const named = secrets.filter(({ holder }) => holder === content.id);
  return {
    where: from,
    documentId: content.id,
    // A bundle of one flow has a file that is called after it.
    names: [from, file, documentSlug(content.name, documentKind(content))],
    texts: () => [
      writeDocument(content, stored),
      ...named.flatMap(({ name, origin = '', purpose }) => [name, purpose, origin]),
      ...bodyTexts(content),
    ],
  };
}

function partOfFile({ bytes, name }: LeavingFile): LeavingPart {
  const whole = Buffer.from(bytes);
  return {
    where: name,
    documentId: null,
    names: [name],
    // In a bundle stands the base64 of it, which may be what a secret looks like.
    texts: () => [...readings(whole), whole.toString('base64')],
  };
}

/** The body of a fixture as the bytes that it stands for, and unpacked where its headers say that it is packed. */
function bodyTexts(document: WorkspaceDocument): readonly string[] {
  if (document.format !== 'flowbench.fixture') return [];
  const { body } = document;
  const bytes = 'text' in body ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64');
  return [bytes, ...unpacked(bytes)].flatMap(readings);
}

/** Whatever packing the bytes turn out to have; most have none. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  const limit = { maxOutputLength: mostUnpacked };
  return [
    () => gunzipSync(bytes, limit),
    () => inflateSync(bytes, limit),
    () => brotliDecompressSync(bytes, limit),
  ].flatMap((unpack) => {
    try {
      return [unpack()];
    } catch {
      return [];
    }
  });
}

/** As the texts that somebody could take the bytes for. */
function readings(bytes: Buffer): readonly string[] {
  return [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')];
}
