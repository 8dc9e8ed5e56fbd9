import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ScenarioId } from '#shared/ids/ids.ts';
import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { proxyOfEnvironment } from '../../runs/environment-proxy.ts';
import { KnownSecrets } from '../../runs/known-secrets.ts';
import type { RunHostPorts } from '../../runs/run-ports.ts';
import type { OneAtATime } from '../../workspace/files/one-at-a-time.ts';
import { runScenario, type RanScenario } from '../../runs/scenario/run-scenario.ts';
import type { Job } from './chosen-jobs.ts';
import type { GivenSecrets } from './given-secrets.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';
import type { FailedTry, ReportedResult, Reporter } from './reporters/reporter.ts';
import { writeRecording } from './write-recording.ts';
import { writtenBack } from './written-back.ts';
import { writeSnapshot } from './write-snapshot.ts';

/** What every scenario of a run is run with. */
export interface RunParts {
  readonly workspace: LoadedWorkspace;
  readonly secrets: GivenSecrets;
  readonly reporters: readonly Reporter[];
  /** A folder for whatever a run puts down; it is removed at the end. */
  readonly folder: string;
  readonly names: NonNullable<RunHostPorts['names']>;
  readonly signal: AbortSignal;
  readonly updateSnapshots: boolean;
  readonly record: boolean;
  /** How often a scenario that fails is run again. */
  readonly retries: number;
  /** Writing into the workspace is done by one at a time. */
  readonly writes: OneAtATime;
}

/** Runs one scenario with one row, again where it fails and that was asked for, and gives what there is to report of it. */
export async function runOne(parts: RunParts, job: Job): Promise<ReportedResult> {
  const failedTries: FailedTry[] = [];
  for (;;) {
    const result = { ...(await runOnce(parts, job)), failedTries: [...failedTries] };
    const isAgain = result.outcome === 'failed' && failedTries.length < parts.retries;
    if (!isAgain || parts.signal.aborted) return result;
    for (const reporter of parts.reporters) reporter.retried?.(result);
    const { events, results, tookMs } = result;
    failedTries.push({ events, results, tookMs });
  }
}

async function runOnce(parts: RunParts, job: Job): Promise<Omit<ReportedResult, 'failedTries'>> {
  const { folder, secrets: given } = parts;
  const { reported, scenario } = job;
  const own = await mkdtemp(path.join(folder, 'run-'));
  const secrets = new KnownSecrets();
  secrets.add(given.values.map((value) => ({ value })));
  const ran = await performed(parts, job, secrets, path.join(own, 'bodies'));
  await rm(own, { recursive: true, force: true });
  const nothing = { results: [], events: [], nodeName: () => '', tookMs: 0, written: null };
  const notRun = (trouble: string): Omit<ReportedResult, 'failedTries'> => ({
    ...nothing,
    scenario: reported,
    outcome: 'not-run',
    trouble: secrets.scrubber.scrub(trouble),
  });
  if (!ran.ok) return notRun(ran.failure);
  const { events, nodeName, results, tookMs } = ran.value;
  const hasPassed = results.every(({ passed }) => passed);
  const outcome = hasPassed ? 'passed' : 'failed';
  const result = { scenario: reported, outcome, results, trouble: null, events, nodeName, tookMs } as const;
  // Only the first row is kept: others say something else by nature. What a flow without a scenario does has no file.
  if (!hasPassed || (reported.row ?? 1) > 1 || reported.file === null) return { ...result, written: null };
  const written = await parts.writes.run(() => kept(parts, scenario.id, ran.value));
  return written.ok ? { ...result, written: written.value } : notRun(written.failure);
}

function performed(
  { names, record, reporters, secrets: given, signal, updateSnapshots, workspace }: RunParts,
  { reported, row, scenario }: Job,
  secrets: KnownSecrets,
  folder: string,
) {
  const systemProxy = proxyOfEnvironment();
  const { snapshot: _, ...withoutSnapshot } = scenario;
  // A snapshot that is to be written anew is not looked at.
  return runScenario(updateSnapshots ? withoutSnapshot : scenario, row, {
    workspace: workspace.forRuns,
    vault: given.vault,
    folder,
    names,
    secrets,
    signal,
    records: record,
    wholeEvents: reporters.some(({ showsWholeRuns }) => showsWholeRuns === true),
    // What is recorded is read from the bodies afterwards; nobody looks at anything else.
    forgets: !record,
    ...(systemProxy === null ? {} : { systemProxy }),
    onEvents: (events) => {
      for (const reporter of reporters) reporter.events?.(reported, events);
    },
  });
}

/** Writes what is to be kept of a run; gives what was. */
async function kept(
  { folder, record, updateSnapshots, workspace }: RunParts,
  id: ScenarioId,
  { events, recorded }: RanScenario,
): Promise<Outcome<ReportedResult['written'], string>> {
  if (!recorded.ok) return recorded;
  const hasRecording = record && recorded.value.length > 0;
  if (!updateSnapshots && !hasRecording) return succeeded(null);
  const written = await writtenBack(workspace.folder, folder, async (open) => {
    const snapshot = updateSnapshots ? await writeSnapshot(open, id, events) : succeeded(null);
    return snapshot.ok && hasRecording ? writeRecording(open, workspace, id, recorded.value) : snapshot;
  });
  if (!written.ok) return written;
  if (!hasRecording) return succeeded('snapshot');
  return succeeded(updateSnapshots ? 'snapshot and recording' : 'recording');
}
