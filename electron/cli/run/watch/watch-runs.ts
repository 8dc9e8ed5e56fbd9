import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { bundleReach } from '#shared/bundle/bundle-reach.ts';
import type { CommandSurroundings, ExitCode } from '../../command.ts';
import { interruptKey } from '../../terminal-keys.ts';
import type { Job } from '../chosen-jobs.ts';
import type { ReportedResult } from '../reporters/reporter.ts';
import type { RunOptions } from '../run-options.ts';
import { runPlan, type RunPlan } from '../run-plan.ts';
import { affectedScenarios } from './affected-scenarios.ts';
import { watchedSources } from './watched-sources.ts';
import { wishes, type Wish, type Wishes } from './wishes.ts';

/** A run of a plan that is over. */
export interface RanPlan {
  readonly code: ExitCode;
  readonly results: readonly ReportedResult[];
}

/** Runs a plan and reports of it. */
export type RunThePlan = (plan: RunPlan, surroundings: CommandSurroundings) => Promise<RanPlan>;

const hint = 'Waiting for changes. a runs all, f those that failed, Enter the same again, q ends.';

/**
 * Runs a plan, and what a change affects again, until somebody ends it. The exit code is that of the last run.
 *
 * @param put a folder of ours for what has to be unpacked
 */
export async function watchRuns(
  first: RunPlan,
  put: string,
  surroundings: CommandSurroundings,
  run: RunThePlan,
): Promise<ExitCode> {
  const { keys, say, signal } = surroundings;
  const inbox = wishes();
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
    inbox.add({ type: 'end' });
  };
  signal.addEventListener('abort', end, { once: true });
  const letGo = keys?.((key) => pressed(key, inbox, end));
  const source = watchedSources(
    first.workspace.isBundle ? null : first.workspace.folder,
    otherFiles(first),
    (files) => inbox.add({ type: 'changed', files }),
  );
  try {
    await source.ready;
    return await served(first, run, {
      inbox,
      put,
      say,
      surroundings: { ...surroundings, signal: stop.signal },
    });
  } finally {
    signal.removeEventListener('abort', end);
    letGo?.();
    await source.close();
  }
}

interface Serving {
  readonly inbox: Wishes;
  readonly put: string;
  readonly say: CommandSurroundings['say'];
  readonly surroundings: CommandSurroundings;
}

async function served(first: RunPlan, run: RunThePlan, serving: Serving): Promise<ExitCode> {
  const { inbox, say, surroundings } = serving;
  let plan = first;
  let jobs = first.chosen.jobs;
  let last = await run(first, surroundings);
  for (;;) {
    if (surroundings.keys !== undefined && !surroundings.signal.aborted) say(hint);
    const wish = await inbox.next();
    if (wish.type === 'end') return last.code;
    const wanted = await wantedBy(wish, { plan, jobs, results: last.results }, serving);
    if (wanted === null) continue;
    plan = wanted.plan;
    if (wanted.jobs.length === 0) continue;
    jobs = wanted.jobs;
    last = await run({ ...plan, chosen: { ...plan.chosen, jobs } }, surroundings);
  }
}

interface Standing {
  readonly plan: RunPlan;
  /** What was run last. */
  readonly jobs: readonly Job[];
  readonly results: readonly ReportedResult[];
}

/** What to run for a wish; `null` where that cannot be said now. */
async function wantedBy(
  wish: Wish,
  { jobs, plan, results }: Standing,
  { put, say, surroundings }: Serving,
): Promise<Pick<Standing, 'plan' | 'jobs'> | null> {
  if (wish.type === 'again') return { plan, jobs };
  if (wish.type === 'all') return { plan, jobs: plan.chosen.jobs };
  if (wish.type === 'failed') return { plan, jobs: failedAmong(jobs, results) };
  // Each look has a folder of its own: what a bundle was unpacked to before may still be in use.
  const fresh = await mkdtemp(path.join(put, 'plan-'));
  const next = await runPlan(plan.options, fresh, surroundings);
  if (!next.ok) {
    say(next.failure.sentence);
    return null;
  }
  const files = wish.type === 'changed' ? wish.files : [];
  return { plan: next.value, jobs: affectedJobs(plan, next.value, files) };
}

function failedAmong(jobs: readonly Job[], results: readonly ReportedResult[]): readonly Job[] {
  const places = new Set(
    results.filter(({ outcome }) => outcome !== 'passed').map(({ scenario }) => scenario.place),
  );
  return jobs.filter(({ reported }) => places.has(reported.place));
}

/** A file of rows or answers concerns all; a document or a file to send those that need it. */
function affectedJobs(before: RunPlan, after: RunPlan, files: readonly string[]): readonly Job[] {
  const { jobs } = after.chosen;
  if (givenFiles(after.options).some((file) => files.includes(file))) return jobs;
  const names = files.map((file) => path.relative(after.workspace.folder, file).split(path.sep).join('/'));
  const affected = affectedScenarios(before.workspace.documents, after.workspace.documents, names);
  return jobs.filter(({ scenario }) => affected.has(scenario.id));
}

function givenFiles({ answers, data }: RunOptions): readonly string[] {
  return [answers, data].filter((file) => file !== null);
}

/** What is read besides the documents: files of rows and answers, the bundle, what requests send. */
function otherFiles({ options, workspace }: RunPlan): readonly string[] {
  const flows = workspace.flows.map(({ id }) => id);
  const { files } = bundleReach(workspace.documents, { flows, environments: [] });
  const sent = workspace.isBundle
    ? [options.workspace]
    : files.map((name) => path.join(workspace.folder, name));
  return [...givenFiles(options), ...sent];
}

function pressed(key: string, { add }: Wishes, end: () => void): void {
  if (key === 'q' || key === interruptKey) end();
  else if (key === 'a') add({ type: 'all' });
  else if (key === 'f') add({ type: 'failed' });
  else if (key === '\r' || key === '\n') add({ type: 'again' });
}
