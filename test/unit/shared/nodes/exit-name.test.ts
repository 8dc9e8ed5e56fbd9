// What an exit is called where only its id is known, and not the node that has it.
import { expect, test } from 'vitest';
import { exitNameAmong } from '#shared/nodes/exit-name.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';

const first = storyId('br', 'First');
const nameless = storyId('br', 'nameless');
const { nodes } = storyFlow({
  name: 'Ways',
  nodes: [
    ['Start', 'start', {}],
    [
      'Which?',
      'condition',
      {
        branches: [
          { id: first, name: 'First', rules: [{ left: '{{depth}}', operator: 'value-empty' }] },
          { id: nameless, name: '', rules: [{ left: '{{depth}}', operator: 'value-empty' }] },
        ],
      },
    ],
    [
      'Get',
      'api-call',
      { endpoint: null, method: 'GET', path: '/', responseVariable: 'reply', exits: ['404'] },
    ],
  ],
  connections: [],
});

test('an exit is called as the node calls it that has it, and one that no node has is not called by its id', () => {
  const names = [first, nameless, 'else', '404', 'next', storyId('br', 'deleted')].map((exit) =>
    exitNameAmong(nodes, exit),
  );
  expect(names).toEqual(['First', 'Branch 2', 'else', '404', 'next', '']);
});
