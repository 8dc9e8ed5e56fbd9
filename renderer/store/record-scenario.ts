import type { FixtureBody, Fixture } from '#shared/fixture/fixture.ts';
import { fixtureAt, holdsMasks, pinnedBody, pinnedResponse } from '#shared/fixture/pinned-fixture.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { environmentAfter } from '#shared/run-events/environment-after.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { formatSize } from '#shared/run-events/format-size.ts';
import type { RunRecord } from '#shared/run-history/run-record.ts';
import { maskText } from '#shared/request/masked-request.ts';
import {
  faultOfFailure,
  numberedCalls,
  recordedScenario,
  unrecordable,
} from '#shared/scenario/recorded-scenario.ts';
import type { Persona } from '#shared/settings/persona.ts';
import type { Scenario, ScenarioStandIn } from '#shared/scenario/scenario.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentRenamingStarted, freeName } from './document-actions.ts';
import { documentsOf } from './documents-of.ts';
import { documentHadAgain, documentTakenBack } from './document-removal.ts';
import { documentAdded, documentsStore } from './documents-store.ts';
import { libraryStepTaken } from './library-steps.ts';
import { newId } from './new-id.ts';
import { personaNow } from './persona.ts';
import { readWholeBody } from './read-whole-body.ts';
import { scenarioVerified } from './recording-verified.ts';
import { standInsOf } from './stand-ins.ts';
import { toasts } from './toasts.ts';
import { documentOpened } from './view-store.ts';

/** Larger bodies make documents that nobody can edit. */
const largestBody = 1_000_000;

type NumberedCall = ReturnType<typeof numberedCalls>[number];

/** A run as the history has it. */
interface KeptRun {
  readonly events: readonly RunEvent[];
  readonly record: RunRecord | null;
}

/** Makes a scenario of a run that is over: what was answered, what the APIs sent, and what came of it. */
export async function scenarioRecorded(runId: string): Promise<void> {
  const read = await keptRun(runId as RunId);
  const made = read.ok ? await recorded(read.value) : read;
  if (!made.ok) {
    toasts.show({ title: 'The run was not recorded', body: made.failure, icon: 'warning', urgent: true });
    return;
  }
  const { fixtures, scenario } = made.value;
  for (const fixture of fixtures) documentAdded(fixture);
  documentAdded(scenario);
  const ids = [scenario.id, ...fixtures.map(({ id }) => id)];
  libraryStepTaken({
    undo: async () => {
      for (const id of ids) await documentTakenBack(id);
    },
    redo: async () => {
      for (const id of ids) await documentHadAgain(id);
    },
  });
  documentOpened(scenario.id);
  documentRenamingStarted(scenario.id);
  told(made.value);
  await scenarioVerified(scenario.id);
}

function told({ fixtures, scenario }: Recorded): void {
  const count = fixtures.length;
  const words =
    count === 0 ? '' : count === 1 ? '1 response was kept. ' : `${String(count)} responses were kept. `;
  const isMasked = fixtures.some(holdsMasks) || JSON.stringify(scenario).includes(maskText);
  const masks = isMasked ? 'Secrets in it are masked. ' : '';
  toasts.show({
    title: `Recorded as ${scenario.name}`,
    body: `${words}${masks}Type a name for it.`,
    icon: 'scenario',
  });
}

async function keptRun(runId: RunId): Promise<Outcome<KeptRun, string>> {
  const events: RunEvent[] = [];
  let record: RunRecord | null = null;
  for (let offset: number | null = 0; offset !== null;) {
    const piece: Awaited<ReturnType<(typeof bridge.call)['history.open']>> = await bridge.call[
      'history.open'
    ]({ runId, offset });
    if (!piece.ok) return failed(piece.failure.message);
    events.push(...piece.value.events);
    record ??= piece.value.record;
    offset = piece.value.nextOffset;
  }
  return succeeded({ events, record });
}

interface Recorded {
  readonly scenario: Scenario;
  readonly fixtures: readonly Fixture[];
}

