import { useMemo, useState } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeKinds, type NodeKind } from '#shared/nodes/node.ts';
import type { RunRecord } from '#shared/run-history/run-record.ts';
import { usePastRun } from './past-runs.ts';
import { flowsOfRun } from './flows-of-run.ts';
import { keptWhileSame } from './kept-while-same.ts';
import { useFlows } from './use-documents.ts';
import { useShownRun } from './use-shown-run.ts';

/** A node as a view of a run names it. */
export interface RunNode {
  /** `undefined` where this version does not know the kind. */
  readonly kind: NodeKind | undefined;
  readonly name: string;
  /** The flow that has it; `null` where it is gone. */
  readonly flowId: string | null;
}

/** The nodes that a shown run may name: those of its flows, and those they had when a past run went through them. */
export function useRunNodes(ownerId: string | null): ReadonlyMap<string, RunNode> {
  const record = usePastRun(ownerId)?.record;
  return useNodesOf(useIdsOfRun(ownerId), record?.nodes);
}

/** The flows of the run that is shown for a document, that document among them; the same list while none is edited. */
export function useFlowsOfRun(ownerId: string | null): readonly Flow[] {
  return useFlowsWithIds(useIdsOfRun(ownerId));
}

function useIdsOfRun(ownerId: string | null): readonly string[] {
  const run = useShownRun(ownerId);
  return [ownerId ?? '', ...(run === undefined ? [] : flowsOfRun(run))];
}

/** The nodes of flows by id, and those that are recorded and are not there any more. */
export function useNodesOf(
  flowIds: readonly string[],
  recorded: RunRecord['nodes'] | undefined,
): ReadonlyMap<string, RunNode> {
  const flows = useFlowsWithIds(flowIds);
  return useMemo(() => {
    const before = (recorded ?? []).map(({ id, kind, name }) => {
      const known = nodeKinds.find((each) => each === kind);
      return [id, { kind: known, name, flowId: null }] as const;
    });
    const now = flows.flatMap((flow) =>
      flow.nodes.map(({ id, kind, name }) => [id, { kind, name, flowId: flow.id }] as const),
    );
    return new Map<string, RunNode>([...before, ...now]);
  }, [flows, recorded]);
}

/** The same list while none of the flows is edited. */
function useFlowsWithIds(flowIds: readonly string[]): readonly Flow[] {
  const all = useFlows();
  const [kept] = useState(() => keptWhileSame((flows: readonly Flow[]) => flows));
  const ids = new Set(flowIds);
  return kept(all.filter(({ id }) => ids.has(id)));
}
