import { useMemo, useState } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeKinds, type NodeKind } from '#shared/nodes/node.ts';
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
  const flows = useFlowsOfRun(ownerId);
  const recorded = usePastRun(ownerId)?.record?.nodes;
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

/** The flows of the run that is shown for a document, that document among them; the same list while none is edited. */
export function useFlowsOfRun(ownerId: string | null): readonly Flow[] {
  const all = useFlows();
  const run = useShownRun(ownerId);
  const [kept] = useState(() => keptWhileSame((flows: readonly Flow[]) => flows));
  const ids = new Set([ownerId, ...(run === undefined ? [] : flowsOfRun(run))]);
  return kept(all.filter(({ id }) => ids.has(id)));
}
