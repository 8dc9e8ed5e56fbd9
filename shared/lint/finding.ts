import type { NodeId } from '../ids/ids.ts';
import type { DocumentId, WorkspaceDocument } from '../workspace/document.ts';

/** How bad a finding is: a run fails by it, a run may go otherwise than meant, or it is worth a look. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** Something that is wrong with a document, or looks so: what, where, and the ways to mend it. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** One sentence for people. */
  readonly message: string;
  readonly place: FindingPlace;
  readonly fixes: readonly Fix[];
  /** Why nobody wants to be told of it there; `null` where nobody said so. */
  readonly silenced: string | null;
}

/** Where a finding is: in a document, mostly in a node of it, there at an exit or in a field. */
export interface FindingPlace {
  readonly documentId: DocumentId;
  /** `null` in documents without nodes, and for what is wrong with a flow as a whole. */
  readonly nodeId: NodeId | null;
  readonly exit: string | null;
  readonly field: FieldPlace | null;
}

/** A field of an editor, and a stretch of its text. */
export interface FieldPlace {
  /** Its label, or that of its table. */
  readonly field: string;
  /** The tab of an API Call that has it; `null` where there are no tabs. */
  readonly tab: 'request' | 'body' | 'response' | 'retry' | 'exits' | null;
  /** The row and cell of a table, counted from 1; `null` where the field is no table. */
  readonly row: { readonly number: number; readonly cell: string } | null;
  /** UTF-16 offsets in the field's text, the end is exclusive; `null` where the field as a whole is meant. */
  readonly range: { readonly start: number; readonly end: number } | null;
}

/** A way to mend a finding with one choice: a change of its document, which is one step for undo. */
export interface Fix {
  readonly title: string;
  readonly edit: FixEdit;
}

/** Changes a document as it is by then; what has changed under the finding is left as it is. */
export type FixEdit = (document: WorkspaceDocument, newNodeId: () => NodeId) => WorkspaceDocument;
