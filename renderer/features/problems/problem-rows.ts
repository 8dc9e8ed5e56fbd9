import { fieldAndRow } from '#shared/flow/node-texts.ts';
import type { Finding, Severity } from '#shared/lint/finding.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import type { FlowNode, NodeKind } from '#shared/nodes/node.ts';
import { documentKind, type DocumentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import type { DocumentsState } from '../../store/documents-store.ts';
import { countsInWords, countsOf, findingKey } from '../../store/problems-store.ts';

/** What the list is narrowed to. */
export interface ProblemFilter {
  /** Words that a row must have. */
  readonly typed: string;
  readonly severities: ReadonlySet<Severity>;
  /** One document; `null` for the whole workspace. */
  readonly documentId: string | null;
}

/** A document's head, or a finding of it. */
export type ProblemRow =
  | {
      readonly kind: 'document';
      readonly id: string;
      readonly name: string;
      readonly icon: DocumentKind;
      readonly counts: string;
      readonly folded: boolean;
    }
  | {
      readonly kind: 'finding';
      readonly id: string;
      readonly finding: Finding;
      /** `null` for what is wrong with the document as a whole. */
      readonly node: { readonly name: string; readonly kind: NodeKind } | null;
      /** The field in words; empty where there is none. */
      readonly field: string;
    };

type Documents = DocumentsState['documents'];

/** The rows of the list: document by document, and in a flow node by node, as the linter tells them. */
export function problemRows(
  findings: readonly Finding[],
  documents: Documents,
  filter: ProblemFilter,
  folded: ReadonlySet<string>,
): readonly ProblemRow[] {
  const words = filter.typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const byDocument = new Map<string, ProblemRow[]>();
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const { documentId } = finding.place;
    const document = documents[documentId]?.document;
    if (document === undefined || !filter.severities.has(finding.severity)) continue;
    if (filter.documentId !== null && filter.documentId !== documentId) continue;
    const row = rowOf(finding, document, seen);
    if (!words.every((word) => textOf(row, document).includes(word))) continue;
    const rows = byDocument.get(documentId) ?? [];
    rows.push(row);
    byDocument.set(documentId, rows);
  }
  return [...byDocument].flatMap(([id, rows]) => [
    headOf(id, rows, documents, folded.has(id)),
    ...(folded.has(id) ? [] : rows),
  ]);
}

function headOf(id: string, rows: readonly ProblemRow[], documents: Documents, folded: boolean): ProblemRow {
  const document = documents[id]?.document;
  const findings = rows.flatMap((row) => (row.kind === 'finding' ? [row.finding] : []));
  return {
    kind: 'document',
    id,
    name: document?.name ?? '',
    icon: document === undefined ? 'flow' : documentKind(document),
    counts: headCounts(findings),
    folded,
  };
}

function headCounts(findings: readonly Finding[]): string {
  const told = findings.filter(({ silenced }) => silenced === null);
  const silenced = findings.length - told.length;
  const parts = [countsInWords(countsOf(told)), silenced === 0 ? '' : `${String(silenced)} silenced`];
  return parts.filter((part) => part !== '').join(', ');
}

function rowOf(
  finding: Finding,
  document: WorkspaceDocument,
  seen: Map<string, number>,
): Extract<ProblemRow, { kind: 'finding' }> {
  const key = findingKey(finding);
  const times = seen.get(key) ?? 0;
  seen.set(key, times + 1);
  const node = nodesOf(document).get(finding.place.nodeId ?? '');
  const { exit, field } = finding.place;
  return {
    kind: 'finding',
    id: times === 0 ? key : `${key} ${String(times)}`,
    finding,
    node: node === undefined ? null : { name: node.name, kind: node.kind },
    field: exit === null ? (field === null ? '' : fieldAndRow(field)) : exitName(node, exit),
  };
}

function textOf(row: Extract<ProblemRow, { kind: 'finding' }>, { name }: WorkspaceDocument): string {
  const { finding, node, field } = row;
  return `${finding.message} ${finding.silenced ?? ''} ${finding.ruleId} ${finding.severity} ${node?.name ?? ''} ${field} ${name}`.toLowerCase();
}

const known = new WeakMap<WorkspaceDocument, ReadonlyMap<string, FlowNode>>();

function nodesOf(document: WorkspaceDocument): ReadonlyMap<string, FlowNode> {
  const nodes = document.format === 'flowbench.flow' ? document.nodes : [];
  const byId = known.get(document) ?? new Map(nodes.map((node) => [node.id, node]));
  known.set(document, byId);
  return byId;
}
