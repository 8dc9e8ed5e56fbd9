import { writeJson } from '#shared/value/write-json.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import type { CommandOptions } from '../command-options.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { readInput } from '../read-input.ts';
import { callInput } from './call-input.ts';
import { secretsOfProcess } from '../secrets-of-process.ts';
import { madeCall } from './made-call.ts';

const options = {
  events: { type: 'boolean', help: 'tells on standard error what happens, one JSON object on a line' },
} as const satisfies CommandOptions;

const help = commandHelp({
  usage: 'flowbench call [options] < call.json',
  about: `Makes one API Call and prints its response variable as JSON.

Standard input is one JSON object:
  endpoint     an API endpoint as in its file, without id; of format, version and name each may be left out
  request      what an API Call has: method, path, query, headers, body, overrides and so on
  variables    values for the templates, by name
  environment  values of the environment, by name; one may be a secret
A secret stands there by its name, { "secret": "SHOP_TOKEN" }, and its value comes from the environment variable
FLOWBENCH_SECRET_SHOP_TOKEN. Files that the request sends are named relative to the working directory.`,
  groups: [{ options }],
  notes: `Exit codes: 0 the call was a success, 1 it was not, 2 used wrongly, 3 could not run.
Interrupt it once to cancel the call, twice to end it.`,
  examples: [
    `echo '{"endpoint":{"baseUrl":"http://127.0.0.1:8080"},"request":{"path":"/orders/1"}}' | flowbench call`,
  ],
});

/** `flowbench call`: the executor by itself, for other tools and for a look at one call. */
export const callCommand: Command = {
  name: 'call',
  summary: 'makes one API Call that is read from standard input, and prints its response variable',
  help,
  options,
  operands: { files: false, words: [] },
  run: calledOnce,
};

async function calledOnce({
  args,
  env,
  folder,
  input,
  print,
  say,
  signal,
}: CommandSurroundings): Promise<ExitCode> {
  const read = parsedArguments('call', args, options);
  if (!read.ok || read.value.positionals.length > 0) {
    say(read.ok ? 'flowbench call reads what to do from standard input, and takes no file.' : read.failure);
    return 2;
  }
  const hasEvents = read.value.values.events === true;
  const call = await readInput(input, callInput);
  if (!call.ok) {
    say(call.failure);
    return 2;
  }
  const secrets = secretsOfProcess(env);
  const variable = await madeCall(call.value, {
    secret: (name) => secrets.get(name),
    folder,
    signal,
    tell: (event) => {
      if (hasEvents) say(JSON.stringify(event));
    },
  });
  print(writeJson(variable, 2));
  return variable.status === 'success' ? 0 : 1;
}
