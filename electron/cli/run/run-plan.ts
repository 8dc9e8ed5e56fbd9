import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { DataRow } from '#shared/scenario/data-rows.ts';
import { readRows } from '#shared/scenario/read-rows.ts';
import type { Timings } from '#shared/scenario/shard.ts';
import { passphraseVariable } from '../bundle/passphrase-variable.ts';
import type { CommandSurroundings } from '../command.ts';
import { answersJobs } from './answers-job.ts';
import { chosenJobs, type ChosenJobs } from './chosen-jobs.ts';
import { knownColumns, knownVariables } from './given-names.ts';
import { givenSecrets, type GivenSecrets } from './given-secrets.ts';
import { loadedWorkspace, type LoadedWorkspace } from './loaded-workspace.ts';
import { readGiven } from './read-given.ts';
import { reportClash, type BesideReports } from './report-places.ts';
import type { RunOptions } from './run-options.ts';
import { readTimings } from './timings-file.ts';

/** Everything that is needed before anything is run. */
export interface RunPlan {
  readonly options: RunOptions;
  readonly workspace: LoadedWorkspace;
  readonly secrets: GivenSecrets;
  readonly chosen: ChosenJobs;
  readonly timings: Timings;
  /** What was given and is of no use, in sentences. */
  readonly warnings: readonly string[];
}

/** Why nothing can be run, and the exit code that says it. */
export type NoPlan = { readonly code: 2 | 3; readonly sentence: string };

/**
 * Reads everything that a run needs: workspace, secrets, rows, times; and chooses.
 *
 * @param put a folder of ours for what has to be unpacked
 */
export async function runPlan(
  options: RunOptions,
  put: string,
  { env, folder }: Pick<CommandSurroundings, 'env' | 'folder'>,
): Promise<Outcome<RunPlan, NoPlan>> {
  const given = await givenForRun(options, put, { env, folder });
  if (!given.ok) return failed({ code: 3, sentence: given.failure });
  const { rows, secrets, timings, workspace } = given.value;
  if (workspace.isBundle && (options.updateSnapshots || options.record))
    return failed({ code: 2, sentence: onlyIntoFolders });
  const clash = await reportClash(options.reports, besideReports(options, workspace));
  if (clash !== null) return failed({ code: 2, sentence: clash });
  const choice = { options, rows, timings };
  const chosen =
    options.answers === null
      ? chosenJobs(workspace, choice)
      : await answersJobs(workspace, options.answers, choice);
  if (!chosen.ok) return failed({ code: 2, sentence: chosen.failure });
  const warnings = knownNames(given.value, options, chosen.value);
  if (!warnings.ok) return failed({ code: 2, sentence: warnings.failure });
  return succeeded({
    options,
    workspace,
    secrets,
    chosen: chosen.value,
    timings,
    warnings: [...(secrets.hint === null ? [] : [secrets.hint]), ...warnings.value],
  });
}

function besideReports(
  { answers, data, secretsFile, timings, workspace: source }: RunOptions,
  { folder, isBundle }: LoadedWorkspace,
): BesideReports {
  const inputs = [answers, data, secretsFile];
  return isBundle
    ? { workspace: null, inputs: [source, ...inputs], timings }
    : { workspace: folder, inputs, timings };
}

/** Whether what was given goes anywhere; gives a sentence for each column that does not. */
function knownNames(
  { rows, workspace }: GivenForRun,
  { data, variables }: RunOptions,
  { scenarios }: ChosenJobs,
): Outcome<readonly string[], string> {
  const flows = workspace.flows.filter(({ id }) => scenarios.some(({ flow }) => flow === id));
  const known = knownVariables(flows, variables);
  if (!known.ok) return known;
  return rows === null || data === null
    ? succeeded([])
    : knownColumns({ file: data, rows }, scenarios, flows);
}

const onlyIntoFolders =
  'Snapshots and recordings are written into the folder of a workspace, and this is a bundle.';

/** What a run is given from outside, before anything is chosen. */
export type GivenForRun = Pick<RunPlan, 'workspace' | 'secrets' | 'timings'> & {
  readonly rows: readonly DataRow[] | null;
};

/** Everything that is read from files and from the environment of the process. */
export async function givenForRun(
  options: RunOptions,
  put: string,
  { env, folder }: Pick<CommandSurroundings, 'env' | 'folder'>,
): Promise<Outcome<GivenForRun, string>> {
  const workspace = await loadedWorkspace(options.workspace, folder, put, passphraseIn(env));
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

/** The passphrase over secrets in a bundle. An empty one, such as that of a build server without the secret, is none. */
function passphraseIn(env: CommandSurroundings['env']): string | null {
  return env[passphraseVariable] || null;
}

async function givenRows(file: string | null): Promise<Outcome<readonly DataRow[] | null, string>> {
  if (file === null) return succeeded(null);
  const text = await readGiven(file);
  if (!text.ok) return text;
  const rows = readRows(text.value);
  return rows.ok ? rows : failed(`${file} ${rows.failure}`);
}
