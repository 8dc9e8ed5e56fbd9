import { useMemo } from 'react';
import type { Fixture } from '#shared/fixture/fixture.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { faultForAttempts } from '#shared/stand-in/fault-words.ts';
import type { StandIn, StandIns, StandInShown } from '#shared/stand-in/stand-in.ts';
import { documentsOf } from './documents-of.ts';
import { documentsStore, type DocumentsState } from './documents-store.ts';
import { flowWithReached } from './flows-reached.ts';
import { keptWhileSame } from './kept-while-same.ts';
import { libraryStepTaken } from './library-steps.ts';
import { toasts } from './toasts.ts';
import { useDocuments } from './use-documents.ts';
import { useView, viewStore } from './view-store.ts';

type NodeId = Flow['nodes'][number]['id'];

/** Something answers a call from the next run on; with `null` the network does again. */
export function standInChosen(nodeId: NodeId, standIn: StandIn | null): void {
  const { [nodeId]: before = null } = viewStore.getState().standIns;
  if (JSON.stringify(before) === JSON.stringify(standIn)) return;
  standInsPut({ [nodeId]: standIn });
  libraryStepTaken({
    flowId: flowOfNode(nodeId)?.id ?? null,
    undo: () => standInsPut({ [nodeId]: before }),
    redo: () => standInsPut({ [nodeId]: standIn }),
  });
}

/** All calls that a run of a flow may come to go to the network again. */
export function standInsCleared(flowId: string): void {
  const nodes = flowWithReached(flowId).flatMap((flow) => flow.nodes);
  const before = standInsOf(nodes);
  const live = Object.fromEntries(Object.keys(before).map((id) => [id, null]));
  const count = Object.keys(before).length;
  if (count === 0) return;
  standInsPut(live);
  const undo = libraryStepTaken({
    flowId,
    undo: () => {
      // What was chosen since stays.
      const now = standInsOf(nodes);
      standInsPut(Object.fromEntries(Object.entries(before).filter(([id]) => !Object.hasOwn(now, id))));
    },
    redo: () => {
      // As when it was taken back: what was chosen since stays.
      const now: Readonly<Record<string, StandIn>> = standInsOf(nodes);
      const same = Object.entries(before).filter(
        ([id, was]) => JSON.stringify(now[id]) === JSON.stringify(was),
      );
      standInsPut(Object.fromEntries(same.map(([id]) => [id, null])));
    },
  });
  toasts.show({
    title: count === 1 ? '1 call goes live again' : `${String(count)} calls go live again`,
    icon: 'endpoint',
    action: { label: 'Undo', onClick: undo },
  });
}

/** Puts what answers some calls in place, and is no step for undo by itself. */
export function standInsPut(changes: Readonly<Record<string, StandIn | null>>): void {
  viewStore.setState(({ standIns }) => {
    const kept = Object.entries(standIns).filter(([id]) => !Object.hasOwn(changes, id));
    const put = Object.entries(changes).flatMap(([id, standIn]) => (standIn === null ? [] : [[id, standIn]]));
    return { standIns: Object.fromEntries([...kept, ...put]) as StandIns };
  });
}

/** The flow that a node is in, whichever flow was run; `null` where the node is gone. */
export function flowOfNode(nodeId: string): Flow | null {
  const flows = documentsOf(documentsStore.getState().documents, 'flowbench.flow');
  return flows.find(({ nodes }) => nodes.some(({ id }) => id === nodeId)) ?? null;
}

/** What answers the calls of a flow, as a run takes it. */
export function standInsOf(nodes: readonly { readonly id: NodeId }[]): StandIns {
  const { standIns } = viewStore.getState();
  return Object.fromEntries(
    nodes.flatMap(({ id }) => (standIns[id] === undefined ? [] : [[id, standIns[id]]])),
  );
}

export function useStandIn(nodeId: NodeId | null): StandIn | undefined {
  return useView(({ standIns }) => (nodeId === null ? undefined : standIns[nodeId]));
}

/** What answers a call, in words; `null` where the fixture has no name because it is gone. */
export function standInWords(standIn: StandIn, fixtureName: (id: string) => string | null): StandInShown {
  if (standIn.type === 'fault')
    return { type: 'fault', name: faultForAttempts(standIn.fault, standIn.attempts) };
  return { type: 'fixture', name: fixtureName(standIn.id) ?? 'a fixture that is gone' };
}

/** A call that something answers, and the flow that it is in. */
export interface CallWithStandIn {
  readonly flow: Flow;
  readonly node: Flow['nodes'][number];
  readonly shown: StandInShown;
}

/** The calls of flows that something answers, flow by flow in the order of their nodes. */
export function useCallsWithStandIns(flows: readonly Flow[]): readonly CallWithStandIn[] {
  const standIns = useView((view) => view.standIns);
  const names = useFixtureNames();
  return useMemo(
    () =>
      flows.flatMap((flow) =>
        flow.nodes.flatMap((node) => {
          const standIn = standIns[node.id];
          if (standIn === undefined || node.kind !== 'api-call') return [];
          return [{ flow, node, shown: standInWords(standIn, (id) => names.get(id) ?? null) }];
        }),
      ),
    [flows, names, standIns],
  );
}

const fixtures = keptWhileSame((documents: DocumentsState['documents']) =>
  documentsOf(documents, 'flowbench.fixture'),
);

/** All fixtures of the workspace, by name. */
export const useFixtures = (): readonly Fixture[] => useDocuments((state) => fixtures(state.documents));

/** The names of fixtures by id. */
export function useFixtureNames(): ReadonlyMap<string, string> {
  const all = useFixtures();
  return useMemo(() => new Map<string, string>(all.map(({ id, name }) => [id, name])), [all]);
}

/** The fixtures that stand in, as main has to have them saved. */
export function fixturesUsed(standIns: StandIns): readonly string[] {
  return Object.values(standIns)
    .map((each) => (each.type === 'fixture' ? each.id : each.then))
    .filter((id) => id !== null)
    .filter((id) => documentsStore.getState().documents[id] !== undefined);
}
