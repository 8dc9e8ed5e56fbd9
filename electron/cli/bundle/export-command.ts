import path from 'node:path';
import { bundleEnding } from '#shared/bundle/bundle.ts';
import type { BundleChoice } from '#shared/bundle/bundle-reach.ts';
import { bundleSummary } from '#shared/bundle/bundle-summary.ts';
import type { PlacedDocument } from '#shared/bundle/make-bundle.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import { bundleSha256 } from '../../bundle/bundle-digest.ts';
import { exportBundle, type ExportSource } from '../../bundle/export-bundle.ts';
import { writeFileAtomically } from '../../workspace/files/write-file-atomically.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import type { CommandOptions } from '../command-options.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { isOfWorkspace, realPlace } from '../workspace-place.ts';
import { passphraseVariable } from './passphrase-variable.ts';
import { reportBundle } from './report-bundle.ts';
import { workspaceSource } from './workspace-source.ts';

const options = {
  flow: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    values: { names: 'flow' },
    help: 'a flow by its name or id; may come several times',
  },
  env: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    values: { names: 'environment' },
    help: 'an environment by its name or id; may come several times',
  },
  output: {
    type: 'string',
    value: 'FILE',
    values: 'file',
    help: "where the bundle goes; without it into the working directory, under the workspace's name; - prints it",
  },
  'with-secrets': {
    type: 'boolean',
    help: `takes secrets along, encrypted by the passphrase in ${passphraseVariable}`,
  },
  'dry-run': { type: 'boolean', help: 'says what would go in, and writes nothing' },
} as const satisfies CommandOptions;

const help = commandHelp({
  usage: 'flowbench export WORKSPACE [options]',
  about: `Makes a bundle of a workspace's folder: the flows that are named, or all, with the flows, endpoints, fixtures and files that
they need, and the environments that are named, or all. What goes in is told on standard error.`,
  groups: [{ options }],
  notes: `The values of secrets are those of FLOWBENCH_SECRET_ and a name, never arguments. A bundle in which one of them stands
anywhere, in any encoding, is refused.

Exit codes: 0 made, 1 refused, 2 used wrongly, 3 the workspace cannot be read or the bundle cannot be written.`,
  examples: [
    `flowbench export ./acme-shop --flow "Order lookup" --env Staging --output order-lookup${bundleEnding}`,
  ],
});

/** `flowbench export`: a bundle of a workspace's folder. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'makes a bundle of a workspace: flows with all that they need',
  help,
  options,
  operands: { files: true, words: [] },
  run: exported,
};

async function exported(surroundings: CommandSurroundings): Promise<ExitCode> {
  const { args, env, folder, say } = surroundings;
  const read = parsedArguments('export', args, options);
  const workspace = read.ok ? read.value.positionals[0] : undefined;
  if (!read.ok || workspace === undefined || read.value.positionals.length > 1) {
    say(read.ok ? 'flowbench export takes the folder of one workspace.' : read.failure);
    return 2;
  }
  const { values } = read.value;
  const passphrase = values['with-secrets'] === true ? env[passphraseVariable] : null;
  if (passphrase === undefined) {
    say(`--with-secrets takes its passphrase from ${passphraseVariable}, which is not set.`);
    return 2;
  }
  const place = path.resolve(folder, workspace);
  const clash = await outputClash(place, outputFile(folder, values.output));
  if (clash !== null) {
    say(clash);
    return 2;
  }
  const source = await workspaceSource(place, env);
  if (!source.ok) {
    say(source.failure);
    return 3;
  }
  return exportedFrom(surroundings, source.value, { ...values, passphrase });
}

/** The file that is named for the bundle, or the folder that it goes into where none is; `null` where it is printed. */
const outputFile = (folder: string, output = '.'): string | null =>
  output === '-' ? null : path.resolve(folder, output);

/** Says in a sentence that a bundle would be written over a part of its workspace, or into one; `null` where it would not. */
async function outputClash(workspace: string, output: string | null): Promise<string | null> {
  if (output === null || !isOfWorkspace(await realPlace(workspace), await realPlace(output))) return null;
  return `${output} is a part of the workspace. Give the bundle another file with --output.`;
}

interface Wanted {
  readonly flow?: readonly string[] | undefined;
  readonly env?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly passphrase: string | null;
}

async function exportedFrom(
  surroundings: CommandSurroundings,
  source: ExportSource,
  wanted: Wanted,
): Promise<ExitCode> {
  const { say } = surroundings;
  const choice = chosen(source, wanted.flow, wanted.env);
  if (!choice.ok) {
    say(choice.failure);
    return 2;
  }
  const made = await exportBundle(source, choice.value, wanted.passphrase);
  if (!made.ok) {
    say(made.failure.message);
    return 1;
  }
  say(told(made.value));
  return wanted['dry-run'] === true ? 0 : written(surroundings, source, made.value, wanted.output);
}

/** What goes in, read from the bundle itself, so that nothing can be in it that is not told. */
function told(text: string): string {
  const bundle = readBundle('The bundle', text, bundleSha256);
  return bundle.ok ? reportBundle(bundleSummary(bundle.value)) : bundle.failure.message;
}

async function written(
  { folder, print, say }: CommandSurroundings,
  { name }: ExportSource,
  text: string,
  output = `${documentSlug(name, 'flow')}${bundleEnding}`,
): Promise<ExitCode> {
  if (output === '-') {
    print(text.trimEnd());
    return 0;
  }
  const file = path.resolve(folder, output);
  const saved = await writeFileAtomically(file, text);
  say(saved.ok ? `\nWritten to ${file}` : `${file} was not written: ${saved.failure.reason}.`);
  return saved.ok ? 0 : 3;
}

function chosen(
  { documents }: ExportSource,
  flows: readonly string[] | undefined,
  environments: readonly string[] | undefined,
): Outcome<BundleChoice, string> {
  const flowIds = idsOf(documents, 'flowbench.flow', 'flow', flows);
  const environmentIds = idsOf(documents, 'flowbench.environment', 'environment', environments);
  if (!flowIds.ok) return flowIds;
  if (!environmentIds.ok) return environmentIds;
  return succeeded({
    flows: flowIds.value as BundleChoice['flows'],
    environments: environmentIds.value as BundleChoice['environments'],
  });
}

/** The documents that names or ids mean; all where none is named. A name that two have means neither. */
function idsOf(
  documents: readonly PlacedDocument[],
  format: string,
  word: string,
  names: readonly string[] | undefined,
): Outcome<readonly string[], string> {
  const contents = documents.map(({ stored }) => stored.content).filter((each) => each.format === format);
  if (names === undefined) return succeeded(contents.map(({ id }) => id));
  const ids: string[] = [];
  for (const name of names) {
    const meant = contents.filter((each) => each.id === name || each.name === name);
    const [first] = meant;
    if (first === undefined) return failed(`The workspace has no ${word} called "${name}".`);
    if (meant.length > 1)
      return failed(
        `The workspace has ${String(meant.length)} ${word}s called "${name}": name one by its id, such as ${first.id}.`,
      );
    ids.push(first.id);
  }
  return succeeded(ids);
}
