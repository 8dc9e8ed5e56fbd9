/** Everything that `flowbench run --help` says. */
export const runHelp = `flowbench run [WORKSPACE | BUNDLE] [options]

Runs the scenarios of a workspace folder, by default of the working directory, or of a bundle, and reports how they went.
Waits and pauses between attempts take no time. Nothing of the workspace is changed without --update-snapshots or --record.

What to run:
  --flow NAME            scenarios of this flow; again for further ones
  --scenario NAME        this scenario; again for further ones
  --tag TAG              scenarios with this tag; again for further ones
  --answers FILE         one flow, named by --flow, without a scenario: a JSON list of answers, or
                         { "inputs": { "name": "text" }, "answers": ["text"] }
  --shard I/N            one of N parts, even by the times of --timings

How to run it:
  --env NAME             in this environment in place of each scenario's own
  --var NAME=VALUE       a text for an input of the flow's Start; again for further ones
  --data FILE            once for each row of a CSV file or of a JSON list of objects
  --secrets-from WHERE   env: FLOWBENCH_SECRET_<NAME> (as it is); file:PATH: a JSON object of mode 0600
  --seed NUMBER          what identifiers and jitter are drawn from
  --parallel NUMBER      so many scenarios at a time (1)
  --timeout MS           how long each may take, in real time (60000, or what it says itself)
  --bail                 begin no further one after the first that does not pass

What comes of it:
  --reporter NAME[=FILE] human (as it is), json, junit, tap, github, html; again for further ones
  --update-snapshots     writes the conversation into each scenario that passes otherwise
  --record               keeps what the network answered as fixtures, and lets them stand in from now on
  --coverage             which nodes, exits and statuses of calls no scenario came to
  --timings FILE         how long scenarios took: read for --shard, written at the end

Colours are for a terminal, and not where NO_COLOR is set. A secret is never given as an argument.
Exit codes: 0 all passed, 1 some failed, 2 used wrongly, 3 some could not run and none failed.

Examples:
  flowbench run examples/order-lookup
  flowbench run acme-shop.flowbundle.json
  flowbench run . --tag smoke --env staging --bail
  flowbench run . --reporter human --reporter junit=report.xml --reporter html=report.html
  flowbench run . --flow "Order lookup" --answers answers.json --var channel=web
  flowbench run . --shard 2/4 --timings .timings.json`;
