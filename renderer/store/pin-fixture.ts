import type { Fixture, FixtureBody } from '#shared/fixture/fixture.ts';
import { fixtureAt, holdsMasks, pinnedBody, pinnedResponse } from '#shared/fixture/pinned-fixture.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { formatSize } from '#shared/run-events/format-size.ts';
import { documentsOf } from './documents-of.ts';
import { documentHadAgain, documentTakenBack } from './document-removal.ts';
import { documentAdded, documentsStore } from './documents-store.ts';
import { libraryStepTaken } from './library-steps.ts';
import { newId } from './new-id.ts';
import { pastRunRead } from './past-runs.ts';
import { readWholeBody } from './read-whole-body.ts';
import { runsStore } from './runs-store.ts';
import { flowOfNode, standInsOf, standInsPut } from './stand-ins.ts';
import { toasts } from './toasts.ts';
import { documentOpened } from './view-store.ts';

/** Larger bodies make documents that nobody can edit. */
const largestBody = 1_000_000;

/** A call of a run whose response can be pinned. */
export interface PinnableCall {
  readonly run: RunView;
  readonly call: CallView;
  /** The run was read from the history just now, without what is a secret by now. */
  readonly isJustRead?: boolean;
}

/** Whether a call has a whole response that a fixture can be made of. */
export function isPinnable({ ended, nodeId }: CallView): boolean {
  return nodeId !== null && ended !== null && ended.statusCode !== null;
}

/** The calls of a node, of all runs that the window remembers, whose response can be pinned; the newest first. */
export function pinnableCalls(
  runs: Readonly<Record<string, RunView>>,
  nodeId: string,
): readonly PinnableCall[] {
  return Object.values(runs)
    .flatMap((run) => run.calls.map((call) => ({ run, call })))
    .filter(({ call }) => call.nodeId === nodeId && isPinnable(call))
    .sort((a, b) => startedMs(b) - startedMs(a));
}

function startedMs({ call, run }: PinnableCall): number {
  return Date.parse(run.startedAt) + call.startMs;
}

/** Keeps a response as a fixture of its API Call, which it answers from the next run on. */
export async function responsePinned(pinned: PinnableCall): Promise<void> {
  const { call, run } = pinned;
  const place = placeOf(call);
  const { ended } = call;
  if (place === null || ended === null || ended.statusCode === null) {
    toldNotPinned('The API Call that it answered is in no flow of this workspace any more.');
    return;
  }
  const body = await bodyOf(run, call);
  if (!body.ok) {
    toldNotPinned(body.failure);
    return;
  }
  const masked = pinned.isJustRead === true ? succeeded(ended) : await maskedNow(run, ended);
  if (!masked.ok) {
    toldNotPinned(masked.failure);
    return;
  }
  const { headers, reason } = masked.value;
  const parts = pinnedResponse({ statusCode: ended.statusCode, reason, headers, body: body.value });
  told(added(place, `${place.node.name} ${String(ended.statusCode)}`, parts), place.node);
}

/** How a call ended, as the history tells it by now: the window may have been told of what became a secret later. */
async function maskedNow(
  { runId }: RunView,
  ended: NonNullable<CallView['ended']>,
): Promise<Outcome<Pick<NonNullable<CallView['ended']>, 'headers' | 'reason'>, string>> {
  const read = await pastRunRead(runId as RunId);
  if (!read.ok) return read;
  const kept = read.value.view.calls.find((call) => call.ended?.seq === ended.seq)?.ended;
  return kept === undefined || kept === null
    ? failed('The history does not have this response any more.')
    : succeeded(kept);
}

/** An API Call and its flow. */
interface CallPlace {
  readonly flow: Flow;
  readonly node: Flow['nodes'][number];
}

// A run comes into sub-flows as well: its own flow need not be that of the call.
function placeOf({ nodeId }: CallView): CallPlace | null {
  const flow = nodeId === null ? null : flowOfNode(nodeId);
  const node = flow?.nodes.find(({ id }) => id === nodeId);
  return flow === null || node === undefined ? null : { flow, node };
}

function told(fixture: Fixture, { name }: CallPlace['node']): void {
  const masked = holdsMasks(fixture) ? ' Its secrets are masked.' : '';
  toasts.show({
    title: `Pinned as ${fixture.name}`,
    body: `It answers ${name} from the next run on.${masked}`,
    icon: 'fixture',
    action: { label: 'Edit', onClick: () => documentOpened(fixture.id) },
  });
}

/** Pins the newest response of a node, if there is one. */
export function lastResponsePinned(nodeId: string): void {
  const [last] = pinnableCalls(runsStore.getState().runs, nodeId);
  if (last !== undefined) void responsePinned(last);
}

/** Makes a fixture to be written by hand, lets it answer its call, and opens it. */
export function emptyFixtureWanted(flow: Flow, node: Flow['nodes'][number]): void {
  const headers = [{ name: 'Content-Type', value: 'application/json', enabled: true }];
  const parts = { statusCode: 200, headers, body: { text: '{}\n' } };
  documentOpened(added({ flow, node }, node.name, parts).id);
}

function added(
  { flow, node }: CallPlace,
  name: string,
  parts: Pick<Fixture, 'statusCode' | 'headers' | 'body'>,
): Fixture {
  const place = { id: newId('fx'), name: freeName(name), flow: flow.id, node: node.id };
  const fixture = fixtureAt(place, parts);
  const before = standInsOf([node])[node.id] ?? null;
  const mine = { type: 'fixture', id: fixture.id } as const;
  documentAdded(fixture);
  standInsPut({ [node.id]: mine });
  libraryStepTaken({
    flowId: flow.id,
    undo: async () => {
      standInsPut({ [node.id]: before });
      await documentTakenBack(fixture.id);
    },
    redo: async () => {
      if (await documentHadAgain(fixture.id)) standInsPut({ [node.id]: mine });
    },
  });
  return fixture;
}

function freeName(wanted: string): string {
  const taken = new Set(
    documentsOf(documentsStore.getState().documents, 'flowbench.fixture').map(({ name }) => name),
  );
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} ${String(count)}`;
  return name;
}

async function bodyOf(run: RunView, { body }: CallView): Promise<Outcome<FixtureBody, string>> {
  if (body === null || body.kind === 'none') return succeeded({ text: '' });
  if (body.sizeBytes > largestBody)
    return failed(
      `Its body has ${formatSize(body.sizeBytes)}; a fixture holds at most ${formatSize(largestBody)}.`,
    );
  const read = await readWholeBody(run.runId, body.handle, body.sizeBytes, () => true);
  return read.ok ? succeeded(pinnedBody(body.kind, read.value)) : read;
}

/** Says that a response was not pinned, and why. */
export function toldNotPinned(reason: string): void {
  toasts.show({ title: 'The response was not pinned', body: reason, icon: 'warning' });
}
