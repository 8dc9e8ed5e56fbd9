import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { coverageOf } from '#shared/scenario/coverage.ts';
import type { DataRow } from '#shared/scenario/data-rows.ts';
import { readRows } from '#shared/scenario/read-rows.ts';
import type { Timings } from '#shared/scenario/shard.ts';
import { oneAtATime } from '../../workspace/files/one-at-a-time.ts';
import { runJobs } from '../../runs/scenario/run-jobs.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { answersJobs } from './answers-job.ts';
import { chosenJobs, type Job } from './chosen-jobs.ts';
import { givenSecrets, type GivenSecrets } from './given-secrets.ts';
import { loadedWorkspace, type LoadedWorkspace } from './loaded-workspace.ts';
import { openReports } from './open-reports.ts';
import { readGiven } from './read-given.ts';
import type { ReportedResult, Reporter } from './reporters/reporter.ts';
import { totals } from './reporters/reporter.ts';
import { runHelp } from './run-help.ts';
import { runOne } from './run-one.ts';
import { runOptionTable } from './run-option-table.ts';
import { runOptions, type RunOptions } from './run-options.ts';
import { sampleNames } from './sample-names.ts';
import { readTimings, writeTimings } from './timings-file.ts';

/** `flowbench run`: the scenarios of a workspace, for terminals and for build servers. */
export const runCommand: Command = {
  name: 'run',
  summary: 'runs the scenarios of a workspace, and reports how they went',
  help: runHelp,
  options: runOptionTable,
  operands: { files: true, words: [] },
  run: ranScenarios,
};

/** Everything that is needed before anything is run. */
interface Plan {
  readonly options: RunOptions;
  readonly workspace: LoadedWorkspace;
  readonly secrets: GivenSecrets;
  readonly jobs: readonly Job[];
  readonly timings: Timings;
}

