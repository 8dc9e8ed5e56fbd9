import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { parsedArguments, type ParsedArguments } from '../parsed-arguments.ts';
import { runOptionTable } from './run-option-table.ts';
import { isReporterName, reporterNames, type ReporterName } from './reporters/reporter.ts';

/** Where a report goes: into a file, or to standard output. */
export interface ReportWish {
  readonly name: ReporterName;
  readonly file: string | null;
}

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
  try {
    return succeeded({ workspace, ...choiceOf(values), ...filesOf(values), ...settingsOf(values) });
  } catch (error) {
    if (error instanceof Misuse) return failed(error.message);
    throw error;
  }
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
    reports: reports(reporter),
  };
}

function settingsOf({
  bail = false,
  coverage = false,
  parallel,
  record = false,
  retries,
  seed,
  timeout,
  'update-snapshots': updateSnapshots = false,
}: Values): Pick<
  RunOptions,
  'bail' | 'coverage' | 'parallel' | 'record' | 'retries' | 'seed' | 'timeoutMs' | 'updateSnapshots'
> {
  return {
    bail,
    coverage,
    record,
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

function reports(given: readonly string[]): readonly ReportWish[] {
  const wishes = given.map((each) => {
    const at = each.indexOf('=');
    const name = at === -1 ? each : each.slice(0, at);
    const file = at === -1 ? null : each.slice(at + 1);
    if (!isReporterName(name))
      throw new Misuse(`There is no reporter "${name}". There are: ${reporterNames.join(', ')}.`);
    if (file === '') throw new Misuse(`The reporter ${name} is to write into a file without a name.`);
    return { name, file };
  });
  if (wishes.filter(({ file }) => file === null).length > 1)
    throw new Misuse(
      'One reporter at most writes to standard output: give the others files, as in --reporter junit=report.xml.',
    );
  return wishes;
}
