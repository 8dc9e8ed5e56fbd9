// Whether a flow is still the one that was run.
import { describe, expect, it } from 'vitest';
import { flowSchema, type Flow } from '#shared/flow/flow.ts';
import { flowPrint } from '#shared/run-history/flow-print.ts';
import { orderLookup } from '../../../stories/order-lookup.ts';

const flow = orderLookup();
const withNodes = (change: (node: Flow['nodes'][number]) => object): Flow =>
  flowSchema.parse({ ...flow, nodes: flow.nodes.map((node) => ({ ...node, ...change(node) })) });

describe('the print of a flow', () => {
  it('is the same where only names and places differ, and however keys and lists are ordered', () => {
    const moved = withNodes(({ name, position }) => ({
      name: `${name}!`,
      position: { x: position.y, y: 7 },
    }));
    expect(flowPrint(moved)).toBe(flowPrint(flow));
    const reordered = {
      ...flow,
      nodes: [...flow.nodes].reverse(),
      connections: [...flow.connections].reverse(),
    };
    expect(flowPrint(reordered)).toBe(flowPrint(flow));
    expect(flowPrint({ ...flow, name: 'Another name' })).toBe(flowPrint(flow));
    const shuffled = withNodes(({ config }) => ({
      config: Object.fromEntries(Object.entries(config).reverse()),
    }));
    expect(flowPrint(shuffled)).toBe(flowPrint(flow));
  });

  it('differs with every part that makes a difference to a run', () => {
    const others = [
      withNodes((node) => (node.kind === 'message' ? { config: { text: 'Something else' } } : {})),
      { ...flow, strict: !flow.strict },
      { ...flow, errorNode: flow.nodes[0]!.id },
      { ...flow, connections: flow.connections.slice(1) },
      { ...flow, nodes: flow.nodes.slice(0, -1) },
    ].map(flowPrint);
    expect(new Set([flowPrint(flow), ...others]).size).toBe(others.length + 1);
  });
});
