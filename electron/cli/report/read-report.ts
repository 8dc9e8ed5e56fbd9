import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { FailedTry, ReportedResult } from '../run/reporters/reporter.ts';
import {
  reportLineSchema,
  type BegunLine,
  type OverLine,
  type ReportLine,
  type ResultLine,
} from './report-lines.ts';

/** A report that was written as JSON lines, read again. */
export interface ReadReport {
  readonly name: string;
  readonly begun: BegunLine;
  readonly results: readonly ReportedResult[];
  /** `null` where the report ends before its run does. */
  readonly over: OverLine | null;
}

/** What is known of a scenario while its lines are read. */
interface Told {
  events: RunEvent[];
  readonly failedTries: FailedTry[];
  readonly names: Map<string, string>;
}

/** Reads the lines of a report. The failure is a sentence that names the line. */
export function readReport(name: string, text: string): Outcome<ReadReport, string> {
  const told = new Map<number, Told>();
  const results: ReportedResult[] = [];
  const ends: { begun: BegunLine | null; over: OverLine | null } = { begun: null, over: null };
  const toldOf = (place: number): Told => {
    const found = told.get(place) ?? { events: [], failedTries: [], names: new Map<string, string>() };
    told.set(place, found);
    return found;
  };
  const take = (line: ReportLine): void => {
    if (line.type === 'begun') ends.begun = line;
    else if (line.type === 'over') ends.over = line;
    else if (line.type === 'event') toldOf(line.place).events.push(line.event);
    else if (line.type === 'scenario') results.push(resultOf(line, toldOf(line.place)));
    else tried(line, toldOf(line.place));
  };

  const lines = text.trimEnd().split('\n');
  for (const [at, each] of lines.entries()) {
    const line = lineOf(each);
    // A program that was ended in the middle leaves half a line at the end.
    if (line === null && at > 0 && at === lines.length - 1) break;
    if (line === null || (at === 0 && line.type !== 'begun')) return failed(notOurs(name, at + 1));
    take(line);
  }
  const { begun, over } = ends;
  return begun === null ? failed(notOurs(name, 1)) : succeeded({ name, begun, results, over });
}

function lineOf(text: string): ReportLine | null {
  try {
    const parsed = reportLineSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function notOurs(name: string, line: number): string {
  return `${name} is not a report that this version can read: line ${String(line)} is something else. Reports are written with --reporter json=FILE.`;
}

/** What follows are the events of the next try. */
function tried({ expectations, nodes, tookMs }: ResultLine, told: Told): void {
  for (const [id, nodeName] of Object.entries(nodes)) told.names.set(id, nodeName);
  told.failedTries.push({ results: expectations, tookMs, events: told.events });
  told.events = [];
}

function resultOf(line: ResultLine, { events, failedTries, names }: Told): ReportedResult {
  const { expectations, file, flow, id, name, nodes, outcome, place, row, tookMs, trouble, written } = line;
  for (const [nodeId, nodeName] of Object.entries(nodes)) names.set(nodeId, nodeName);
  return {
    scenario: { id, name, flow, file, row, place },
    outcome,
    results: expectations,
    trouble,
    events,
    nodeName: (nodeId) => names.get(nodeId) ?? 'a node that is gone',
    tookMs,
    failedTries,
    written,
  };
}
