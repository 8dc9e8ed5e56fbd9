import path from 'node:path';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import type { CommandOptions } from '../command-options.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { openReports } from '../run/open-reports.ts';
import { readGiven } from '../run/read-given.ts';
import { reportClash } from '../run/report-places.ts';
import { reportWishes, type ReportWish } from '../run/report-wishes.ts';
import { reporterNames, totals, type Reporter } from '../run/reporters/reporter.ts';
import { readTimings, writeTimings } from '../run/timings-file.ts';
import { mergedReport, type MergedReport } from './merged-report.ts';
import { readReport, type ReadReport } from './read-report.ts';

const options = {
  reporter: {
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    values: reporterNames,
    help: 'human (as it is), json, junit, tap, github, html; again for further ones',
  },
  timings: {
    type: 'string',
    value: 'FILE',
    values: 'file',
    help: 'how long the scenarios of all parts took, written for the next --shard',
  },
} as const satisfies CommandOptions;

const help = commandHelp({
  usage: 'flowbench report merge FILE… [options]',
  about: `Joins the reports that the parts of a run wrote with --reporter json=FILE, and reports as a run of the whole would have.
A part that is missing, that was not over or that is there twice is told.`,
  groups: [{ options }],
  notes: `Exit codes, as those of flowbench run: 0 all passed, 1 some failed, 2 used wrongly, 3 some could not run or are missing and
none failed.`,
  examples: [
    'flowbench run . --shard 1/2 --reporter json=part-1.jsonl',
    'flowbench run . --shard 2/2 --reporter json=part-2.jsonl',
    'flowbench report merge part-*.jsonl --reporter human --reporter junit=report.xml',
  ],
});

/** `flowbench report merge`: the results of several machines as one. */
export const reportCommand: Command = {
  name: 'report',
  summary: 'joins the reports of the parts of a run',
  help,
  options,
  operands: { files: true, words: ['merge'] },
  run: merged,
};

interface MergeOptions {
  readonly files: readonly string[];
  readonly wishes: readonly ReportWish[];
  readonly timings: string | null;
}

async function merged(surroundings: CommandSurroundings): Promise<ExitCode> {
  const { args, folder, say } = surroundings;
  const asked = mergeOptions(args, folder);
  if (!asked.ok) return refused(say, 2, asked.failure);
  const { files, timings, wishes } = asked.value;
  const clash = await reportClash(wishes, { workspace: null, inputs: files, timings });
  if (clash !== null) return refused(say, 2, clash);
  const read = await readReports(files, folder);
  if (!read.ok) return refused(say, 3, read.failure);
  const report = mergedReport(read.value);
  return report.ok ? reported(report.value, asked.value, surroundings) : refused(say, 2, report.failure);
}

function refused(say: (text: string) => void, code: ExitCode, sentence: string): ExitCode {
  say(sentence);
  return code;
}

/** Writes the reports and times of the whole. */
async function reported(
  report: MergedReport,
  { timings, wishes }: MergeOptions,
  { env, folder, isTerminal = false, print, say }: CommandSurroundings,
): Promise<ExitCode> {
  for (const trouble of report.run.troubles) say(trouble);
  const reports = openReports(wishes, print, { isTTY: isTerminal, env, folder });
  if (!reports.ok) return refused(say, 3, reports.failure);
  for (const reporter of reports.value.reporters) replay(report, reporter);
  const unwritten = reports.value.close();
  const trouble = await keptTimings(timings, report);
  const troubles = [...unwritten, ...(trouble === null ? [] : [trouble])];
  for (const each of troubles) say(each);
  return exitCode(report, troubles.length > 0);
}

function mergeOptions(args: readonly string[], folder: string): Outcome<MergeOptions, string> {
  const read = parsedArguments('report', args, options);
  if (!read.ok) return read;
  const { positionals, values } = read.value;
  const [what, ...files] = positionals;
  if (what !== 'merge') return failed('flowbench report has one thing to do: flowbench report merge FILE….');
  if (files.length === 0) return failed('flowbench report merge takes the JSON reports of all parts.');
  const wishes = reportWishes(values.reporter ?? ['human']);
  if (!wishes.ok) return wishes;
  const at = (file: string): string => path.resolve(folder, file);
  return succeeded({
    files: files.map(at),
    wishes: wishes.value.map(({ file, name }) => ({ name, file: file === null ? null : at(file) })),
    timings: values.timings === undefined ? null : at(values.timings),
  });
}

async function readReports(
  files: readonly string[],
  folder: string,
): Promise<Outcome<readonly ReadReport[], string>> {
  const reports: ReadReport[] = [];
  for (const file of files) {
    const text = await readGiven(file);
    if (!text.ok) return text;
    const report = readReport(path.relative(folder, file), text.value);
    if (!report.ok) return report;
    reports.push(report.value);
  }
  return succeeded(reports);
}

/** Tells a reporter of the run as if it were happening. */
function replay({ beginning, run }: MergedReport, reporter: Reporter): void {
  reporter.begun?.(beginning);
  for (const result of run.results) {
    for (const [at, each] of result.failedTries.entries()) {
      const failedTries = result.failedTries.slice(0, at);
      reporter.events?.(result.scenario, each.events);
      reporter.retried?.({ ...result, ...each, outcome: 'failed', failedTries, written: null });
    }
    reporter.events?.(result.scenario, result.events);
    reporter.ended?.(result);
  }
  reporter.over(run);
}

async function keptTimings(file: string | null, { run }: MergedReport): Promise<string | null> {
  if (file === null) return null;
  const before = await readTimings(file);
  return before.ok ? writeTimings(file, before.value, run.results) : before.failure;
}

function exitCode({ run }: MergedReport, hasTrouble: boolean): ExitCode {
  const { failed: failures, 'not-run': notRun } = totals(run.results);
  if (failures > 0) return 1;
  return notRun > 0 || hasTrouble || run.troubles.length > 0 ? 3 : 0;
}