async function ranScenarios(surroundings: CommandSurroundings): Promise<ExitCode> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-run-'));
  try {
    return await ranBeside(folder, surroundings);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs what was asked for; whatever it puts down goes into a folder that is removed at the end. */
async function ranBeside(put: string, surroundings: CommandSurroundings): Promise<ExitCode> {
  const { env, isTerminal = false, print, say } = surroundings;
  const planned = await plan(put, surroundings);
  if (!planned.ok) {
    say(planned.failure.sentence);
    return planned.failure.code;
  }
  const { options, workspace } = planned.value;
  for (const problem of workspace.problems) say(problem);
  const reports = openReports(options.reports, print, {
    isTTY: isTerminal,
    env,
  });
  if (!reports.ok) {
    say(reports.failure);
    return 3;
  }
  try {
    const results = await performed(planned.value, put, reports.value.reporters, surroundings);
    const { failed: failures, 'not-run': notRun } = totals(results);
    const trouble = await keptTimings(planned.value, results, surroundings);
    if (failures > 0) return 1;
    return notRun > 0 || trouble || workspace.problems.length > 0 || surroundings.signal.aborted ? 3 : 0;
  } finally {
    reports.value.close();
  }
}

type NoPlan = { readonly code: 2 | 3; readonly sentence: string };

async function plan(put: string, { args, env, folder }: CommandSurroundings): Promise<Outcome<Plan, NoPlan>> {
  const read = runOptions(args);
  if (!read.ok) return failed({ code: 2, sentence: read.failure });
  const options = withFolder(read.value, folder);
  const given = await givenFromOutside(options, put, { env, folder });
  if (!given.ok) return failed({ code: 3, sentence: given.failure });
  const { rows, secrets, timings, workspace } = given.value;
  if (workspace.isBundle && (options.updateSnapshots || options.record))
    return failed({ code: 2, sentence: onlyIntoFolders });
  const choice = { options, rows, timings };
  const jobs =
    options.answers === null
      ? chosenJobs(workspace, choice)
      : await answersJobs(workspace, options.answers, choice);
  if (!jobs.ok) return failed({ code: 2, sentence: jobs.failure });
  return succeeded({ options, workspace, secrets, jobs: jobs.value, timings });
}

const onlyIntoFolders =
  'Snapshots and recordings are written into the folder of a workspace, and this is a bundle.';

/** The options with every file and folder where it is, and not as it was given. */
function withFolder(options: RunOptions, folder: string): RunOptions {
  const at = (file: string | null): string | null => (file === null ? null : path.resolve(folder, file));
  return {
    ...options,
    workspace: path.resolve(folder, options.workspace),
    answers: at(options.answers),
    data: at(options.data),
    secretsFile: at(options.secretsFile),
    timings: at(options.timings),
    reports: options.reports.map(({ file, name }) => ({ name, file: at(file) })),
  };
}

type Given = Pick<Plan, 'workspace' | 'secrets' | 'timings'> & { readonly rows: readonly DataRow[] | null };

/** Everything that is read from files and from the environment of the process. */
async function givenFromOutside(
  options: RunOptions,
  put: string,
  { env, folder }: Pick<CommandSurroundings, 'env' | 'folder'>,
): Promise<Outcome<Given, string>> {
  const workspace = await loadedWorkspace(options.workspace, folder, put);
  if (!workspace.ok) return workspace;
  const secrets = await givenSecrets(workspace.value, env, options.secretsFile);
  if (!secrets.ok) return secrets;
  const rows = await givenRows(options.data);
  if (!rows.ok) return rows;
  const timings = await readTimings(options.timings);
  if (!timings.ok) return timings;
  return succeeded({
    workspace: workspace.value,
    secrets: secrets.value,
    rows: rows.value,
    timings: timings.value,
  });
}

async function givenRows(file: string | null): Promise<Outcome<readonly DataRow[] | null, string>> {
  if (file === null) return succeeded(null);
  const text = await readGiven(file);
  if (!text.ok) return text;
  const rows = readRows(text.value);
  return rows.ok ? rows : failed(`${file} ${rows.failure}`);
}

async function performed(
  { jobs, options, secrets, workspace }: Plan,
  folder: string,
  reporters: readonly Reporter[],
  { progress = () => undefined, signal }: CommandSurroundings,
): Promise<readonly ReportedResult[]> {
  const sample = await sampleNames(workspace.endpoints);
  const beganMs = performance.now();
  let count = 0;
  const tell = (act: (reporter: Reporter) => void): void => {
    progress('');
    for (const reporter of reporters) act(reporter);
  };
  const { record, updateSnapshots } = options;
  const writes = oneAtATime();
  const parts = {
    workspace,
    secrets,
    reporters,
    folder,
    names: sample.names,
    signal,
    record,
    updateSnapshots,
    writes,
  };
  try {
    tell((reporter) => reporter.begun?.(jobs.length));
    const ended = await runJobs(jobs, {
      parallel: options.parallel,
      signal,
      run: (job) => runOne(parts, job),
      onResult: (result) => {
        count += 1;
        tell((reporter) => reporter.ended?.(result));
        progress(`${String(count)} of ${String(jobs.length)}`);
      },
      isEnough: ({ outcome }) => options.bail && outcome !== 'passed',
    });
    const results = ended.map((result, at) => result ?? skipped(jobs[at]));
    for (const result of results)
      if (result.outcome === 'skipped') tell((reporter) => reporter.ended?.(result));
    const coverage = options.coverage ? coverageOfRun(workspace, jobs, results) : null;
    tell((reporter) => reporter.over({ results, coverage, tookMs: performance.now() - beganMs }));
    return results;
  } finally {
    await sample.close();
  }
}

function coverageOfRun({ flows }: LoadedWorkspace, jobs: readonly Job[], results: readonly ReportedResult[]) {
  const wanted = new Set(jobs.map(({ scenario }) => scenario.flow));
  return coverageOf(
    flows.filter(({ id }) => wanted.has(id)),
    results.map(({ events }) => events),
  );
}

function skipped(job: Job | undefined): ReportedResult {
  if (job === undefined) throw new Error('A result without a job.');
  const nothing = { results: [], trouble: null, events: [], nodeName: () => '', tookMs: 0, written: null };
  return { ...nothing, scenario: job.reported, outcome: 'skipped' };
}

/** Keeps the times where that was asked for; gives whether it could not. */
async function keptTimings(
  { options, timings }: Plan,
  results: readonly ReportedResult[],
  { say }: CommandSurroundings,
): Promise<boolean> {
  if (options.timings === null) return false;
  const trouble = await writeTimings(options.timings, timings, results);
  if (trouble !== null) say(trouble);
  return trouble !== null;
}
