import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Finding, Severity } from '#shared/lint/finding.ts';

export interface ProblemsState {
  /** Those that somebody wants to be told of. */
  readonly findings: readonly Finding[];
  /** Those of rules that are silenced where they are found. */
  readonly silenced: readonly Finding[];
  /** The worst of each document and node (`nodeMarkId`) that has more than notes; the same object as long as none differs. */
  readonly marks: ReadonlyMap<string, ProblemMark>;
  /** The finding that was gone to last: the next one is counted from it. */
  readonly current: Finding | null;
  /** The finding whose ways to mend it are to be offered. */
  readonly offered: Finding | null;
}

/** What is wrong with the open workspace, as far as it was looked through. */
export const problemsStore = createStore<ProblemsState>(() => ({
  findings: [],
  silenced: [],
  marks: new Map(),
  current: null,
  offered: null,
}));

export function useProblems<Part>(select: (state: ProblemsState) => Part): Part {
  return useStore(problemsStore, select);
}

/** The workspace was looked through. What was gone to stays so while it is still there, whatever object tells of it. */
export function findingsArrived(all: readonly Finding[]): void {
  const findings = all.filter(({ silenced }) => silenced === null);
  const marks = marksOf(findings);
  const again = (known: Finding | null) =>
    known === null ? undefined : all.find((each) => isSameFinding(each, known));
  problemsStore.setState(({ current, offered, marks: before }) => ({
    findings,
    silenced: all.filter(({ silenced }) => silenced !== null),
    marks: isSameMarks(before, marks) ? before : marks,
    current: again(current) ?? current,
    offered: again(offered) ?? null,
  }));
}

export function problemGoneTo(finding: Finding): void {
  problemsStore.setState({ current: finding });
}

export function fixesOffered(finding: Finding | null): void {
  problemsStore.setState({ offered: finding });
}

/** Whether two findings tell the same of one place. */
export function isSameFinding(a: Finding, b: Finding): boolean {
  return a === b || findingKey(a) === findingKey(b);
}

/** By what the mark of a node is found: a copied file may hold nodes with the ids of another one. */
export function nodeMarkId(flowId: string, nodeId: string): string {
  return `${flowId} ${nodeId}`;
}

/** What tells a finding from others; two of one node may share it, for then they say the same of one place. */
export function findingKey({ ruleId, message, place }: Finding): string {
  const { documentId, nodeId, exit, field } = place;
  return JSON.stringify([ruleId, documentId, nodeId, exit, field, message]);
}

/** How many findings there are of each severity. */
export type ProblemCounts = Readonly<Record<Severity, number>>;

export function countsOf(findings: readonly Finding[]): ProblemCounts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `2 errors, 1 warning`, without what there is none of; empty where there is nothing. */
export function countsInWords(counts: ProblemCounts): string {
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${String(counts[severity])} ${severity}${counts[severity] === 1 ? '' : 's'}`)
    .join(', ');
}

/** The worst that was found, of nodes by node and of documents by document; notes mark nothing. */
export interface ProblemMark {
  readonly severity: Exclude<Severity, 'note'>;
  /** The sentences, the errors first. */
  readonly words: string;
  readonly errors: number;
  readonly warnings: number;
}

function marksOf(findings: readonly Finding[]): ProblemsState['marks'] {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'note') continue;
    const { documentId, nodeId } = finding.place;
    for (const id of nodeId === null ? [documentId] : [documentId, nodeMarkId(documentId, nodeId)]) {
      const list = byPlace.get(id) ?? [];
      list.push(finding);
      byPlace.set(id, list);
    }
  }
  return new Map([...byPlace].map(([id, list]) => [id, markOf(list)]));
}

function markOf(findings: readonly Finding[]): ProblemMark {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const sorted = [...errors, ...findings.filter(({ severity }) => severity !== 'error')];
  const shown = sorted.slice(0, 3).map(({ message }) => message);
  const more = sorted.length > 3 ? ` And ${String(sorted.length - 3)} more.` : '';
  return {
    severity: errors.length > 0 ? 'error' : 'warning',
    words: shown.join(' ') + more,
    errors: errors.length,
    warnings: findings.length - errors.length,
  };
}

function isSameMarks(a: ProblemsState['marks'], b: ProblemsState['marks']): boolean {
  return (
    a.size === b.size &&
    [...a].every(([id, { errors, warnings, words }]) => {
      const other = b.get(id);
      return other?.words === words && other.errors === errors && other.warnings === warnings;
    })
  );
}
