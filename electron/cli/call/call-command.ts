import { writeJson } from '#shared/value/write-json.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { readInput } from '../read-input.ts';
import { callInput } from './call-input.ts';
import { madeCall } from './made-call.ts';

const help = `flowbench call [--events] < call.json

Makes one API Call and prints its response variable as JSON.

Standard input is one JSON object:
  endpoint     an API endpoint as in its file, without id; of format, version and name each may be left out
  request      what an API Call has: method, path, query, headers, body, overrides and so on
  variables    values for the templates, by name
  environment  values of the environment, by name; one may be a secret
A secret stands there by its name, { "secret": "SHOP_TOKEN" }, and its value comes from the environment variable
FLOWBENCH_SECRET_SHOP_TOKEN. Files that the request sends are named relative to the working directory.

  --events   tells on standard error what happens, one JSON object on a line

Exit codes: 0 the call was a success, 1 it was not, 2 used wrongly, 3 could not run.
Interrupt it once to cancel the call, twice to end it.

Example: echo '{"endpoint":{"baseUrl":"http://127.0.0.1:8080"},"request":{"path":"/orders/1"}}' | flowbench call`;

/** `flowbench call`: the executor by itself, for other tools and for a look at one call. */
export const callCommand: Command = {
  name: 'call',
  summary: 'makes one API Call that is read from standard input, and prints its response variable',
  help,
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
  const unknown = args.find((arg) => arg !== '--events');
  if (unknown !== undefined) {
    say(`flowbench call knows no argument "${unknown}". flowbench call --help says what it knows.`);
    return 2;
  }
  const call = await readInput(input, callInput);
  if (!call.ok) {
    say(call.failure);
    return 2;
  }
  const variable = await madeCall(call.value, {
    secret: (name) => env[`FLOWBENCH_SECRET_${name}`],
    folder,
    signal,
    tell: (event) => {
      if (args.includes('--events')) say(JSON.stringify(event));
    },
  });
  print(writeJson(variable, 2));
  return variable.status === 'success' ? 0 : 1;
}
