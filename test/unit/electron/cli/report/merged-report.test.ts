// The reports of parts, merged, are the report of the whole, whatever was run and however it was parted; and what is missing is told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedReport } from '#electron/cli/report/merged-report.ts';
import { readReport, type ReadReport } from '#electron/cli/report/read-report.ts';
import { githubReporter } from '#electron/cli/run/reporters/github.ts';
import { htmlReporter } from '#electron/cli/run/reporters/html/html.ts';
import { humanReporter } from '#electron/cli/run/reporters/human.ts';
import { jsonLinesReporter } from '#electron/cli/run/reporters/json-lines.ts';
import { junitReporter } from '#electron/cli/run/reporters/junit.ts';
import { tapReporter } from '#electron/cli/run/reporters/tap.ts';
import type {
  Beginning,
  FailedTry,
  ReportedResult,
  ReportedRun,
  Reporter,
  ReporterPorts,
} from '#electron/cli/run/reporters/reporter.ts';
import { terminalStyle } from '#electron/cli/terminal-style.ts';
import { coverageOfParts, type CoverableFlow } from '#shared/scenario/coverage.ts';
import { ended, entered, nodeId, said, toldRun } from '../../../../support/told-scenario-run.ts';

const outcomes = ['passed', 'failed', 'not-run', 'skipped'] as const;
const names = ['Greet', 'Ask', 'Look up'];
const coverable: readonly CoverableFlow[] = [
  {
    flow: 'One',
    nodes: names.map((name) => [`${nodeId(name)} node`, `"${name}"`, nodeId(name)]),
    exits: [],
    // Two of one name are two things to come to.
    statuses: [
      ['a status success', '"Twin" with success', nodeId('Twin')],
      ['b status success', '"Twin" with success', nodeId('Other twin')],
    ],
  },
];

const events = (text: string, visited: readonly string[]) =>
  toldRun([...visited.map((name) => entered(name)), said('Greet', text), ended()]);
const results = (text: string, passed: boolean): ReportedResult['results'] => [
  { at: 0, title: `says ${text}`, passed, expected: text, actual: 'else', seq: passed ? null : 1 },
];
const nodeName = (id: string): string => names.find((name) => nodeId(name) === id) ?? 'a node that is gone';

const someResult = fc.record({
  text: fc.constantFrom('hello', 'a <b> & "c"', 'two\nlines', '😀 …'),
  flow: fc.constantFrom('One', 'Two'),
  outcome: fc.constantFrom(...outcomes),
  row: fc.option(fc.integer({ min: 1, max: 9 })),
  visited: fc.subarray(names),
  failures: fc.array(fc.subarray(names), { maxLength: 2 }),
  tookMs: fc.integer({ min: 0, max: 90_000 }),
});

function reported({ failures, flow, outcome, row, text, tookMs, visited }: GeneratedResult, at: number) {
  const hasRun = outcome === 'passed' || outcome === 'failed';
  const failedTries: readonly FailedTry[] = hasRun
    ? failures.map((each) => ({ results: results(text, false), events: events(text, each), tookMs: 1 }))
    : [];
  const result: ReportedResult = {
    scenario: { id: `sc_${String(at)}`, name: text, flow, file: 'scenarios/a.json', row, place: at + 1 },
    outcome,
    results: hasRun ? results(text, outcome === 'passed') : [],
    trouble: outcome === 'not-run' ? text : null,
    events: hasRun ? events(text, visited) : [],
    nodeName,
    tookMs,
    failedTries,
    written: null,
  };
  return result;
}

type GeneratedResult = typeof someResult extends fc.Arbitrary<infer Value> ? Value : never;

/** A run of some results, told as the command tells it. */
function written(make: (ports: ReporterPorts) => Reporter, beginning: Beginning, run: ReportedRun): string {
  let text = '';
  const reporter = make({
    write: (more) => (text += more),
    style: terminalStyle({ isTTY: false, env: {} }),
    repositoryFile: (file) => file,
  });
  reporter.begun?.(beginning);
  for (const result of run.results) {
    for (const [at, each] of result.failedTries.entries()) {
      reporter.events?.(result.scenario, each.events);
      const failedTries = result.failedTries.slice(0, at);
      reporter.retried?.({ ...result, ...each, outcome: 'failed', failedTries, written: null });
    }
    reporter.events?.(result.scenario, result.events);
    reporter.ended?.(result);
  }
  reporter.over(run);
  return text;
}

const coverageOf = (some: readonly ReportedResult[]) =>
  coverageOfParts(
    coverable,
    some.map((each) => each.events),
  );
const runOf = (some: readonly ReportedResult[], tookMs: number): ReportedRun => ({
  results: some,
  tookMs,
  coverage: coverageOf(some),
  coverable,
  troubles: [],
});

function readAgain(text: string, name = 'part.jsonl'): ReadReport {
  const read = readReport(name, text);
  if (!read.ok) throw new Error(read.failure);
  return read.value;
}

