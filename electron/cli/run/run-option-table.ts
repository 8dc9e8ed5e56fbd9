import type { CommandOptions } from '../command-options.ts';
import { reporterNames } from './reporters/reporter.ts';

/** Options of `flowbench run` that say what is run. */
export const whatToRun = {
  flow: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    values: { names: 'flow' },
    help: 'scenarios of this flow, by its name or id; again for further ones',
  },
  scenario: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    values: { names: 'scenario' },
    help: 'this scenario, by its name or id; again for further ones',
  },
  tag: {
    type: 'string',
    multiple: true,
    value: 'TAG',
    values: { names: 'tag' },
    help: 'scenarios with this tag; again for further ones',
  },
  answers: {
    type: 'string',
    value: 'FILE',
    values: 'file',
    help: 'one flow without a scenario: a JSON list of answers, or { "flow": "name", "environment": "name", "inputs": { "name": "text" }, "answers": ["text"] }; --flow and --env come first',
  },
  shard: { type: 'string', value: 'I/N', help: 'one of N parts, even by the times of --timings' },
} as const satisfies CommandOptions;

/** Options of `flowbench run` that say how it is run. */
export const howToRun = {
  env: {
    type: 'string',
    value: 'NAME',
    values: { names: 'environment' },
    help: "in this environment, by its name or id, in place of each scenario's own",
  },
  var: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: "a text for an input of the flow's Start; again for further ones",
  },
  data: {
    type: 'string',
    value: 'FILE',
    values: 'file',
    help: 'once for each row of a CSV file or of a JSON list of objects',
  },
  'secrets-from': {
    type: 'string',
    value: 'WHERE',
    help: 'env: FLOWBENCH_SECRET_<NAME> (as it is); file:PATH: a JSON object of mode 0600',
  },
  seed: { type: 'string', value: 'NUMBER', help: 'what identifiers and jitter are drawn from' },
  parallel: { type: 'string', value: 'NUMBER', help: 'so many scenarios at a time (1)' },
  timeout: {
    type: 'string',
    value: 'MS',
    help: 'how long each may take, in real time (60000, or what it says itself)',
  },
  retries: {
    type: 'string',
    value: 'NUMBER',
    help: 'how often a scenario that fails is run again (0); one that passes then is told as flaky',
  },
  watch: {
    type: 'boolean',
    help: 'stays, and runs again what a change affects; on a terminal a runs all, f those that failed, Enter the same again, q ends',
  },
  interactive: {
    type: 'boolean',
    help: 'one flow, named by --flow, as a conversation in the terminal: with waits that take their time and without stand-ins',
  },
  bail: { type: 'boolean', help: 'begin no further one after the first that does not pass' },
} as const satisfies CommandOptions;

/** Options of `flowbench run` that say what comes of it. */
export const whatComesOfIt = {
  reporter: {
    type: 'string',
    multiple: true,
    value: 'NAME[=FILE]',
    values: reporterNames,
    help: 'human (as it is), json, junit, tap, github, html; again for further ones',
  },
  'update-snapshots': {
    type: 'boolean',
    help: 'writes the conversation into each scenario that passes otherwise',
  },
  record: {
    type: 'boolean',
    help: 'keeps what the network answered as fixtures, and lets them stand in from now on; with --interactive writes the conversation as a scenario',
  },
  coverage: { type: 'boolean', help: 'which nodes, exits and statuses of calls no scenario came to' },
  timings: {
    type: 'string',
    value: 'FILE',
    values: 'file',
    help: 'how long scenarios took: read for --shard, written at the end',
  },
} as const satisfies CommandOptions;

/** Every option of `flowbench run`. */
export const runOptionTable = { ...whatToRun, ...howToRun, ...whatComesOfIt } as const;
