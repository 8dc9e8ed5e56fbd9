import { nodeIdSchema } from '../ids/ids.ts';
import type { FlowNode } from '../nodes/node.ts';
import { newNode } from '../nodes/new-node.ts';
import type { FlowPlace } from './flow-place.ts';
import type { Connection, Flow } from './flow.ts';
import { flowNames } from './flow-names.ts';

const known = new WeakMap<Flow, FlowPlace>();

/**
 * The place at which a flow is over: what is set there on every way is what a flow that runs it can take for certain. All
 * its Ends, and every bare `next`, lead to one node that is made up for it.
 */
export function placeAtEnds(flow: Flow): FlowPlace {
  const place = known.get(flow) ?? newPlace(flow);
  known.set(flow, place);
  return place;
}

function newPlace(flow: Flow): FlowPlace {
  // The letters of a flow's id are nobody else's, so that no node has them.
  const end = newNode('end', nodeIdSchema.parse(`nd_${flow.id.slice(3)}`), { x: 0, y: 0 });
  const led = new Set(
    flow.connections.filter(({ from }) => from.exit === 'next').map(({ from }) => from.node),
  );
  const bare = flow.nodes.filter(({ id, kind }) => kind !== 'note' && !led.has(id));
  const joined: Flow = {
    ...flow,
    nodes: [...flow.nodes.map(goingOn), end],
    connections: [
      ...flow.connections,
      ...bare.map(({ id }): Connection => ({ from: { node: id, exit: 'next' }, to: end.id })),
    ],
  };
  return { flow: joined, names: flowNames(joined), nodeId: end.id };
}

/** An End as a node that is left: what it is called stays. */
function goingOn(node: FlowNode): FlowNode {
  return node.kind === 'end' ? { ...node, kind: 'message', config: { text: '' } } : node;
}
