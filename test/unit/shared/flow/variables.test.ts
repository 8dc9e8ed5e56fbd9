// What a variable may be called is decided by what a template can read.
import { describe, expect, test } from 'vitest';
import { newFlow } from '#shared/flow/new-flow.ts';
import { flowSchema } from '#shared/flow/flow.ts';
import { isVariableName } from '#shared/flow/variable-name.ts';
import { variablesSet } from '#shared/flow/variables-set.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';

describe('a variable name', () => {
  test.each(['a', '_', 'user_id', 'A1', '__proto__', 'constructor', 'This', 'nullable'])(
    '%s can be used',
    (name) => {
      expect(isVariableName(name)).toBe(true);
    },
  );

  test.each(['', '1a', 'user-id', 'user id', 'a.b', 'größe', 'this', 'true', 'false', 'null', ' a', 'a\n'])(
    '"%s" cannot be used',
    (name) => {
      expect(isVariableName(name)).toBe(false);
    },
  );
});

describe('the variables that a flow sets', () => {
  test('come from inputs, prompts and API Calls, with the node that sets them', () => {
    expect(variablesSet(userGreeting().nodes)).toEqual([
      { name: 'user_id', nodeId: storyId('nd', 'Greet a user/User number') },
      { name: 'user_data', nodeId: storyId('nd', 'Greet a user/Get user') },
    ]);
  });

  test('come twice where two nodes set one, and not at all where the name is no name yet', () => {
    const flow = storyFlow({
      name: 'Twice',
      nodes: [
        ['Start', 'start', { inputs: [{ name: 'city' }, { name: '' }, { name: 'not a name' }] }],
        ['Ask', 'prompt', { text: '', variable: 'city' }],
        ['Call', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: '' }],
        ['Say', 'message', { text: '{{city}}' }],
        ['End', 'end', {}],
      ],
      connections: [],
    });
    expect(variablesSet(flow.nodes)).toEqual([
      { name: 'city', nodeId: storyId('nd', 'Twice/Start') },
      { name: 'city', nodeId: storyId('nd', 'Twice/Ask') },
    ]);
  });
});

describe('a new flow', () => {
  const flow = newFlow(storyId('fl', 'New'), 'New flow', storyId('nd', 'Start'));

  test('has a Start and nothing else, and can be saved', () => {
    expect(flow.nodes.map((node) => [node.kind, node.name])).toEqual([['start', 'Start']]);
    expect(flow.connections).toEqual([]);
    expect(flowSchema.parse(flow)).toEqual(flow);
  });

  test('lets unknown variables be empty and has no error node', () => {
    expect(flow.strict).toBe(false);
    expect(flow.errorNode).toBeNull();
  });
});
