import { useDeferredValue, useMemo } from 'react';
import { findInFlow, type FlowMatch } from '#shared/find/find-in-flow.ts';
import type { FindQuery } from '#shared/find/text-finder.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { useFlow } from '../../../store/use-documents.ts';
import { useFindState } from './find-store.ts';

/** What was found in the flow in view. */
export interface Found {
  readonly open: boolean;
  readonly matches: readonly FlowMatch[];
  readonly isCut: boolean;
  /** Why nothing can be found. */
  readonly trouble: string | null;
  /** The nodes in which something was found; none while the panel is closed. */
  readonly nodes: ReadonlySet<string>;
}

const nothing = { matches: [], isCut: false, trouble: null, nodes: new Set<string>() };

export function useFind(flowId: string): Found {
  const { open, query } = useFindState();
  const flow = useFlow(flowId);
  // Typing goes before looking, in a flow of thousands.
  const wanted = useDeferredValue(query);
  const later = useDeferredValue(flow);
  const found = useMemo(
    () => (open && later !== undefined ? foundIn(later, wanted) : nothing),
    [open, later, wanted],
  );
  return { open, ...found };
}

/** Looks for a query in a flow, in the order in which a conversation meets the nodes. */
export function foundIn(flow: Flow, query: FindQuery): Omit<Found, 'open'> {
  const found = findInFlow(flow, query);
  if (!found.ok) return { ...nothing, trouble: found.failure };
  const order = new Map(flowOrder(flow).map(({ node }, at) => [node.id as string, at]));
  const placeOf = ({ groupId, nodeId }: FlowMatch) =>
    nodeId === null ? (groupId === null ? -1 : order.size) : (order.get(nodeId) ?? order.size);
  const matches = found.value.matches.toSorted((a, b) => placeOf(a) - placeOf(b));
  const nodes = new Set(matches.flatMap(({ nodeId }) => (nodeId === null ? [] : [nodeId as string])));
  return { matches, isCut: found.value.isCut, trouble: null, nodes };
}
