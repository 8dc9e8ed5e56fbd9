import { commandHelp } from '../command-help.ts';
import { howToRun, whatComesOfIt, whatToRun } from './run-option-table.ts';

/** Everything that `flowbench run --help` says. */
export const runHelp = commandHelp({
  usage: 'flowbench run [WORKSPACE | BUNDLE] [options]',
  about: `Runs the scenarios of a workspace folder, by default of the working directory, or of a bundle, and reports how they went.
Waits and pauses between attempts take no time. Nothing of the workspace is changed without --update-snapshots or --record.`,
  groups: [
    { title: 'What to run', options: whatToRun },
    { title: 'How to run it', options: howToRun },
    { title: 'What comes of it', options: whatComesOfIt },
  ],
  notes: `Colours are for a terminal, and not where NO_COLOR is set; FORCE_COLOR asks for them anywhere. A secret is never given as
an argument. Secrets that a bundle brings along are opened by the passphrase in FLOWBENCH_PASSPHRASE; one that is given comes
before them.
Exit codes: 0 all passed, 1 some failed, 2 used wrongly, 3 some could not run and none failed.`,
  examples: [
    'flowbench run examples/order-lookup',
    'flowbench run acme-shop.flowbundle.json',
    'flowbench run . --tag smoke --env staging --bail',
    'flowbench run . --reporter human --reporter junit=report.xml --reporter html=report.html',
    'flowbench run . --flow "Order lookup" --answers answers.json --var channel=web',
    'flowbench run . --shard 2/4 --timings .timings.json --reporter json=part-2.jsonl',
  ],
});
