import type { Severity } from '#shared/lint/finding.ts';
import { severities } from '#shared/lint/finding.ts';
import type { LoadedWorkspace } from '../run/loaded-workspace.ts';
import type { EnvironmentFinding } from './environments-found.ts';

/** A finding as it is reported: names in the place of ids. */
export interface ReportedFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** Relative to the working directory. */
  readonly file: string | null;
  readonly document: string;
  readonly node: string | null;
  readonly field: string | null;
  /** The row of a table, from 1. */
  readonly row: number | null;
  /** The names of the environments that it holds in; `null` where it holds in every one. */
  readonly environments: readonly string[] | null;
}

/** Findings with the names of where they are: by file, the worst first within each. */
export function reportedFindings(
  { endpoints, environments: all, fileOf, flows, scenarios }: LoadedWorkspace,
  findings: readonly EnvironmentFinding[],
): readonly ReportedFinding[] {
  const names = new Map<string, string>(
    [...flows, ...endpoints, ...all, ...scenarios].map(({ id, name }) => [id, name]),
  );
  const nodes = new Map<string, string>(
    flows.flatMap((flow) => flow.nodes.map(({ id, name }) => [id, name] as const)),
  );
  return findings
    .map(({ environments, message, place, ruleId, severity }) => ({
      severity,
      rule: ruleId,
      message,
      file: fileOf(place.documentId),
      document: names.get(place.documentId) ?? '',
      node: place.nodeId === null ? null : (nodes.get(place.nodeId) ?? null),
      field: place.field?.field ?? null,
      row: place.field?.row?.number ?? null,
      environments,
    }))
    .sort((one, other) => compared(one.file ?? '', other.file ?? '') || rank(one) - rank(other));
}

function rank({ severity }: ReportedFinding): number {
  return severities.indexOf(severity);
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
