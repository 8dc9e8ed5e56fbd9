import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { FlowCoverage } from '#shared/scenario/coverage.ts';
import type { ExpectationResult } from '#shared/scenario/expectation-result.ts';
import type { TerminalStyle } from '../../terminal-style.ts';

export const reporterNames = ['human', 'json', 'junit', 'tap', 'github', 'html'] as const;
export type ReporterName = (typeof reporterNames)[number];

export function isReporterName(name: string): name is ReporterName {
  return reporterNames.some((each) => each === name);
}

/** A scenario that is about to run, or was: with a row of data it is run once for each. */
export interface ReportedScenario {
  readonly id: string;
  readonly name: string;
  readonly flow: string;
  /** Its file, relative to the working directory; `null` where it has none. */
  readonly file: string | null;
  /** The number of its row of data, from 1; `null` without data. */
  readonly row: number | null;
}

/** How a scenario went. */
export type ReportedOutcome = 'passed' | 'failed' | 'not-run' | 'skipped';

/** A scenario that was run, or why it was not. Everything in it is scrubbed. */
export interface ReportedResult {
  readonly scenario: ReportedScenario;
  readonly outcome: ReportedOutcome;
  readonly results: readonly ExpectationResult[];
  /** Why it could not be run, in a sentence; else `null`. */
  readonly trouble: string | null;
  readonly events: readonly RunEvent[];
  readonly nodeName: (nodeId: string) => string;
  readonly tookMs: number;
  /** What was written anew. */
  readonly written: 'snapshot' | 'recording' | 'snapshot and recording' | null;
}

/** Everything that was run, once it is over. */
export interface ReportedRun {
  readonly results: readonly ReportedResult[];
  readonly tookMs: number;
  readonly coverage: readonly FlowCoverage[] | null;
}

/** Tells of a run of scenarios in one form; each line or text it gives is written as it is. */
export interface Reporter {
  readonly begun?: (count: number) => void;
  readonly events?: (scenario: ReportedScenario, events: readonly RunEvent[]) => void;
  readonly ended?: (result: ReportedResult) => void;
  readonly over: (run: ReportedRun) => void;
}

/** What a reporter writes with. */
export interface ReporterPorts {
  readonly write: (text: string) => void;
  readonly style: TerminalStyle;
}

/** A scenario by its name, and by its row where it has data. */
export function scenarioTitle({ name, row }: ReportedScenario): string {
  return row === null ? name : `${name}, row ${String(row)}`;
}

/** How many went which way. */
export function totals(results: readonly ReportedResult[]): Readonly<Record<ReportedOutcome, number>> {
  const count = (wanted: ReportedOutcome): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    'not-run': count('not-run'),
    skipped: count('skipped'),
  };
}

/** What failed, in lines: each expectation with both sides. */
export function failureLines({ nodeName, events, results, trouble }: ReportedResult): readonly string[] {
  if (trouble !== null) return [trouble];
  return results
    .filter(({ passed }) => !passed)
    .flatMap(({ actual, expected, seq, title }) => [
      `${title}${placeOf(seq, events, nodeName)}`,
      ...sideLines('expected', expected),
      ...sideLines('actual', actual),
    ]);
}

function sideLines(side: string, text: string): readonly string[] {
  const [first = '', ...others] = text.split('\n');
  return [`  ${`${side}:`.padEnd(10)}${first}`, ...others.map((line) => `  ${''.padEnd(10)}${line}`)];
}

function placeOf(
  seq: number | null,
  events: readonly RunEvent[],
  nodeName: (nodeId: string) => string,
): string {
  const event = seq === null ? undefined : events.find((each) => each.seq === seq);
  if (event === undefined) return '';
  const node = event.nodeId === undefined ? '' : ` at "${nodeName(event.nodeId)}"`;
  return ` (event ${String(event.seq)}, ${event.type}${node})`;
}
