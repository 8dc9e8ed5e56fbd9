// Where the arrows lead from node to node: along connections with Alt, along the conversation with Ctrl.
import { expect, test } from 'vitest';
import { followed, stepped, type ArrowKey } from '../../../../../renderer/features/canvas/walk-flow.ts';
import { nodeNamed } from '../../../../stories/story-flow.ts';
import { userGreeting } from '../../../../stories/user-greeting.ts';

const flow = userGreeting();
const nameOf = (id: string | undefined) => flow.nodes.find((node) => node.id === id)?.name;

test.each<[string, ArrowKey, string | undefined]>([
  ['Start', 'ArrowRight', 'User number'],
  ['User number', 'ArrowLeft', 'Start'],
  ['Get user', 'ArrowRight', 'Greeting'],
  ['Greeting', 'ArrowDown', 'Apology'],
  ['Greeting', 'ArrowUp', undefined],
  ['Get user', 'ArrowDown', 'Apology'],
  ['Start', 'ArrowLeft', undefined],
  ['Start', 'ArrowDown', undefined],
  ['End', 'ArrowRight', undefined],
])('from %s, Alt+%s leads to %s', (from, key, to) => {
  expect(nameOf(followed(flow, nodeNamed(flow, from).id, key))).toBe(to);
});

test('Ctrl and arrows go through all nodes as a conversation meets them, and stop at both ends', () => {
  const walk = ['Start', 'User number', 'Get user', 'Greeting', 'End', 'Apology'];
  for (const [at, name] of walk.entries()) {
    const { id } = nodeNamed(flow, name);
    for (const on of ['ArrowRight', 'ArrowDown'] as const)
      expect(nameOf(stepped(flow, id, on))).toBe(walk[at + 1]);
    for (const back of ['ArrowLeft', 'ArrowUp'] as const)
      expect(nameOf(stepped(flow, id, back))).toBe(walk[at - 1]);
  }
});
