import { bundleSchemas } from '../bundle/bundle-schemas.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { documentSchemas } from './document-schemas.ts';
import { inputSchemas } from '../input-schemas.ts';

const help = `flowbench schema [NAME]

Prints the JSON Schema (draft 2020-12) of what a command reads or of a document of a workspace; without a name, the names.

Example: flowbench schema scenario > scenario.schema.json`;

/** `flowbench schema`: what files have to look like, for editors and other tools. */
export const schemaCommand: Command = {
  name: 'schema',
  summary: 'prints the JSON Schema of a document, or of what a command reads',
  help,
  run: printed,
};

function printed({ args, print, say }: CommandSurroundings): Promise<ExitCode> {
  const schemas = { ...inputSchemas(), ...documentSchemas(), ...bundleSchemas() };
  const names = Object.keys(schemas).sort();
  const [name, another] = args;
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
