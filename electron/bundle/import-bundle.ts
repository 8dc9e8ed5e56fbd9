import { open } from 'node:fs/promises';
import path from 'node:path';
import type { NeededSecret } from '#shared/bundle/bundle.ts';
import { filesSentBy } from '#shared/bundle/bundle-reach.ts';
import { bundleLimits } from '#shared/bundle/bundle-limits.ts';
import {
  type ImportedDocument,
  importedDocuments,
  type ImportSetting,
} from '#shared/bundle/imported-documents.ts';
import { importPlan } from '#shared/bundle/import-plan.ts';
import { type BundleFailure, readBundle, type ReadBundle } from '#shared/bundle/read-bundle.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import type { DocumentFailure } from '#shared/workspace/workspace-failure.ts';
import { systemErrorReason } from '../workspace/files/system-error.ts';
import type { ImportedParts } from '../workspace/import-into-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { bundleSha256 } from './bundle-digest.ts';

/** Why a file gives no bundle; `message` is a sentence for people. */
export type BundleFileFailure = BundleFailure | { readonly code: 'unreadable'; readonly message: string };

/** Reads a bundle from its file. Nothing in it is rendered, run or fetched, and no more of it is read than may be in one. */
export async function readBundleFile(file: string): Promise<Outcome<ReadBundle, BundleFileFailure>> {
  const name = path.basename(file);
  const bytes = await bytesOf(file);
  if (!bytes.ok) return failed({ code: 'unreadable', message: `${file} cannot be read: ${bytes.failure}.` });
  const text = textOf(bytes.value);
  return text === null
    ? failed({ code: 'not-json', message: `${name} is damaged: it is not text in UTF-8.` })
    : readBundleText(name, text);
}

/** Reads a bundle from its text, with the same care. */
export function readBundleText(name: string, text: string): Outcome<ReadBundle, BundleFailure> {
  return readBundle(name, text, bundleSha256);
}

async function bytesOf(file: string): Promise<Outcome<Uint8Array, string>> {
  try {
    const handle = await open(file, 'r');
    try {
      const pieces: Uint8Array[] = [];
      let left: number = bundleLimits.sizeBytes;
      // What a pipe gives has no size beforehand.
      for await (const piece of handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
        left -= piece.byteLength;
        if (left < 0) return failed('it has more than 100 MB');
        pieces.push(piece);
      }
      return succeeded(Buffer.concat(pieces));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(systemErrorReason(error));
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What an import has put into a workspace. */
export interface ImportResult extends ImportedParts {
  /** The secrets that have to be entered for what was imported, by the documents and slots that they have here. */
  readonly secrets: readonly PlacedSecret[];
  /** For each document of the bundle that was written, its id here. */
  readonly ids: ReadonlyMap<string, string>;
}

/** A secret of a bundle, and where it is kept here. */
export interface PlacedSecret {
  readonly needed: NeededSecret;
  readonly holder: NeededSecret['holder'];
  readonly slot: NeededSecret['slot'];
}

/** What an import writes, and where its secrets are kept here. */
export interface BundleParts {
  readonly documents: readonly ImportedDocument[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly secrets: readonly PlacedSecret[];
}

/** The parts of a bundle that an import writes, as the person has answered. */
export function bundleParts(bundle: ReadBundle, setting: ImportSetting): BundleParts {
  const documents = importedDocuments(bundle.documents, setting);
  const files = filesFor(
    [...documents.map(({ stored }) => stored.content), ...lackingFiles(bundle, setting)],
    bundle,
  );
  return { documents, files, secrets: placedSecrets(bundle.secrets, documents) };
}

/** Puts a bundle into a workspace, as the person has answered: all that they took, or nothing. */
export async function importBundle(
  workspace: Pick<Workspace, 'importParts'>,
  bundle: ReadBundle,
  setting: ImportSetting,
): Promise<Outcome<ImportResult, DocumentFailure>> {
  return importParts(workspace, bundleParts(bundle, setting));
}

/** Writes the parts: all of them, or nothing. */
export async function importParts(
  workspace: Pick<Workspace, 'importParts'>,
  { documents, files, secrets }: BundleParts,
): Promise<Outcome<ImportResult, DocumentFailure>> {
  const imported = await workspace.importParts({ documents, files });
  if (!imported.ok) return imported;
  return succeeded({
    ...imported.value,
    secrets,
    ids: new Map(documents.map(({ from, stored }) => [from, stored.content.id])),
  });
}

/** The flows that are here word for word and lack a file that they send: it comes with the bundle. */
function lackingFiles(
  { documents }: ReadBundle,
  { files, present }: ImportSetting,
): readonly WorkspaceDocument[] {
  const plan = importPlan(documents, present, files);
  const same = new Set<string>(plan.filter(({ state }) => state === 'same').map(({ id }) => id));
  const contents = documents.map(({ stored }) => stored.content).filter(({ id }) => same.has(id));
  return contents.filter(
    (each) =>
      each.format === 'flowbench.flow' && filesSentBy(each).some((name) => files?.get(name) === 'missing'),
  );
}

/** Only what these flows send: what is skipped leaves no files behind. */
function filesFor(contents: readonly WorkspaceDocument[], { files }: ReadBundle) {
  const flows = contents.filter((each) => each.format === 'flowbench.flow');
  const sent = new Set(flows.flatMap(filesSentBy));
  return files
    .filter(({ name }) => sent.has(name))
    .map(({ base64, name }) => ({ name, bytes: Buffer.from(base64, 'base64') }));
}

function placedSecrets(
  needed: readonly NeededSecret[],
  documents: readonly ImportedDocument[],
): readonly PlacedSecret[] {
  const byId = new Map<string, ImportedDocument>(documents.map((document) => [document.from, document]));
  return needed.flatMap((secret) => {
    const document = byId.get(secret.holder);
    const slot = document?.slots.get(secret.slot);
    if (document === undefined || slot === undefined) return [];
    return [{ needed: secret, holder: document.stored.content.id as PlacedSecret['holder'], slot }];
  });
}
