import { z } from 'zod';
import { endpointIdSchema, environmentIdSchema, secretSlotSchema } from '../ids/ids.ts';
import { documentIdSchema, documentKinds, type WorkspaceDocument } from '../workspace/document.ts';
import type { FilesHere } from './files-here.ts';
import { type ImportEntry, importPlan } from './import-plan.ts';
import type { PlacedDocument } from './make-bundle.ts';
import type { ReadBundle } from './read-bundle.ts';
import { weakenedSafety } from './weakened-safety.ts';

/** What a bundle is to the open workspace, to look at before anything is imported: no content, no value. */
export const importViewSchema = z.strictObject({
  /** What the main process knows the bundle by, as long as somebody looks at it. */
  handle: z.string(),
  /** The name of the bundle's file. */
  file: z.string(),
  name: z.string(),
  madeBy: z.strictObject({ name: z.string(), version: z.string() }),
  sha256: z.string(),
  documents: z.array(
    z.strictObject({
      id: documentIdSchema,
      kind: z.enum(documentKinds),
      name: z.string(),
      file: z.string(),
      state: z.enum(['new', 'same', 'conflict']),
      there: z.strictObject({ name: z.string(), file: z.string() }).optional(),
      /** The files that it sends and that are here with other content. */
      otherFiles: z.array(z.string()).optional(),
      /** Set where only its files are others. */
      isSameDocument: z.literal(true).optional(),
      belongsTo: documentIdSchema.optional(),
      /** Whether it is one of the flows that were chosen. */
      isChosen: z.boolean(),
    }),
  ),
  files: z.array(z.strictObject({ name: z.string(), sizeBytes: z.number() })),
  needed: z.array(
    z.strictObject({
      name: z.string(),
      purpose: z.string(),
      holder: z.union([endpointIdSchema, environmentIdSchema]),
      slot: secretSlotSchema,
      /** Where it goes; absent for a value of an environment. */
      origin: z.string().optional(),
      /** Whether it is the content of a file, which nobody types. */
      isFile: z.boolean(),
    }),
  ),
  /** Whether values travel along behind a passphrase. */
  isSealed: z.boolean(),
  weakened: z.array(z.strictObject({ endpoint: z.string(), what: z.string() })),
});

export type ImportView = z.infer<typeof importViewSchema>;

/** Holds a bundle against the documents of a workspace, for a person. */
export function importView(
  bundle: ReadBundle,
  { files: here, present }: { readonly present: readonly PlacedDocument[]; readonly files: FilesHere },
  { file, handle }: Pick<ImportView, 'file' | 'handle'>,
): ImportView {
  const { documents, files, flows, madeBy, name, sealed, secrets, sha256 } = bundle;
  const contents = documents.map(({ stored }) => stored.content);
  const fileSlots = new Set(contents.flatMap(slotsOfFiles));
  return {
    handle,
    file,
    name,
    madeBy,
    sha256,
    documents: importPlan(documents, present, here).map((entry) => ({
      ...mutable(entry),
      isChosen: flows.includes(entry.id),
    })),
    files: files.map((each) => ({ name: each.name, sizeBytes: each.sizeBytes })),
    needed: secrets.map(({ use: _use, ...needed }) => ({ ...needed, isFile: fileSlots.has(needed.slot) })),
    isSealed: sealed !== null,
    weakened: weakenedSafety(contents).map((each) => ({ ...each })),
  };
}

function mutable({ otherFiles, there, ...entry }: ImportEntry) {
  return {
    ...entry,
    ...(there === undefined ? {} : { there: { ...there } }),
    ...(otherFiles === undefined ? {} : { otherFiles: [...otherFiles] }),
  };
}

/** The slots of an endpoint whose secrets are contents of files. */
function slotsOfFiles(document: WorkspaceDocument): readonly string[] {
  if (document.format !== 'flowbench.endpoint') return [];
  const { clientCertificate: own } = document.tls;
  if (own === undefined) return [];
  return [own.type === 'pem' ? own.key.secret : own.file.secret];
}
