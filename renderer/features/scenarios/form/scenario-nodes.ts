import { flowsReached } from '#shared/flow/flows-run.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import type { FlowNode, NodeKind } from '#shared/nodes/node.ts';

/** A node that a run of a scenario may come to, and the flow that has it. */
export interface ReachedNode {
  readonly node: FlowNode;
  readonly flow: Pick<Flow, 'id' | 'name'>;
}

/** The nodes of the flow that a scenario tests and of those that it runs. */
export interface ScenarioNodes {
  /** `null` where the flow is gone. */
  readonly flow: Flow | null;
  /** The flow's own nodes first, each flow as a conversation meets them. */
  readonly all: readonly ReachedNode[];
  readonly byId: ReadonlyMap<string, ReachedNode>;
  /** The inputs of the flow's Start. */
  readonly inputs: readonly FlowInput[];
}

/** Gathers the nodes that a run of a flow may come to; notes are none. */
export function scenarioNodes(flow: Flow | null, find: (id: string) => Flow | null): ScenarioNodes {
  const flows = flow === null ? [] : [flow, ...flowsReached(flow, find)];
  const all = flows.flatMap((each) =>
    flowOrder(each)
      .filter(({ node }) => node.kind !== 'note')
      .map(({ node }) => ({ node, flow: each })),
  );
  const start = flow?.nodes.find(({ kind }) => kind === 'start');
  return {
    flow,
    all,
    byId: new Map(all.map((each) => [each.node.id, each])),
    inputs: start?.kind === 'start' ? start.config.inputs : [],
  };
}

/** Those of some kinds. */
export function nodesOfKinds(
  { all }: Pick<ScenarioNodes, 'all'>,
  kinds: readonly NodeKind[] | null,
): readonly ReachedNode[] {
  return kinds === null ? all : all.filter(({ node }) => kinds.includes(node.kind));
}