/** The report of one part, as it is written and read. */
function part(all: readonly ReportedResult[], mine: readonly ReportedResult[], index: number, count: number) {
  const shard = { index, count };
  const beginning = { count: mine.length, whole: all.length, shard };
  const name = `part-${String(index)}.jsonl`;
  return readAgain(written(jsonLinesReporter, beginning, runOf(mine, index * 100)), name);
}

const reporters = {
  human: humanReporter,
  json: jsonLinesReporter,
  junit: junitReporter,
  tap: tapReporter,
  github: githubReporter,
  html: htmlReporter,
};

describe('merged parts', () => {
  it('are the whole, in every reporter, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someResult, fc.integer({ min: 0, max: 2 })), { maxLength: 8 }),
        fc.boolean(),
        (generated, backwards) => {
          const all = generated.map(([each], at) => reported(each, at));
          const parts = [0, 1, 2].map((index) =>
            part(
              all,
              all.filter((_, at) => generated[at]?.[1] === index),
              index + 1,
              3,
            ),
          );
          const merged = mergedReport(backwards ? parts.toReversed() : parts);
          if (!merged.ok) throw new Error(merged.failure);
          expect(merged.value.run.troubles).toEqual([]);
          // The parts run beside each other: the longest took 300.
          const beginning = { count: all.length, whole: all.length, shard: null };
          for (const make of Object.values(reporters))
            expect(written(make, merged.value.beginning, merged.value.run)).toBe(
              written(make, beginning, runOf(all, 300)),
            );
        },
      ),
    );
  });

  const three = [0, 1, 2].map((at) =>
    reported(
      { text: 'hello', flow: 'One', outcome: 'passed', row: null, visited: [], failures: [], tookMs: 5 },
      at,
    ),
  );
  const parts = three.map((each, at) => part(three, [each], at + 1, 3));
  const troubles = (given: readonly ReadReport[]) => {
    const merged = mergedReport(given);
    return merged.ok ? merged.value.run.troubles : merged.failure;
  };

  it('tell of a part that is missing, in every report', () => {
    expect(troubles(parts.slice(0, 2))).toEqual([
      'Part 3 of 3 is missing.',
      '1 of 3 scenarios are in no report.',
    ]);
    const merged = mergedReport(parts.slice(0, 2));
    if (!merged.ok) throw new Error(merged.failure);
    const report = (make: (typeof reporters)[keyof typeof reporters]) =>
      written(make, merged.value.beginning, merged.value.run);
    expect(report(junitReporter)).toContain('name="Part 3 of 3 is missing."');
    expect(report(junitReporter)).toContain('<testsuites name="flowbench" tests="4" failures="0" errors="2"');
    expect(report(tapReporter)).toContain('\nnot ok 3 - Part 3 of 3 is missing.\n');
    expect(report(githubReporter)).toContain('::error title=flowbench::Part 3 of 3 is missing.');
    expect(report(htmlReporter)).toContain('<h1>Some scenarios may be missing</h1>');
    expect(report(humanReporter)).toContain('2 passed, perhaps incomplete');
  });

  it('tell of a part that was cut off in the middle of a line', () => {
    const beginning = { count: 1, whole: 1, shard: null };
    const text = written(jsonLinesReporter, beginning, runOf([three[0]!], 5));
    const cut = readAgain(text.slice(0, text.lastIndexOf('{"type":"over"') + 20), 'cut.jsonl');
    expect(cut.results).toHaveLength(1);
    expect(troubles([cut])).toEqual(['cut.jsonl ends before its run was over.']);
  });

  it('tell of scenarios that two parts ran', () => {
    const other = part(three, [three[0]!], 2, 2);
    expect(troubles([part(three, three, 1, 2), other])).toEqual([
      '1 of 3 scenarios were run by two parts: give every part the same --timings.',
    ]);
  });

  it.each<[string, readonly ReadReport[], string]>([
    ['one part twice', [parts[0]!, parts[0]!], 'part-1.jsonl and part-1.jsonl are reports of the same part.'],
    [
      'parts of other runs',
      [parts[0]!, part(three.slice(0, 2), [three[1]!], 2, 2)],
      'part-1.jsonl is of 3 scenarios in 3 parts and part-2.jsonl of 2 scenarios in 2 parts: these are not parts of one run.',
    ],
  ])('are refused where they are %s', (_, given, sentence) => {
    expect(troubles(given)).toBe(sentence);
  });
});

describe('what is no report', () => {
  it.each<[string, string, number]>([
    ['an empty file', '', 1],
    ['something else', '<testsuites/>', 1],
    ['a newer report', '{"type":"begun","format":"flowbench.report","version":2}', 1],
    ['one without its beginning', '{"type":"over","tookMs":1,"troubles":[]}', 1],
  ])('is refused by its line: %s', (_, text, line) => {
    const read = readReport('a.jsonl', text);
    expect(read.ok ? null : read.failure).toContain(
      `a.jsonl is not a report that this version can read: line ${String(line)} is something else.`,
    );
  });
});
