// A flow that runs itself once for each item of its loop, and once deeper says the items.
import type { Flow } from '#shared/flow/flow.ts';
import { storyFlow } from './story-flow.ts';
import { storyId } from './story-id.ts';

/** The story; three items, two flows deep. */
export function selfRunning(): Flow {
  const first = storyId('br', 'First');
  const self = storyFlow({
    name: 'Tree',
    nodes: [
      ['Start', 'start', { inputs: [{ name: 'depth', default: '' }] }],
      ['Each', 'loop', { list: '["a","b","c"]', itemVariable: 'branch' }],
      [
        'Deeper?',
        'condition',
        {
          branches: [{ id: first, name: 'First', rules: [{ left: '{{depth}}', operator: 'value-empty' }] }],
        },
      ],
      ['Again', 'sub-flow', { flow: null, inputs: [{ name: 'depth', value: '1' }] }],
      ['Leaf', 'message', { text: '{{branch}}' }],
      ['End', 'end', {}],
    ],
    connections: [
      ['Start', 'next', 'Each'],
      ['Each', 'each', 'Deeper?'],
      ['Deeper?', first, 'Again'],
      ['Deeper?', 'else', 'Leaf'],
      ['Again', 'next', 'Each'],
      ['Leaf', 'next', 'Each'],
      ['Each', 'done', 'End'],
    ],
  });
  return {
    ...self,
    nodes: self.nodes.map((node) =>
      node.kind === 'sub-flow' ? { ...node, config: { ...node.config, flow: self.id } } : node,
    ),
  };
}
