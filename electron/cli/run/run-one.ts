import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { proxyOfEnvironment } from '../../runs/environment-proxy.ts';
import { KnownSecrets } from '../../runs/known-secrets.ts';
import type { RunHostPorts } from '../../runs/run-ports.ts';
import { runScenario } from '../../runs/scenario/run-scenario.ts';
import type { Job } from './chosen-jobs.ts';
import type { GivenSecrets } from './given-secrets.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';
import type { ReportedResult, Reporter } from './reporters/reporter.ts';
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
}

/** Runs one scenario with one row, and gives what there is to report of it. */
export async function runOne(
  { folder, names, reporters, secrets: given, signal, updateSnapshots, workspace }: RunParts,
  { reported, row, scenario }: Job,
): Promise<ReportedResult> {
  const own = await mkdtemp(path.join(folder, 'run-'));
  const systemProxy = proxyOfEnvironment();
  const secrets = new KnownSecrets();
  secrets.add(given.values.map((value) => ({ value })));
  // A snapshot that is to be written anew is not looked at.
  const { snapshot, ...others } = scenario;
  const ran = await runScenario(
    updateSnapshots ? others : { ...others, ...(snapshot === undefined ? {} : { snapshot }) },
    row,
    {
      workspace: workspace.forRuns,
      vault: given.vault,
      folder: path.join(own, 'bodies'),
      names,
      secrets,
      signal,
      ...(systemProxy === null ? {} : { systemProxy }),
      onEvents: (events) => {
        for (const reporter of reporters) reporter.events?.(reported, events);
      },
    },
  );
  await rm(own, { recursive: true, force: true });
  const nothing = {
    scenario: reported,
    results: [],
    events: [],
    nodeName: () => '',
    tookMs: 0,
    written: null,
  };
  if (!ran.ok) return { ...nothing, outcome: 'not-run', trouble: secrets.scrubber.scrub(ran.failure) };
  const { events, nodeName, results, tookMs } = ran.value;
  const hasPassed = results.every(({ passed }) => passed);
  const result: ReportedResult = {
    ...nothing,
    outcome: hasPassed ? 'passed' : 'failed',
    results,
    trouble: null,
    events,
    nodeName,
    tookMs,
  };
  // Only the first row is kept: others say something else by nature.
  if (!updateSnapshots || !hasPassed || (reported.row ?? 1) > 1) return result;
  const written = await writeSnapshot(workspace.folder, own, scenario.id, events);
  await rm(own, { recursive: true, force: true });
  return written.ok
    ? { ...result, written: 'snapshot' }
    : { ...result, outcome: 'not-run', trouble: written.failure };
}
