import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { runInteractively } from './interactive/run-interactively.ts';
import { openReports } from './open-reports.ts';
import { performedJobs } from './performed-jobs.ts';
import { totals, type ReportedResult } from './reporters/reporter.ts';
import { runHelp } from './run-help.ts';
import { runOptionTable } from './run-option-table.ts';
import { runOptions, withFolder, type RunOptions } from './run-options.ts';
import { givenForRun, runPlan, type RunPlan } from './run-plan.ts';
import { watchRuns, type RanPlan, type RunThePlan } from './watch/watch-runs.ts';
import { writeTimings } from './timings-file.ts';

/** `flowbench run`: the scenarios of a workspace, for terminals and for build servers. */
export const runCommand: Command = {
  name: 'run',
  summary: 'runs the scenarios of a workspace, and reports how they went',
  help: runHelp,
  options: runOptionTable,
  operands: { files: true, words: [] },
  run: ranScenarios,
};

async function ranScenarios(surroundings: CommandSurroundings): Promise<ExitCode> {
  const read = runOptions(surroundings.args);
  if (!read.ok) {
    surroundings.say(read.failure);
    return 2;
  }
  const options = withFolder(read.value, surroundings.folder);
  const put = await mkdtemp(path.join(os.tmpdir(), 'flowbench-run-'));
  try {
    return await ranBeside(put, options, surroundings);
  } finally {
    await rm(put, { recursive: true, force: true });
  }
}

/** Runs what was asked for; whatever it puts down goes into a folder that is removed at the end. */
async function ranBeside(
  put: string,
  options: RunOptions,
  surroundings: CommandSurroundings,
): Promise<ExitCode> {
  if (options.interactive) return conversed(put, options, surroundings);
  const planned = await runPlan(options, put, surroundings);
  if (!planned.ok) {
    surroundings.say(planned.failure.sentence);
    return planned.failure.code;
  }
  const run: RunThePlan = (plan, around) => ranPlan(plan, put, around);
  if (options.watch) return watchRuns(planned.value, put, surroundings, run);
  return (await run(planned.value, surroundings)).code;
}

async function conversed(
  put: string,
  options: RunOptions,
  surroundings: CommandSurroundings,
): Promise<ExitCode> {
  const given = await givenForRun(options, put, surroundings);
  if (!given.ok) {
    surroundings.say(given.failure);
    return 3;
  }
  const { hint } = given.value.secrets;
  if (hint !== null) surroundings.say(hint);
  return runInteractively(given.value, options, put, surroundings);
}

async function ranPlan(plan: RunPlan, put: string, surroundings: CommandSurroundings): Promise<RanPlan> {
  const { env, folder, isTerminal = false, print, say } = surroundings;
  const { options, warnings, workspace } = plan;
  for (const sentence of [...workspace.problems, ...warnings]) say(sentence);
  const reports = openReports(options.reports, print, { isTTY: isTerminal, env, folder });
  if (!reports.ok) {
    say(reports.failure);
    return { code: 3, results: [] };
  }
  let unwritten: readonly string[];
  let results: readonly ReportedResult[];
  try {
    results = await performedJobs(plan, put, reports.value.reporters, surroundings);
  } finally {
    unwritten = reports.value.close();
  }
  const troubles = [...unwritten, ...(await keptTimings(plan, results))];
  for (const trouble of troubles) say(trouble);
  const { failed: failures, 'not-run': notRun } = totals(results);
  const isIncomplete =
    notRun + troubles.length + workspace.problems.length > 0 || surroundings.signal.aborted;
  return { results, code: failures > 0 ? 1 : isIncomplete ? 3 : 0 };
}

/** Keeps the times where that was asked for; gives a sentence where that fails. */
async function keptTimings(
  { options, timings }: Pick<RunPlan, 'options' | 'timings'>,
  results: readonly ReportedResult[],
): Promise<readonly string[]> {
  const trouble = options.timings === null ? null : await writeTimings(options.timings, timings, results);
  return trouble === null ? [] : [trouble];
}
