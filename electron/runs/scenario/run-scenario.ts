import { flowInputs } from '#shared/interpreter/given-inputs.ts';
import { randomSource, seededState } from '#shared/interpreter/random-state.ts';
import { flowsReached } from '#shared/flow/flows-run.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { newId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { boundScenario } from '#shared/scenario/bound-scenario.ts';
import type { DataRow } from '#shared/scenario/data-rows.ts';
import type { ExpectationResult } from '#shared/scenario/expectation-result.ts';
import { judgeRun } from '#shared/scenario/judge-run.ts';
import { everyEvent, judgedEvents } from '#shared/scenario/judged-events.ts';
import type { NodeName } from '#shared/scenario/node-name.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { standingClock } from '../host-clock.ts';
import type { KnownSecrets } from '../known-secrets.ts';
import { createRunHost } from '../run-host.ts';
import { savedFlow } from '../run-maker.ts';
import type { RunHostPorts } from '../run-ports.ts';
import { followedRun } from './followed-run.ts';
import { recordedResponses, type RecordedResponse } from './recorded-responses.ts';
import { scenarioStandIns } from './scenario-stand-ins.ts';

/** What a scenario is run with; the rest of what a host needs the scenario says itself. */
export interface ScenarioPorts extends Pick<
  RunHostPorts,
  'workspace' | 'vault' | 'folder' | 'names' | 'systemProxy' | 'tokens' | 'history' | 'forgets' | 'onDefect'
> {
  readonly secrets: KnownSecrets;
  /** Hears of events while they happen. */
  readonly onEvents: (events: readonly RunEvent[]) => void;
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** What still reads of the run is waited for before its folder goes; absent, nothing does. */
  readonly beforeRemoval?: () => Promise<void>;
  /** Whether to give what the network answered. */
  readonly records?: boolean;
  /** Whether to give all events as they were; else those that the scenario is judged by, without what else is in them. */
  readonly wholeEvents?: boolean;
}

/** A run of a scenario that is over. */
export interface RanScenario {
  /** As they were asked for. */
  readonly events: readonly RunEvent[];
  readonly results: readonly ExpectationResult[];
  readonly nodeName: NodeName;
  /** Real time. */
  readonly tookMs: number;
  /** What the network answered, or in a sentence why that cannot be kept; nothing where it was not asked for. */
  readonly recorded: Outcome<readonly RecordedResponse[], string>;
}

/**
 * Runs a scenario as the application runs flows, in a host of its own: by a clock that waits put on, with random numbers from
 * its seed. The failure is a sentence that says why nothing was run.
 *
 * @param row the row of data that it is run with
 */
export async function runScenario(
  given: Scenario,
  row: DataRow | null,
  ports: ScenarioPorts,
): Promise<Outcome<RanScenario, string>> {
  const flow = savedFlow(ports.workspace, given.flow);
  if (flow === null) return failed(`The flow of "${given.name}" is not in the workspace.`);
  const missing = missingEnvironment(given, ports);
  if (missing !== null) return failed(missing);
  const bound = withRow(given, row, flow);
  if (!bound.ok) return bound;
  const scenario = bound.value;
  const beganMs = performance.now();
  const ran = await hosted(scenario, ports);
  if (!ran.ok) return ran;
  const { events, recorded, stopped } = ran.value;
  const nodeName = nodeNames([flow, ...flowsReached(flow, (id) => savedFlow(ports.workspace, id))]);
  const results = judgeRun(scenario, events, nodeName, stopped(nodeName));
  return succeeded({
    events,
    recorded,
    nodeName,
    results: results.map((result) => scrubbed(result, (text) => ports.secrets.scrubber.scrub(text))),
    tookMs: performance.now() - beganMs,
  });
}

/** The scenario as it is run with a row. Without one, an expectation that takes a column fails and says why by itself. */
function withRow(scenario: Scenario, row: DataRow | null, flow: Flow): Outcome<Scenario, string> {
  if (row !== null)
    return boundScenario(
      scenario,
      row,
      flowInputs(flow).map(({ name }) => name),
    );
  const needsRow = scenario.answers.some(({ column }) => column !== undefined);
  return needsRow ? failed(needsRows(scenario)) : succeeded(scenario);
}

/** What is recorded is read from the whole of a run, too. */
function gatheredEvents(scenario: Scenario, { records = false, wholeEvents = false }: ScenarioPorts) {
  return records || wholeEvents ? everyEvent() : judgedEvents(scenario);
}

async function hosted(scenario: Scenario, ports: ScenarioPorts) {
  const { clock, environment, flow, inputs, persona, seed } = scenario;
  const random = randomSource(seededState(seed));
  const followed = followedRun(scenario, gatheredEvents(scenario, ports), ports.signal);
  const host = createRunHost({
    ...ports,
    publish: (events) => {
      ports.onEvents(events);
      followed.hear(events);
    },
    clock: () => standingClock(clock === undefined ? Date.now() : Date.parse(clock)),
    standIns: () => scenarioStandIns(ports.workspace, scenario),
    random: () => random.fork(),
    newRunId: () => newId('rn', (bytes) => bytes.forEach((_, at) => (bytes[at] = random.uint32() & 0xff))),
  });
  try {
    const over = await followed.over(host, {
      flowId: flow,
      environmentId: environment,
      inputs: Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
      ...(persona === undefined ? {} : { persona }),
    });
    if (!over.ok) return over;
    const recorded =
      ports.records === true ? await recordedResponses(host, over.value.events) : succeeded([]);
    const [first] = over.value.events;
    // Its end was told; whoever hears that it is over hears of it after that.
    if (first !== undefined) await host.cancel(first.runId);
    return succeeded({ ...over.value, recorded });
  } finally {
    await ports.beforeRemoval?.();
    await host.close();
  }
}

function missingEnvironment({ environment, name }: Scenario, { workspace }: ScenarioPorts): string | null {
  if (environment === null || workspace.document(environment) !== null) return null;
  return `The environment of "${name}" is not in the workspace. Choose another one.`;
}

function needsRows({ name }: Scenario): string {
  return `"${name}" takes answers from columns, so it needs rows of data: write some into it, or give it a file of them.`;
}

function nodeNames(flows: readonly Flow[]): NodeName {
  const names = new Map<string, string>(
    flows.flatMap(({ nodes }) => nodes.map(({ id, name }) => [id, name])),
  );
  return (id) => names.get(id) ?? 'a node that is gone';
}

/** What a person wrote into a scenario may be what is secret elsewhere. */
function scrubbed(result: ExpectationResult, scrub: (text: string) => string): ExpectationResult {
  const { actual, expected, title } = result;
  const shown = (text: string): string => shortened(scrub(text));
  return { ...result, title: shown(title), expected: shown(expected), actual: shown(actual) };
}

/** More of one side than this nobody reads. Cut last: of a secret that was cut the beginning would not be found. */
const longestShown = 4000;

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;
}
