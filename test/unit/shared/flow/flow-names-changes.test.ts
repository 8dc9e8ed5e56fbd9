// Which variables are set after changes of them: the last change of each decides, and what unsets one is to blame.
import { describe, expect, test } from 'vitest';
import { flowNames, type FlowNames } from '#shared/flow/flow-names.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { VariableChange } from '#shared/nodes/set-variables-node.ts';
import { nodeNamed, storyFlow, type StoryConnection, type StoryNode } from '../../../stories/story-flow.ts';

type Set = 'always' | 'perhaps' | 'never';

function setAt(names: FlowNames, flow: Flow, node: string, variable: string): Set {
  const { always, perhaps } = names.at(nodeNamed(flow, node).id);
  return always.has(variable) ? 'always' : perhaps.has(variable) ? 'perhaps' : 'never';
}

const flowOf = (nodes: readonly StoryNode[], connections: readonly StoryConnection[]) =>
  storyFlow({
    name: 'Names',
    nodes: [['Start', 'start', {}], ...nodes, ['Say', 'message', { text: '' }]],
    connections,
  });

const ask: StoryNode = ['Ask', 'prompt', { text: '', variable: 'order', limit: 3 }];
const call: StoryNode = [
  'Call',
  'api-call',
  { endpoint: null, method: 'GET', path: '', responseVariable: 'reply' },
];

describe('a variable at a node', () => {
  const change = (variable: string, action: string, enabled = true) => ({
    variable,
    action,
    value: '',
    enabled,
  });
  const changes = (name: string, ...list: readonly object[]): StoryNode => [
    name,
    'set-variables',
    { changes: [...list] as VariableChange[] },
  ];

  test.each<[string, readonly object[], Set]>([
    ['assigns it', [change('order', 'assign')], 'always'],
    ['appends to it', [change('order', 'append')], 'always'],
    ['increments it', [change('order', 'increment')], 'always'],
    ['unsets it', [change('order', 'unset')], 'never'],
    ['sets it and then unsets it', [change('order', 'assign'), change('order', 'unset')], 'never'],
    ['unsets it and then sets it', [change('order', 'unset'), change('order', 'append')], 'always'],
    ['would set it and is off', [change('order', 'assign', false)], 'never'],
    [
      'unsets it and sets it with a change that is off',
      [change('order', 'unset'), change('order', 'assign', false)],
      'never',
    ],
    ['sets another', [change('other', 'assign')], 'never'],
  ])('after a Set Variables that %s', (_words, list, expected) => {
    const flow = flowOf(
      [changes('Change', ...list), ask],
      [
        ['Start', 'next', 'Change'],
        ['Change', 'next', 'Say'],
      ],
    );
    expect(setAt(flowNames(flow), flow, 'Say', 'order')).toBe(expected);
  });

  test('that one way unsets may be unset, and that way is to blame', () => {
    const flow = flowOf(
      [ask, call, changes('Clear', change('order', 'unset')), changes('After')],
      [
        ['Start', 'next', 'Ask'],
        ['Ask', 'next', 'Call'],
        ['Call', 'success', 'Say'],
        ['Call', 'error', 'Clear'],
        ['Clear', 'next', 'After'],
        ['After', 'next', 'Say'],
      ],
    );
    const names = flowNames(flow);
    expect(setAt(names, flow, 'Say', 'order')).toBe('perhaps');
    expect(setAt(names, flow, 'After', 'order')).toBe('never');
    expect(names.missingWay(nodeNamed(flow, 'Say').id, 'order')).toMatchObject({
      from: nodeNamed(flow, 'Clear').id,
      exit: 'next',
    });
    expect(names.missingWay(nodeNamed(flow, 'Call').id, 'order')).toBeNull();
  });

  test('leads nowhere from a Set Variables that cannot store a value', () => {
    const flow = flowOf(
      [changes('Change', change('no name', 'assign'))],
      [
        ['Start', 'next', 'Change'],
        ['Change', 'next', 'Say'],
      ],
    );
    expect(flowNames(flow).at(nodeNamed(flow, 'Say').id).reached).toBe(false);
  });
});
