import { callAdvice } from '#shared/run-events/call-trouble.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { CoverableFlow, FlowCoverage } from '#shared/scenario/coverage.ts';
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
  /** Its place among all that were chosen, from 1, whichever part of them runs it. */
  readonly place: number;
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
  /** All of them where a reporter shows whole runs, else those that the scenario was judged by. */
  readonly events: readonly RunEvent[];
  readonly nodeName: (nodeId: string) => string;
  readonly tookMs: number;
  /** The tries before this one, which failed; a scenario that passes after some is flaky. */
  readonly failedTries: readonly FailedTry[];
  /** What was written anew. */
  readonly written: 'snapshot' | 'recording' | 'snapshot and recording' | null;
}

/** A try of a scenario that failed, and after which it was run again. */
export type FailedTry = Pick<ReportedResult, 'results' | 'events' | 'tookMs'>;

/** What is going to be run. */
export interface Beginning {
  /** How many scenarios and rows. */
  readonly count: number;
  /** How many in all parts together. */
  readonly whole: number;
  readonly shard: { readonly index: number; readonly count: number } | null;
}

/** Everything that was run, once it is over. */
export interface ReportedRun {
  readonly results: readonly ReportedResult[];
  readonly tookMs: number;
  readonly coverage: readonly FlowCoverage[] | null;
  /** What there is to come to in the flows of all parts together; `null` where nobody asked for coverage. */
  readonly coverable: readonly CoverableFlow[] | null;
  /** Why this may not be everything, in sentences: a file that is damaged, a part that is missing. */
  readonly troubles: readonly string[];
}

/** Tells of a run of scenarios in one form; each line or text it gives is written as it is. */
export interface Reporter {
  /** Whether it needs all events of a run once that is over; the others make do with those that it was judged by. */
  readonly showsWholeRuns?: boolean;
  readonly begun?: (beginning: Beginning) => void;
  readonly events?: (scenario: ReportedScenario, events: readonly RunEvent[]) => void;
  /** Hears of a try that failed; the events that follow are those of the next one. */
  readonly retried?: (result: ReportedResult) => void;
  readonly ended?: (result: ReportedResult) => void;
  readonly over: (run: ReportedRun) => void;
}

/** What a reporter writes with. */
export interface ReporterPorts {
  readonly write: (text: string) => void;
  readonly style: TerminalStyle;
  /** A file that is relative to the working directory, as annotations of GitHub Actions name it. */
  readonly repositoryFile: (file: string) => string;
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

/** Whether a scenario passed only after it had failed. */
export function isFlaky({ failedTries, outcome }: Pick<ReportedResult, 'failedTries' | 'outcome'>): boolean {
  return outcome === 'passed' && failedTries.length > 0;
}

/** How often a scenario was run, in words; `null` where it was once. */
export function triesInWords({ failedTries, outcome }: ReportedResult): string | null {
  const tries = failedTries.length + 1;
  if (tries === 1) return null;
  return outcome === 'passed' ? `flaky: passed at try ${String(tries)}` : `failed ${String(tries)} times`;
}

/** What failed, in lines: each expectation with both sides, and the calls that got no answer. */
export function failureLines({ nodeName, events, results, trouble }: ReportedResult): readonly string[] {
  if (trouble !== null) return [trouble];
  return tryLines({ events, results }, nodeName);
}

/** What failed in the tries before, in lines below the number of each. */
export function earlierLines({ failedTries, nodeName }: ReportedResult): readonly string[] {
  return failedTries.flatMap((each, at) => [
    `try ${String(at + 1)} failed:`,
    ...tryLines(each, nodeName).map((line) => `  ${line}`),
  ]);
}

/** What a try failed by, in lines: its expectations, then the calls that got no answer, which may be why. */
export function tryLines(
  { events, results }: Pick<ReportedResult, 'events' | 'results'>,
  nodeName: (nodeId: string) => string,
): readonly string[] {
  return [...expectationLines({ events, results }, nodeName), ...callLines(events, nodeName)];
}

/** Each call that could not be made or got no answer, with the sentence that says why; what several say alike once. */
function callLines(events: readonly RunEvent[], nodeName: (nodeId: string) => string): readonly string[] {
  const lines = events.flatMap((event) => {
    const advice = event.type === 'call-ended' ? callAdvice(event) : null;
    return advice === null ? [] : [`"${nodeName(event.nodeId ?? '')}": ${advice}`];
  });
  return [...new Set(lines)];
}

function expectationLines(
  { events, results }: Pick<ReportedResult, 'events' | 'results'>,
  nodeName: (nodeId: string) => string,
): readonly string[] {
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
