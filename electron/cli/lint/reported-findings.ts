import { z } from 'zod';
import { severities } from '#shared/lint/finding.ts';
import type { LoadedWorkspace } from '../run/loaded-workspace.ts';
import type { EnvironmentFinding } from './environments-found.ts';

/** A finding as it is reported: names in the place of ids. */
export const reportedFindingSchema = z.strictObject({
  severity: z.enum(severities),
  rule: z.string(),
  message: z.string(),
  /** Relative to the working directory. */
  file: z.string().nullable(),
  document: z.string(),
  node: z.string().nullable(),
  field: z.string().nullable(),
  /** The row of a table, from 1. */
  row: z.int().min(1).nullable(),
  /** The names of the environments that it holds in; `null` where it holds in every one. */
  environments: z.array(z.string()).readonly().nullable(),
});

export type ReportedFinding = Readonly<z.infer<typeof reportedFindingSchema>>;

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
