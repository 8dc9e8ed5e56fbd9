import { useMemo } from 'react';
import { nodeKinds, type NodeKind } from '#shared/nodes/node.ts';
import { usePastRun } from './past-runs.ts';
import { useFlow } from './use-documents.ts';

/** A node as a view of a run names it. */
export interface RunNode {
  /** `undefined` where this version does not know the kind. */
  readonly kind: NodeKind | undefined;
  readonly name: string;
  /** Whether the flow still has it. */
  readonly isThere: boolean;
}

/** The nodes that a shown run may name: those of the flow, and those it had when a past run went through it. */
export function useRunNodes(ownerId: string | null): ReadonlyMap<string, RunNode> {
  const flow = useFlow(ownerId);
  const recorded = usePastRun(ownerId)?.record?.nodes;
  return useMemo(() => {
    const before = (recorded ?? []).map(({ id, kind, name }) => {
      const known = nodeKinds.find((each) => each === kind);
      return [id, { kind: known, name, isThere: false }] as const;
    });
    const now = (flow?.nodes ?? []).map(({ id, kind, name }) => [id, { kind, name, isThere: true }] as const);
    return new Map<string, RunNode>([...before, ...now]);
  }, [flow, recorded]);
}
