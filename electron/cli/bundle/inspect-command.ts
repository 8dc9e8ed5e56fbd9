import path from 'node:path';
import { bundleSummary } from '#shared/bundle/bundle-summary.ts';
import { readBundleFile } from '../../bundle/import-bundle.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import type { CommandOptions } from '../command-options.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { reportBundle } from './report-bundle.ts';

const options = {
  json: {
    type: 'boolean',
    help: 'prints the same as one JSON object (docs/schemas/inspect.schema.json)',
  },
} as const satisfies CommandOptions;

const help = commandHelp({
  usage: 'flowbench inspect BUNDLE [options]',
  about: `Says what is in a bundle, and does nothing else with it: what it is called, its flows, endpoints, environments, fixtures and
files, the secrets that it needs, and the settings of its endpoints that make calls less safe.`,
  groups: [{ options }],
  notes:
    'Exit codes: 0 the bundle is whole, 1 it is damaged, changed or newer than this program, 2 used wrongly, 3 cannot be read.',
  examples: ['flowbench inspect acme-shop.flowbundle.json'],
});

/** `flowbench inspect`: a look into a bundle without taking anything of it. */
export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'says what is in a bundle, and which secrets it needs',
  help,
  options,
  operands: { files: true, words: [] },
  run: inspected,
};

async function inspected({ args, folder, print, say }: CommandSurroundings): Promise<ExitCode> {
  const read = parsedArguments('inspect', args, options);
  const file = read.ok ? read.value.positionals[0] : undefined;
  if (!read.ok || file === undefined || read.value.positionals.length > 1) {
    say(read.ok ? 'flowbench inspect takes the file of one bundle.' : read.failure);
    return 2;
  }
  const bundle = await readBundleFile(path.resolve(folder, file));
  if (!bundle.ok) {
    say(bundle.failure.message);
    return bundle.failure.code === 'unreadable' ? 3 : 1;
  }
  const summary = bundleSummary(bundle.value);
  print(read.value.values.json === true ? JSON.stringify(summary, null, 2) : reportBundle(summary));
  return 0;
}
