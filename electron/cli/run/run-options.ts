import path from 'node:path';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { parsedArguments, type ParsedArguments } from '../parsed-arguments.ts';
import { optionConflict } from './option-conflicts.ts';
import { reportWishes, type ReportWish } from './report-wishes.ts';
import { runOptionTable } from './run-option-table.ts';

/** What `flowbench run` was asked for. */
export interface RunOptions {
  readonly workspace: string;
  readonly flows: readonly string[];
  readonly scenarios: readonly string[];
  readonly tags: readonly string[];
  readonly environment: string | null;
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly answers: string | null;
  readonly data: string | null;
  /** `null` takes secrets from the environment of the process. */
  readonly secretsFile: string | null;
  readonly bail: boolean;
  /** How often a scenario that fails is run again. */
  readonly retries: number;
  readonly watch: boolean;
  readonly interactive: boolean;
  readonly timeoutMs: number | null;
  readonly seed: number | null;
  readonly parallel: number;
  readonly shard: { readonly index: number; readonly count: number } | null;
  readonly timings: string | null;
  readonly updateSnapshots: boolean;
  readonly record: boolean;
  readonly coverage: boolean;
  readonly reports: readonly ReportWish[];
}

/** Reads the arguments of `flowbench run`. The failure is a sentence. */
export function runOptions(args: readonly string[]): Outcome<RunOptions, string> {
  const read = parsedArguments('run', args, runOptionTable);
  if (!read.ok) return read;
  const { positionals, values } = read.value;
  const [workspace = '.', another] = positionals;
  if (another !== undefined)
    return failed(`One workspace is run at a time, and "${another}" is another one.`);
  const conflict = optionConflict(values);
  if (conflict !== null) return failed(conflict);
  try {
    return succeeded({ workspace, ...choiceOf(values), ...filesOf(values), ...settingsOf(values) });
  } catch (error) {
    if (error instanceof Misuse) return failed(error.message);
    throw error;
  }
}

/** The options with every file and folder where it is, and not as it was given. */
export function withFolder(options: RunOptions, folder: string): RunOptions {
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

type Values = ParsedArguments<typeof runOptionTable>['values'];

function choiceOf({
  env,
  flow = [],
  scenario = [],
  tag = [],
  var: variables = [],
  shard: part,
}: Values): Pick<RunOptions, 'flows' | 'scenarios' | 'tags' | 'environment' | 'variables' | 'shard'> {
  return {
    flows: flow,
    scenarios: scenario,
    tags: tag,
    environment: env ?? null,
    variables: variables.map(assignment),
    shard: shard(part),
  };
}

function filesOf({
  answers,
  data,
  reporter = ['human'],
  'secrets-from': secrets = 'env',
  timings,
}: Values): Pick<RunOptions, 'answers' | 'data' | 'secretsFile' | 'timings' | 'reports'> {
  return {
    answers: answers ?? null,
    data: data ?? null,
    secretsFile: secretsFile(secrets),
    timings: timings ?? null,
    reports: wishes(reporter),
  };
}

function settingsOf({
  bail = false,
  coverage = false,
  interactive = false,
  parallel,
  record = false,
  retries,
  seed,
  timeout,
  'update-snapshots': updateSnapshots = false,
  watch = false,
}: Values): Pick<
  RunOptions,
  | 'bail'
  | 'coverage'
  | 'interactive'
  | 'parallel'
  | 'record'
  | 'retries'
  | 'seed'
  | 'timeoutMs'
  | 'updateSnapshots'
  | 'watch'
> {
  return {
    bail,
    coverage,
    interactive,
    record,
    watch,
    updateSnapshots,
    parallel: numberOf('parallel', parallel, 1, 64) ?? 1,
    retries: numberOf('retries', retries, 0, 10) ?? 0,
    seed: numberOf('seed', seed, 0, 0xffff_ffff),
    timeoutMs: numberOf('timeout', timeout, 1, 86_400_000),
  };
}

/** An argument that cannot be meant, with the sentence that says so. */
class Misuse extends Error {}

function assignment(given: string): readonly [string, string] {
  const at = given.indexOf('=');
  if (at < 1) throw new Misuse(`--var takes NAME=VALUE, and "${given}" has no name before a "=".`);
  return [given.slice(0, at), given.slice(at + 1)];
}

function secretsFile(given: string): string | null {
  if (given === 'env') return null;
  if (given.startsWith('file:') && given.length > 5) return given.slice(5);
  throw new Misuse('--secrets-from takes env, or file:PATH. A secret itself is never given as an argument.');
}

function numberOf(name: string, given: string | undefined, least: number, most: number): number | null {
  if (given === undefined) return null;
  const number = /^\d+$/.test(given) ? Number(given) : NaN;
  if (number >= least && number <= most) return number;
  throw new Misuse(
    `--${name} takes a whole number from ${String(least)} to ${String(most)}, and not "${given}".`,
  );
}

function shard(given: string | undefined): RunOptions['shard'] {
  if (given === undefined) return null;
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? [];
  const part = { index: Number(index), count: Number(count) };
  if (part.index >= 1 && part.index <= part.count) return part;
  throw new Misuse(`--shard takes a part of all, such as 2/5, and not "${given}".`);
}

function wishes(given: readonly string[]): readonly ReportWish[] {
  const read = reportWishes(given);
  if (!read.ok) throw new Misuse(read.failure);
  return read.value;
}
