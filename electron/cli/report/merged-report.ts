import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { coverageOfParts } from '#shared/scenario/coverage.ts';
import type { Beginning, ReportedResult, ReportedRun } from '../run/reporters/reporter.ts';
import type { ReadReport } from './read-report.ts';

/** The reports of several parts as the one that a run of the whole would have made. */
export interface MergedReport {
  readonly beginning: Beginning;
  readonly run: ReportedRun;
}

/**
 * Joins the reports of the parts of one run; what is missing is a trouble of the result. The failure says in a sentence why
 * they are not parts of one run.
 */
export function mergedReport(reports: readonly ReadReport[]): Outcome<MergedReport, string> {
  const misfit = misfitAmong(reports);
  if (misfit !== null) return failed(misfit);
  const whole = reports[0]?.begun.whole ?? 0;
  const results = reports
    .flatMap((report) => report.results)
    .toSorted((one, other) => one.scenario.place - other.scenario.place);
  const coverable = reports.map(({ over }) => over?.coverable).find((each) => each !== undefined) ?? null;
  const coverage =
    coverable === null
      ? null
      : coverageOfParts(
          coverable,
          results.map(({ events }) => events),
        );
  // Parts run beside each other: together they take as long as the longest.
  const tookMs = Math.max(0, ...reports.map(({ over }) => over?.tookMs ?? 0));
  const troubles = [...new Set([...reports.flatMap(troublesOf), ...missing(reports, results, whole)])];
  const beginning = { count: results.length, whole, shard: null };
  return succeeded({ beginning, run: { results, tookMs, coverage, coverable, troubles } });
}

/** Why some reports are not parts of one run, in a sentence; `null` where they are. */
function misfitAmong(reports: readonly ReadReport[]): string | null {
  const [first, ...others] = reports;
  if (first === undefined) return 'There is nothing to merge.';
  const parts = new Map<number, string>();
  for (const { begun, name } of reports) {
    const { index } = begun.shard ?? { index: 1 };
    const before = parts.get(index);
    if (before !== undefined) return `${before} and ${name} are reports of the same part.`;
    parts.set(index, name);
  }
  const other = others.find(
    ({ begun }) =>
      begun.whole !== first.begun.whole || (begun.shard?.count ?? 1) !== (first.begun.shard?.count ?? 1),
  );
  if (other === undefined) return null;
  return `${first.name} is of ${sizeOf(first)} and ${other.name} of ${sizeOf(other)}: these are not parts of one run.`;
}

function sizeOf({ begun }: ReadReport): string {
  const count = begun.shard?.count ?? 1;
  return `${String(begun.whole)} scenarios in ${String(count)} ${count === 1 ? 'part' : 'parts'}`;
}

function troublesOf({ name, over }: ReadReport): readonly string[] {
  return over === null ? [`${name} ends before its run was over.`] : over.troubles;
}

function missing(
  reports: readonly ReadReport[],
  results: readonly ReportedResult[],
  whole: number,
): readonly string[] {
  const given = new Set(reports.map(({ begun }) => begun.shard?.index ?? 1));
  const count = reports[0]?.begun.shard?.count ?? 1;
  const parts = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !given.has(index));
  const places = new Map<number, number>();
  for (const { scenario } of results) places.set(scenario.place, (places.get(scenario.place) ?? 0) + 1);
  const twice = [...places.values()].filter((times) => times > 1).length;
  const without = whole - places.size;
  return [
    ...parts.map((index) => `Part ${String(index)} of ${String(count)} is missing.`),
    ...(without > 0 ? [`${String(without)} of ${String(whole)} scenarios are in no report.`] : []),
    ...(twice > 0
      ? [
          `${String(twice)} of ${String(whole)} scenarios were run by two parts: give every part the same --timings.`,
        ]
      : []),
  ];
}
