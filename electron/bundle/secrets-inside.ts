import type { BundledFile, NeededSecret } from '#shared/bundle/bundle.ts';
import {
  bundleHead,
  type LeavingDocument,
  leavingDocuments,
  type PlacedDocument,
} from '#shared/bundle/make-bundle.ts';
import { neededSecrets } from '#shared/bundle/needed-secrets.ts';
import type { FlowId } from '#shared/ids/ids.ts';
import type { SilencedRule } from '#shared/lint/silenced-rule.ts';
import type { KnownSecret } from '#shared/secret/scrub/secret-pattern.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { isShortSecret } from '#shared/secret/short-secret.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import { type DocumentId, documentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { withoutEntities } from './html-entities.ts';
import { unpackedBytes } from './packed-bytes.ts';
import { withinBase64 } from './within-base64.ts';

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
  readonly silenced?: readonly SilencedRule[] | undefined;
  readonly documents: readonly PlacedDocument[];
  readonly files: readonly LeavingFile[];
}

type LeavingFile = Pick<BundledFile, 'name'> & { readonly bytes: Uint8Array };

/**
 * Every place where the value of a secret stands in what goes into a bundle, in any encoding that the scrubber knows, in
 * base64 of such an encoding, and written for web pages; also within files and bodies of fixtures, packed ones too. Values
 * that are too short to be searched for (`isShortSecret`) are found where they are the whole of a text.
 */
export function secretsInside(leaving: Leaving, secrets: readonly NamedSecret[]): readonly SecretInside[] {
  const searches = searchesFor(secrets);
  return partsOf(leaving).flatMap(({ documentId, names, texts, where }) => {
    const inNames = searches(names);
    const found = searches([...names, ...texts()].flatMap(everyReading)).map((name) => ({
      name,
      where: inNames.includes(name) ? inName : where,
      documentId,
    }));
    // A secret may have several values that give it away, as an access token and a cookie have.
    return [...new Map(found.map((each) => [`${each.name} ${each.where}`, each])).values()];
  });
}

/** A text, as web pages show it, and what stands in it within base64. */
function everyReading(text: string): readonly string[] {
  return withoutEntities(text).flatMap((shown) => [shown, ...withinBase64(shown).flatMap(withoutEntities)]);
}

/** Where the name itself gives a secret away, it is not said. */
const inName = 'the name of a file or a folder';

/** Gives the names of the secrets that stand in some texts: one search for all of them, and only where it finds any, each. */
function searchesFor(secrets: readonly NamedSecret[]): (texts: readonly string[]) => readonly string[] {
  const short = secrets.filter(({ value }) => isShortSecret(value));
  const alone = short.map(({ name, value }) => ({ name, stands: standsAlone(value) }));
  const long = secrets.filter(({ value }) => !isShortSecret(value));
  const apart = long.map((secret) => ({ name: secret.name, stands: finds([secret]) }));
  const standsAny = finds(long);
  return (texts) => {
    const suspicious = texts.filter(standsAny);
    return [
      ...apart.filter(({ stands }) => suspicious.some(stands)),
      ...alone.filter(({ stands }) => texts.some(stands)),
    ].map(({ name }) => name);
  };
}

/** Whether a text gives any of some secrets away. */
function finds(secrets: readonly KnownSecret[]): (text: string) => boolean {
  const { ranges } = createScrubber(secrets);
  return (text) => ranges(text).length > 0;
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
    texts: () => [...[whole, ...unpackedBytes(whole)].flatMap(readings), whole.toString('base64')],
  };
}

/** The body of a fixture as the bytes that it stands for, and as what they unpack to. */
function bodyTexts(document: WorkspaceDocument): readonly string[] {
  if (document.format !== 'flowbench.fixture') return [];
  const { body } = document;
  const bytes = 'text' in body ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64');
  return [bytes, ...unpackedBytes(bytes)].flatMap(readings);
}

/** As the texts that somebody could take the bytes for. */
function readings(bytes: Buffer): readonly string[] {
  const pairs = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const [utf8, latin1] = [bytes.toString('utf8'), bytes.toString('latin1')];
  return [
    utf8,
    ...(latin1 === utf8 ? [] : [latin1]),
    pairs.toString('utf16le'),
    pairs.swap16().toString('utf16le'),
  ];
}
