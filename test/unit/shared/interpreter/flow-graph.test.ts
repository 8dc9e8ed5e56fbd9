// The interpreter sees a flow through this graph, also where the flow is not sound.
import { describe, expect, test } from 'vitest';
import { flowGraph } from '#shared/interpreter/flow-graph.ts';
import { storyId } from '../../../stories/story-id.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';

const flow = userGreeting();
const graph = flowGraph(flow);
const gone = storyId('nd', 'gone');

describe('flowGraph', () => {
  test('finds nodes and the targets of exits', () => {
    const call = nodeNamed(flow, 'Get user');
    expect(graph.node(call.id)).toBe(call);
    expect(graph.target(call.id, 'success')).toBe(nodeNamed(flow, 'Greeting'));
    expect(graph.target(call.id, '404')).toBeNull();
    expect(graph.node(gone)).toBeNull();
  });

  test('begins at the first Start', () => {
    const two = storyFlow({
      name: 'Two',
      nodes: [
        ['First', 'start', {}],
        ['Second', 'start', {}],
      ],
      connections: [],
    });
    expect(flowGraph(two).start?.name).toBe('First');
    expect(flowGraph({ ...two, nodes: [] }).start).toBeNull();
  });

  test('takes the first of two connections from one exit', () => {
    const [first] = flow.connections;
    const doubled = { ...flow, connections: [...flow.connections, { ...first!, to: gone }] };
    expect(flowGraph(doubled).target(first!.from.node, first!.from.exit)?.id).toBe(first!.to);
  });

  test('has no error node where its node is gone', () => {
    expect(graph.errorNode).toBeNull();
    expect(flowGraph({ ...flow, errorNode: gone }).errorNode).toBeNull();
    expect(flowGraph({ ...flow, errorNode: nodeNamed(flow, 'Apology').id }).errorNode?.name).toBe('Apology');
  });
});
