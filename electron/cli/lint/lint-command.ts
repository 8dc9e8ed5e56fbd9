import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { severities, type Severity } from '#shared/lint/finding.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import type { CommandOptions } from '../command-options.ts';
import { inertText } from '../inert-text.ts';
import { repositoryFile } from '../repository-file.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { environmentNamed } from '../run/named-documents.ts';
import { loadedWorkspace, type LoadedWorkspace } from '../run/loaded-workspace.ts';
import { terminalStyle } from '../terminal-style.ts';
import { findingsByEnvironment } from './environments-found.ts';
import { reportedFindings, type ReportedFinding } from './reported-findings.ts';
import { findingLines, findingReporters, isFindingReporter, type FindingReporter } from './finding-lines.ts';

const options = {
  env: {
    type: 'string',
    value: 'NAME',
    values: { names: 'environment' },
    help: 'with the values of this environment alone, by its name or id; without it, with those of each in turn',
  },
  'fail-on': {
    type: 'string',
    value: 'SEVERITY',
    values: severities,
    help: 'error (as it is), warning or note: from what on the exit code is 1',
  },
  reporter: {
    type: 'string',
    value: 'NAME',
    values: findingReporters,
    help: 'human (as it is), json: one object a line, github: annotations',
  },
} as const satisfies CommandOptions;

const help = commandHelp({
  usage: 'flowbench lint [WORKSPACE] [options]',
  about: `Looks through a workspace folder or a bundle, by default the working directory, by the rules of the Problems panel.
Nothing is run, sent or changed. Without --env it looks once with each environment: what is wrong in every one is told
once, what is wrong in some with their names. What is silenced is counted and not told. What the panel learns from past
runs and from stored secrets is not known here.`,
  groups: [{ options }],
  notes:
    'Exit codes: 0 nothing of that severity, 1 something, 2 used wrongly, 3 could not look at everything.',
  examples: [
    'flowbench lint examples/order-lookup --fail-on warning',
    'flowbench lint examples/order-lookup --env local',
  ],
});

/** `flowbench lint`: the Problems panel for build servers. */
export const lintCommand: Command = {
  name: 'lint',
  summary: 'looks through a workspace or a bundle by the rules of the Problems panel',
  help,
  options,
  operands: { files: true, words: [] },
  run: linted,
};

interface LintOptions {
  readonly workspace: string;
  readonly environment: string | null;
  readonly failOn: Severity;
  readonly reporter: FindingReporter;
}

async function linted({
  args,
  env,
  folder,
  isTerminal = false,
  print,
  say,
}: CommandSurroundings): Promise<ExitCode> {
  const options = lintOptions(args);
  if (!options.ok) return misused(say, options.failure);
  const { environment, failOn, reporter } = options.value;
  const loaded = await loadedOnce(path.resolve(folder, options.value.workspace), folder);
  if (!loaded.ok) {
    say(loaded.failure);
    return 3;
  }
  const workspace = loaded.value;
  const active = environmentNamed(workspace, environment);
  if (!active.ok) return misused(say, active.failure);
  for (const problem of workspace.problems) say(problem);
  const all = findingsByEnvironment(workspace, active.value === 'its own' ? null : active.value);
  const told = all.filter(({ silenced }) => silenced === null);
  const findings = reportedFindings(workspace, told);
  const style = terminalStyle({ isTTY: isTerminal, env });
  const ports = { style, repositoryFile: (file: string) => repositoryFile(file, { env, folder }) };
  const lines = findingLines(findings, reporter, ports, all.length - told.length);
  for (const line of lines) print(reporter === 'human' ? inertText(line, env) : line);
  return exitCode(findings, failOn, workspace);
}

/** Loads what is looked through. What a bundle has to be unpacked into is gone by then: nothing is read again. */
async function loadedOnce(source: string, folder: string): Promise<Outcome<LoadedWorkspace, string>> {
  const put = await mkdtemp(path.join(os.tmpdir(), 'flowbench-lint-'));
  try {
    return await loadedWorkspace(source, folder, put, null);
  } finally {
    await rm(put, { recursive: true, force: true });
  }
}

function exitCode(
  findings: readonly ReportedFinding[],
  failOn: Severity,
  { problems }: LoadedWorkspace,
): ExitCode {
  // Without a file that cannot be read, others name what seems to be gone: its findings are none to judge by.
  if (problems.length > 0) return 3;
  const worst = severities.indexOf(failOn);
  return findings.some(({ severity }) => severities.indexOf(severity) <= worst) ? 1 : 0;
}

function misused(say: (text: string) => void, sentence: string): ExitCode {
  say(sentence);
  return 2;
}

function lintOptions(args: readonly string[]): Outcome<LintOptions, string> {
  const read = parsedArguments('lint', args, options);
  if (!read.ok) return read;
  const { positionals, values } = read.value;
  const [workspace = '.', another] = positionals;
  if (another !== undefined)
    return failed(`One workspace is looked through at a time, and "${another}" is another one.`);
  const { env = null, 'fail-on': given = 'error', reporter = 'human' } = values;
  const failOn = severities.find((severity) => severity === given);
  if (failOn === undefined) return failed(`--fail-on takes ${severities.join(', ')}, and not "${given}".`);
  if (!isFindingReporter(reporter))
    return failed(`There is no reporter "${reporter}" here. There are: ${findingReporters.join(', ')}.`);
  return succeeded({ workspace, environment: env, failOn, reporter });
}
