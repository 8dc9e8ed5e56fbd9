import { coverableFlows, coverageOf } from '#shared/scenario/coverage.ts';
import { runJobs } from '../../runs/scenario/run-jobs.ts';
import { oneAtATime } from '../../workspace/files/one-at-a-time.ts';
import type { CommandSurroundings } from '../command.ts';
import type { ChosenJobs, Job } from './chosen-jobs.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';
import type { ReportedResult, Reporter } from './reporters/reporter.ts';
import { runOne } from './run-one.ts';
import type { RunPlan } from './run-plan.ts';
import { sampleNames } from './sample-names.ts';

/** Runs the jobs of a plan, and tells the reporters. */
export async function performedJobs(
  { chosen, options, secrets, workspace }: RunPlan,
  folder: string,
  reporters: readonly Reporter[],
  { progress = () => undefined, signal }: Pick<CommandSurroundings, 'progress' | 'signal'>,
): Promise<readonly ReportedResult[]> {
  const sample = await sampleNames(workspace.endpoints);
  const beganMs = performance.now();
  let count = 0;
  const tell = (act: (reporter: Reporter) => void): void => {
    progress('');
    for (const reporter of reporters) act(reporter);
  };
  const { jobs, whole } = chosen;
  const { record, retries, shard, updateSnapshots } = options;
  const writes = oneAtATime();
  const parts = {
    workspace,
    secrets,
    reporters,
    folder,
    names: sample.names,
    signal,
    record,
    retries,
    updateSnapshots,
    writes,
  };
  try {
    tell((reporter) => reporter.begun?.({ count: jobs.length, whole, shard }));
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
    const troubles = [...workspace.problems, ...(signal.aborted ? ['The run was interrupted.'] : [])];
    const covered = options.coverage ? coverageOfRun(workspace, chosen, results) : noCoverage;
    const tookMs = performance.now() - beganMs;
    tell((reporter) => reporter.over({ results, tookMs, troubles, ...covered }));
    return results;
  } finally {
    await sample.close();
  }
}

const noCoverage = { coverage: null, coverable: null };

function coverageOfRun(
  { flows }: LoadedWorkspace,
  { jobs, scenarios }: ChosenJobs,
  results: readonly ReportedResult[],
) {
  const mine = new Set<string>(jobs.map(({ scenario }) => scenario.flow));
  const wanted = new Set<string>(scenarios.map(({ flow }) => flow));
  return {
    coverage: coverageOf(
      flows.filter(({ id }) => mine.has(id)),
      results.map(({ events }) => events),
    ),
    coverable: coverableFlows(flows.filter(({ id }) => wanted.has(id))),
  };
}

function skipped(job: Job | undefined): ReportedResult {
  if (job === undefined) throw new Error('A result without a job.');
  const nothing = {
    results: [],
    trouble: null,
    events: [],
    nodeName: () => '',
    tookMs: 0,
    failedTries: [],
    written: null,
  };
  return { ...nothing, scenario: job.reported, outcome: 'skipped' };
}
