import { bundleSchemas } from '../bundle/bundle-schemas.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { documentSchemas } from './document-schemas.ts';
import { reportSchemas } from '../report/report-schemas.ts';
import { inputSchemas } from '../input-schemas.ts';

const help = commandHelp({
  usage: 'flowbench schema [NAME]',
  about:
    'Prints the JSON Schema (draft 2020-12) of what a command reads or of a document of a workspace; without a name, the names.',
  groups: [],
  notes: 'Exit codes: 0 printed, 2 used wrongly.',
  examples: ['flowbench schema scenario > scenario.schema.json'],
});

/** Made when they are asked for: no other command waits for them. */
function allSchemas() {
  return { ...inputSchemas(), ...documentSchemas(), ...bundleSchemas(), ...reportSchemas() };
}

/** `flowbench schema`: what files have to look like, for editors and other tools. */
export const schemaCommand: Command = {
  name: 'schema',
  summary: 'prints the JSON Schema of a document, or of what a command reads',
  help,
  options: {},
  get operands() {
    return { files: false, words: Object.keys(allSchemas()).sort() };
  },
  run: printed,
};

function printed({ args, print, say }: CommandSurroundings): Promise<ExitCode> {
  const read = parsedArguments('schema', args, {});
  if (!read.ok) {
    say(read.failure);
    return Promise.resolve(2);
  }
  const schemas = allSchemas();
  const names = Object.keys(schemas).sort();
  const [name, another] = read.value.positionals;
  if (name === undefined) {
    print(names.join('\n'));
    return Promise.resolve(0);
  }
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined || another !== undefined) {
    say(`flowbench schema takes one of: ${names.join(', ')}.`);
    return Promise.resolve(2);
  }
  print(JSON.stringify(schema, null, 2));
  return Promise.resolve(0);
}
