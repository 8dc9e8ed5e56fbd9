import { writeDocument } from '../workspace/write-stored-file.ts';
import type { DocumentId, DocumentKind, WorkspaceDocument } from '../workspace/document.ts';
import { documentKind } from '../workspace/document.ts';
import { filesSentBy } from './bundle-reach.ts';
import { type FilesHere, noFilesHere } from './files-here.ts';
import type { PlacedDocument } from './make-bundle.ts';

/** What a person can do with a document that is in the workspace already, in another version. */
export const importAnswers = ['keep-both', 'replace', 'skip'] as const;
export type ImportAnswer = (typeof importAnswers)[number];

/**
 * What a document of a bundle is to a workspace: not there yet, there word for word, or there in another version, so that a
 * person has to say what becomes of it.
 */
export interface ImportEntry {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly name: string;
  /** Where it lies in the bundle. */
  readonly file: string;
  readonly state: 'new' | 'same' | 'conflict';
  /** What the document of the workspace is called; absent for a new one. */
  readonly there?: { readonly name: string; readonly file: string };
  /** The files that it sends and that are there with other content; absent where there are none. */
  readonly otherFiles?: readonly string[];
  /** Set where the document itself is there word for word, and only its files are others. */
  readonly isSameDocument?: true;
  /** The flow that it was made for and whose answer holds for it too; absent for what stands for itself. */
  readonly belongsTo?: DocumentId;
}

type Placed = readonly PlacedDocument[];

/** Whoever shows a plan has it carried out next: documents that were held against each other are not written out again. */
const plans = new WeakMap<Placed, WeakMap<Placed, Planned>>();

/** A plan, and the files that it was made for. */
interface Planned {
  readonly files: FilesHere;
  readonly plan: readonly ImportEntry[];
}

/**
 * Holds every document of a bundle against a workspace, with the files that flows send: a flow is the same only where these
 * are. Nothing is changed by it; for the same lists it is the same plan.
 */
export function importPlan(
  incoming: Placed,
  present: Placed,
  files: FilesHere = noFilesHere,
): readonly ImportEntry[] {
  const ofBundle = plans.get(incoming) ?? new WeakMap<Placed, Planned>();
  plans.set(incoming, ofBundle);
  const known = ofBundle.get(present);
  if (known?.files === files) return known.plan;
  const plan = planOf(incoming, present, files);
  ofBundle.set(present, { files, plan });
  return plan;
}

function planOf(incoming: Placed, present: Placed, files: FilesHere): readonly ImportEntry[] {
  const known = new Map<string, PlacedDocument>(present.map((each) => [each.stored.content.id, each]));
  const flows = new Set<string>(incoming.map(({ stored }) => stored.content.id));
  return incoming.map(({ file, stored }) => {
    const { content } = stored;
    const there = known.get(content.id);
    const owner = ownerOf(content);
    return {
      id: content.id,
      kind: documentKind(content),
      name: content.name,
      file,
      ...(there === undefined
        ? { state: 'new' }
        : {
            ...heldAgainst(stored, there.stored, files),
            there: { name: there.stored.content.name, file: there.file },
          }),
      ...(owner !== null && flows.has(owner) ? { belongsTo: owner } : {}),
    };
  });
}

/** What a document is to the one of the workspace that has its id. */
function heldAgainst(
  incoming: PlacedDocument['stored'],
  there: PlacedDocument['stored'],
  files: FilesHere,
): Pick<ImportEntry, 'state' | 'otherFiles' | 'isSameDocument'> {
  const { content } = incoming;
  const sent = content.format === 'flowbench.flow' ? filesSentBy(content) : [];
  const otherFiles = sent.filter((name) => files.get(name) === 'other');
  const isSameDocument = isSame(incoming, there);
  return {
    state: isSameDocument && otherFiles.length === 0 ? 'same' : 'conflict',
    ...(otherFiles.length === 0 ? {} : { otherFiles }),
    ...(isSameDocument && otherFiles.length > 0 ? { isSameDocument } : {}),
  };
}

/** The flow that a document is made for. */
export function ownerOf(document: WorkspaceDocument): DocumentId | null {
  return 'flow' in document ? document.flow : null;
}

function isSame(one: PlacedDocument['stored'], other: PlacedDocument['stored']): boolean {
  return writeDocument(one.content, one) === writeDocument(other.content, other);
}