async function recorded({ events, record }: KeptRun): Promise<Outcome<Recorded, string>> {
  const [first] = events;
  if (first?.type !== 'run-started') return failed('Its beginning is missing.');
  const flow = flowNamed(first.flowId);
  if (flow === null) return failed('Its flow is gone.');
  const reason = unrecordable(events, (id) => isStart(flow, id));
  if (reason !== null) return failed(reason);
  const inputs = record?.inputs ?? null;
  if (inputs === null) return failed('Its inputs are not kept. One of them may have held a secret.');
  const persona = personaOf(record);
  if (persona === null) return failed('Its persona is not kept. A text of it held a secret.');
  const name = freeName('scenario', `${flow.name} as recorded`);
  const stood = await standInsFor(events, name);
  if (!stood.ok) return stood;
  const { fixtures, standIns } = stood.value;
  const environment = environmentCalled(events.reduce(environmentAfter, null));
  const about = { id: newId('sc'), name, flow: flow.id, environment, persona };
  return succeeded({ fixtures, scenario: recordedScenario({ ...about, inputs, events, standIns }) });
}

/** Who talked; whoever is played now in runs from before it was kept, `null` where a text of it held a secret. */
function personaOf(record: RunRecord | null): Persona | null {
  const kept = record?.persona;
  return kept === undefined ? personaNow() : kept;
}

function isStart({ nodes }: Flow, id: string | undefined): boolean {
  return nodes.some((node) => node.id === id && node.kind === 'start');
}

function flowNamed(id: string): Flow | null {
  const document = documentsStore.getState().documents[id]?.document;
  return document?.format === 'flowbench.flow' ? document : null;
}

function environmentCalled(name: string | null): Scenario['environment'] {
  const all = documentsOf(documentsStore.getState().documents, 'flowbench.environment');
  return all.find((each) => each.name === name && each.defaults !== true)?.id ?? null;
}

interface StoodIn {
  readonly standIns: readonly ScenarioStandIn[];
  readonly fixtures: readonly Fixture[];
}

/** What answers each call of a run from now on: what stood in for it, its response as a fixture, or its failure as a fault. */
async function standInsFor(events: readonly RunEvent[], name: string): Promise<Outcome<StoodIn, string>> {
  const calls = numberedCalls(events);
  const standIns: ScenarioStandIn[] = [];
  const fixtures: Fixture[] = [];
  for (const call of calls) {
    const { nodeId, nth } = call;
    if (nodeId === undefined) continue;
    const use = await standInFor(call, fixtures, name);
    if (!use.ok) return use;
    const isOnly = calls.filter((each) => each.nodeId === nodeId).length === 1;
    standIns.push({ node: nodeId, ...(isOnly ? {} : { call: nth }), use: use.value });
  }
  return succeeded({ standIns, fixtures });
}

/** Where the same thing answers every call of a node, the number of the call says nothing; it does no harm either. */
async function standInFor(
  call: NumberedCall,
  fixtures: Fixture[],
  name: string,
): Promise<Outcome<ScenarioStandIn['use'], string>> {
  const place = placeOf(call);
  const { ended, prepared } = call;
  if (place === null || ended === undefined) return succeeded('live');
  const chosen = standInsOf([place.node])[place.node.id];
  if (prepared?.standIn !== undefined && chosen !== undefined) return succeeded(chosen);
  if (ended.statusCode === null) return succeeded(faultOfFailure(ended.code) ?? 'live');
  const body = await bodyOf(call);
  if (!body.ok) return body;
  const { headers, reason, statusCode } = ended;
  const response = pinnedResponse({ statusCode, reason, headers, body: body.value });
  const { flow, node } = place;
  const fixtureName = freeName('fixture', `${name}: ${node.name} ${String(call.nth)}`);
  const fixture = fixtureAt({ id: newId('fx'), name: fixtureName, flow: flow.id, node: node.id }, response);
  fixtures.push(fixture);
  return succeeded({ type: 'fixture', id: fixture.id });
}

/** A call of a flow that the recorded one runs belongs to that one. */
function placeOf({ nodeId }: NumberedCall): { flow: Flow; node: Flow['nodes'][number] } | null {
  const flows = documentsOf(documentsStore.getState().documents, 'flowbench.flow');
  for (const flow of flows) {
    const node = flow.nodes.find(({ id }) => id === nodeId);
    if (node !== undefined) return { flow, node };
  }
  return null;
}

async function bodyOf({ ended }: NumberedCall): Promise<Outcome<FixtureBody, string>> {
  const body = ended?.body ?? null;
  if (ended === undefined || body === null || body.kind === 'none') return succeeded({ text: '' });
  if (body.sizeBytes > largestBody)
    return failed(`A response of ${formatSize(body.sizeBytes)} is too large for a fixture.`);
  const read = await readWholeBody(ended.runId, body.handle, body.sizeBytes, () => true);
  return read.ok ? succeeded(pinnedBody(body.kind, read.value)) : read;
}
