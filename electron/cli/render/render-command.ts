import { randomUUID } from 'node:crypto';
import { renderTemplate } from '#shared/template/render-template.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { readInput } from '../read-input.ts';
import { renderInput } from './render-input.ts';

const help = commandHelp({
  usage: 'flowbench render < template.json',
  about: `Renders one template for the field that it stands in, and prints the text.

Standard input is one JSON object:
  template       the template
  field          text, json, url, path, query or header: where it stands, which decides how values are written
  variables      values by name; every digit of a number is kept
  environment, flow_defaults, request, now, strict
                 what else it is rendered with; each may be left out

It prints { "output", "warnings" }, or { "error": { "code", "line", "column", "message" } }.`,
  groups: [],
  notes: 'Exit codes: 0 rendered, 1 not rendered, 2 used wrongly, 3 could not run.',
  examples: [
    `echo '{"template":"Hello {{name}}","field":"text","variables":{"name":"Ana"}}' | flowbench render`,
  ],
});

/** `flowbench render`: the template engine by itself. */
export const renderCommand: Command = {
  name: 'render',
  summary: 'renders one template that is read from standard input, and prints the text',
  help,
  options: {},
  operands: { files: false, words: [] },
  run: rendered,
};

async function rendered({ args, input, print, say }: CommandSurroundings): Promise<ExitCode> {
  const read = parsedArguments('render', args, {});
  if (!read.ok || read.value.positionals.length > 0) {
    say(
      read.ok ? 'flowbench render reads its template from standard input, and takes no file.' : read.failure,
    );
    return 2;
  }
  const given = await readInput(input, (document) =>
    renderInput(document, new Date().toISOString(), () => randomUUID()),
  );
  if (!given.ok) {
    say(given.failure);
    return 2;
  }
  const { field, scope, template } = given.value;
  const result = renderTemplate(template, field, scope);
  if (result.ok) {
    const { text, warnings } = result.value;
    print(writeJson({ output: text, warnings: warnings.map((warning) => ({ ...warning })) }, 2));
    return 0;
  }
  const { code, column, line, message } = result.failure;
  print(writeJson({ error: { code, line, column, message } }, 2));
  return 1;
}
