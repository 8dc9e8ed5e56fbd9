import { webcrypto } from 'node:crypto';
import type { BundleChoice } from '#shared/bundle/bundle-reach.ts';
import { type DocumentDifference, documentDifference } from '#shared/bundle/document-difference.ts';
import type { ExportView } from '#shared/bundle/export-view.ts';
import { importView, type ImportView } from '#shared/bundle/import-view.ts';
import type { PlacedDocument } from '#shared/bundle/make-bundle.ts';
import type { ReadBundle } from '#shared/bundle/read-bundle.ts';
import type { SilencedRule } from '#shared/lint/silenced-rule.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { attachedBytes } from '../attached-bytes.ts';
import {
  exportBundle,
  type ExportFailure,
  type ExportSource,
  type KnownHere,
  previewExport,
} from '../export-bundle.ts';
import { type BundleFileFailure, readBundleFile, readBundleText } from '../import-bundle.ts';
import { lookForFiles } from '../look-for-files.ts';
import { exportView } from '../export-view.ts';
import type { SecretsHere } from '../secrets-kept-here.ts';
import { type TakeFailure, type TakenParts, takeFromBundle, type TakeWish } from '../take-from-bundle.ts';
import { placedDocument, type WrittenDocument, writtenDocument } from './written-document.ts';

/** Where a bundle is read from: a file that somebody picked, or the text of one that they dropped. */
export type BundleSource = { readonly file: string } | { readonly name: string; readonly text: string };

/** What an import writes, as it goes from one thread to another. */
export interface WrittenParts extends Omit<TakenParts, 'documents'> {
  readonly documents: readonly (Omit<TakenParts['documents'][number], 'stored'> & WrittenDocument)[];
}

/** What an export is made from, as it goes from one thread to another. */
export interface ExportWork {
  readonly choice: BundleChoice;
  readonly name: string;
  readonly version: string;
  readonly silenced: readonly SilencedRule[];
  readonly documents: readonly WrittenDocument[];
  /** Where the files lie that bodies send, as the workspace has found them. */
  readonly files: readonly (readonly [name: string, place: Outcome<string, { readonly message: string }>])[];
  readonly secrets: readonly KnownHere[];
}

/** The workspace that a bundle is held against: its real path, and the documents that matter. */
interface ComparedWorkspace {
  readonly folder: string;
  readonly present: readonly WrittenDocument[];
}

/** A bundle that somebody looks at, and the documents of the workspace that it was held against. */
interface Held {
  readonly handle: string;
  readonly bundle: ReadBundle;
  readonly present: readonly PlacedDocument[];
}

/**
 * The work on bundles that takes long: reading, hashing, comparing, searching for secrets, encrypting. It goes on in a thread
 * of its own (`bundle-worker.ts`), which also keeps the one bundle that was read last; what goes in and out is plain data.
 */
export function bundleTasks() {
  let held: Held | null = null;
  const heldBy = (handle: string): Held | null => (held?.handle === handle ? held : null);
  return {
    /** Gives the ids of its documents. A bundle that cannot be read leaves the one that was read before. */
    read: async (input: {
      readonly handle: string;
      readonly source: BundleSource;
    }): Promise<Outcome<readonly string[], BundleFileFailure>> => {
      const { handle, source } = input;
      const read =
        'file' in source ? await readBundleFile(source.file) : readBundleText(source.name, source.text);
      if (!read.ok) return read;
      held = { handle, bundle: read.value, present: [] };
      return succeeded(read.value.documents.map(({ stored }) => stored.content.id));
    },
    /** `null` where another bundle was read meanwhile. */
    view: async (
      input: ComparedWorkspace & { readonly handle: string; readonly file: string },
    ): Promise<ImportView | null> => {
      const now = heldBy(input.handle);
      if (now === null) return null;
      const present = input.present.map(placedDocument);
      held = { ...now, present };
      const files = await lookForFiles(input.folder, now.bundle);
      return importView(now.bundle, { present, files }, input);
    },
    /** What differs between a document here and in the bundle; `null` where it is not in both. */
    compare: (input: { readonly handle: string; readonly id: string }): DocumentDifference | null => {
      const now = heldBy(input.handle);
      const [here, bundled] = [now?.present, now?.bundle.documents].map((documents) =>
        documents?.find(({ stored }) => stored.content.id === input.id),
      );
      if (here === undefined || bundled === undefined) return null;
      return documentDifference(writtenDocument(here).text, writtenDocument(bundled).text);
    },
    /** `null` where another bundle was read meanwhile. */
    take: async (
      input: Omit<TakeWish, 'present' | 'files' | 'fillRandom'> &
        ComparedWorkspace & { readonly handle: string },
    ): Promise<Outcome<WrittenParts, TakeFailure> | null> => {
      const now = heldBy(input.handle);
      if (now === null) return null;
      const present = input.present.map(placedDocument);
      const fillRandom = (bytes: Uint8Array) => webcrypto.getRandomValues(bytes);
      const files = await lookForFiles(input.folder, now.bundle);
      const taken = await takeFromBundle(now.bundle, { ...input, present, files, fillRandom });
      return taken.ok ? succeeded(writtenParts(taken.value)) : taken;
    },
    forget: ({ handle }: { readonly handle: string }): null => {
      if (heldBy(handle) !== null) held = null;
      return null;
    },
    preview: async (
      input: ExportWork & { readonly here: SecretsHere },
    ): Promise<Outcome<ExportView, ExportFailure>> => {
      const preview = await previewExport(sourceOf(input), input.choice);
      return preview.ok ? succeeded(exportView(preview.value, input.choice, input.here)) : preview;
    },
    /** Gives the bytes of the bundle's file. */
    export: async (
      input: ExportWork & { readonly passphrase: string | null },
    ): Promise<Outcome<Uint8Array, ExportFailure>> => {
      const made = await exportBundle(sourceOf(input), input.choice, input.passphrase);
      return made.ok ? succeeded(new TextEncoder().encode(made.value)) : made;
    },
  };
}

export type BundleTasks = ReturnType<typeof bundleTasks>;

function writtenParts({ documents, ...parts }: TakenParts): WrittenParts {
  return {
    ...parts,
    documents: documents.map(({ stored, ...document }) => ({
      ...document,
      ...writtenDocument({ file: document.file, stored }),
    })),
  };
}

function sourceOf({ documents, files, name, secrets, silenced, version }: ExportWork): ExportSource {
  const places = new Map(files);
  return {
    name,
    version,
    silenced,
    documents: documents.map(placedDocument),
    readFile: (file) =>
      attachedBytes(file, Promise.resolve(places.get(file) ?? failed({ message: `${file} is not there.` }))),
    secrets: () => Promise.resolve(secrets),
  };
}
