import type { EnvironmentId, FlowId, NodeId, ScenarioId } from '../ids/ids.ts';
import { standInSchema, type StandIn } from '../stand-in/stand-in.ts';
import { tlsFaults } from '../stand-in/fault.ts';
import type { Persona } from '../settings/persona.ts';
import type { RunEvent } from '../run-events/run-event.ts';
import type { Expectation } from './expectation.ts';
import { snapshotOf } from './judge-conversation.ts';
import { runFacts, type CallFact, type RunFacts } from './run-facts.ts';
import { scenarioSchema, type Scenario, type ScenarioAnswer, type ScenarioStandIn } from './scenario.ts';

/** A run that becomes a scenario, and what its events do not tell. */
export interface RecordedRun {
  readonly id: ScenarioId;
  readonly name: string;
  readonly flow: FlowId;
  readonly environment: EnvironmentId | null;
  readonly persona: Persona;
  readonly inputs: Readonly<Record<string, string>>;
  readonly events: readonly RunEvent[];
  /** What answers its calls from now on. */
  readonly standIns: readonly ScenarioStandIn[];
}

/** Calls that each get an expectation; of a longer run the number of all calls has to do. */
const mostCalls = 20;

/**
 * Makes a scenario that does what a run did: the same answers at the same prompts, at the same time. It expects the same
 * conversation, the same calls with the same statuses, and the same end.
 */
export function recordedScenario(run: RecordedRun): Scenario {
  const { environment, events, flow, id, inputs, name, persona, standIns } = run;
  const facts = runFacts(events);
  const [first] = events;
  return scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id,
    name,
    flow,
    environment,
    persona,
    standIns,
    inputs: Object.entries(inputs).map(([input, value]) => ({ name: input, value })),
    answers: answersIn(events),
    network: standIns.some(({ use }) => use === 'live') ? 'allowed' : 'refused',
    ...(first === undefined ? {} : { clock: first.at }),
    expect: expectationsOf(facts),
    snapshot: [...snapshotOf(facts)],
  });
}

/**
 * Why a run cannot be told as a scenario, in a sentence; `null` where it can.
 *
 * @param isStart whether a node is the Start of the flow
 */
export function unrecordable(
  events: readonly RunEvent[],
  isStart: (node: NodeId | undefined) => boolean,
): string | null {
  const { end, entered } = runFacts(events);
  if (end === null) return 'It is not over. Answer its questions, or let it end.';
  if (end.outcome === 'cancelled') return 'It was stopped. Run the flow to its end.';
  if (!isStart(entered[0]?.nodeId)) return 'It did not begin at the Start, as a scenario does.';
  if (events.some(({ type }) => type === 'variable-edited'))
    return 'A variable was edited while it stood still, and a scenario cannot do that.';
  return null;
}

/** The calls that the network answered, or nobody, each with which time that its node called. */
export function numberedCalls(events: readonly RunEvent[]): readonly (CallFact & { readonly nth: number })[] {
  const counts = new Map<string, number>();
  return runFacts(events).calls.map((call) => {
    const nth = (counts.get(call.nodeId ?? '') ?? 0) + 1;
    counts.set(call.nodeId ?? '', nth);
    return { ...call, nth };
  });
}

/** The fault that a call which got no response met, as far as there is one for it. */
export function faultOfFailure(code: string | null): StandIn | null {
  const fault = faults(code ?? '');
  return fault === null ? null : standInSchema.parse({ type: 'fault', fault });
}

function faults(code: string): object | null {
  const clock = /^timeout-(connect|response|idle|total)$/.exec(code)?.[1];
  if (clock !== undefined) return { kind: 'timeout', clock };
  if (tlsFaults.some((each) => each === code)) return { kind: 'tls', trouble: code };
  return simpleFaults[code] ?? null;
}

const simpleFaults: Readonly<Record<string, object>> = {
  'dns-not-found': { kind: 'dns' },
  'connection-refused': { kind: 'refused' },
  'connection-reset': { kind: 'reset' },
};

/** Whatever was said at a prompt, also what it refused: its node takes them in this order. */
function answersIn(events: readonly RunEvent[]): readonly ScenarioAnswer[] {
  return events.flatMap((event) =>
    event.type === 'answered' || event.type === 'answer-refused'
      ? [{ ...(event.nodeId === undefined ? {} : { node: event.nodeId }), text: event.text }]
      : [],
  );
}

function expectationsOf(facts: RunFacts): readonly Partial<Expectation>[] {
  const { calls, end, entered } = facts;
  const last = entered.at(-1)?.nodeId;
  return [
    ...callExpectations(facts),
    { type: 'calls', count: calls.length },
    {
      type: 'end',
      outcome: end?.outcome === 'failed' ? 'failed' : 'ended',
      ...(last === undefined ? {} : { node: last }),
    },
  ];
}

function callExpectations({ calls }: RunFacts): readonly Partial<Expectation>[] {
  if (calls.length > mostCalls) return [];
  const counts = new Map<NodeId, number>();
  return calls.flatMap(({ ended, nodeId, prepared }) => {
    if (nodeId === undefined || ended === undefined) return [];
    const nth = (counts.get(nodeId) ?? 0) + 1;
    counts.set(nodeId, nth);
    const { status, statusCode } = ended;
    const method = prepared === undefined ? {} : { method: prepared.request.method };
    return [{ type: 'call' as const, node: nodeId, nth, ...method, status, statusCode }];
  });
}
