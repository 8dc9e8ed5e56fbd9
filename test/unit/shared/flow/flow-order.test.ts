// Tab, the Outline and screen readers go through a flow in this order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowOrder } from '#shared/flow/flow-order.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { inARow, storyFlow } from '../../../stories/story-flow.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';
import { anyFlow } from '../../../support/any-flow.ts';
import { anyFlow as anyDocument } from '../../../support/any-document.ts';

/** The order by name, indented by depth. */
const told = (flow: Flow): readonly string[] =>
  flowOrder(flow).map(({ node, depth }) => `${'  '.repeat(depth)}${node.name}`);

describe('flowOrder', () => {
  test('tells a conversation branch by branch, branches one deeper', () => {
    expect(told(userGreeting())).toEqual([
      'Start',
      'User number',
      '  Get user',
      '    Greeting',
      '    End',
      '    Apology',
    ]);
  });

  test('stays at one depth along a row of steps, also where two exits lead to one node', () => {
    const flow = storyFlow({
      name: 'Row',
      nodes: [
        ['Call', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'r' }],
        ['Start', 'start', {}],
        ['Bye', 'message', { text: '' }],
      ],
      connections: [...inARow('Start', 'Call'), ['Call', 'success', 'Bye'], ['Call', 'error', 'Bye']],
    });
    expect(told(flow)).toEqual(['Start', 'Call', 'Bye']);
  });

  test('goes round a cycle once', () => {
    const flow = storyFlow({
      name: 'Cycle',
      nodes: [
        ['Start', 'start', {}],
        ['Ask', 'prompt', { text: '', variable: 'a' }],
        ['Say', 'message', { text: '' }],
      ],
      connections: [...inARow('Start', 'Ask', 'Say'), ['Say', 'next', 'Ask']],
    });
    expect(told(flow)).toEqual(['Start', 'Ask', 'Say']);
  });

  test('puts what nothing leads to last, from left to right and from top to bottom', () => {
    const flow = storyFlow({
      name: 'Islands',
      nodes: [
        ['Right', 'message', { text: '' }],
        ['Low', 'message', { text: '' }],
        ['High', 'message', { text: '' }],
        ['Start', 'start', {}],
      ],
      connections: [],
    });
    const places = new Map([
      ['Right', { x: 900, y: 0 }],
      ['Low', { x: 10, y: 50 }],
      ['High', { x: 10, y: 20 }],
    ]);
    const moved: Flow = {
      ...flow,
      nodes: flow.nodes.map((node) => ({
        ...node,
        position: places.get(node.name) ?? { x: 2000, y: 0 },
      })),
    };
    expect(told(moved)).toEqual(['Start', 'High', 'Low', 'Right']);
  });

  test('gives an empty flow nothing', () => {
    expect(flowOrder({ ...userGreeting(), nodes: [], connections: [] })).toEqual([]);
  });

  test('holds each node exactly once and begins with the Start, in any flow', () => {
    fc.assert(
      fc.property(fc.oneof(anyFlow, anyDocument), (flow) => {
        const ordered = flowOrder(flow).map(({ node }) => node);
        expect([...ordered].sort(byId)).toEqual([...flow.nodes].sort(byId));
        if (flow.nodes.some((node) => node.kind === 'start')) expect(ordered[0]?.kind).toBe('start');
      }),
    );
  });

  test('never goes more than one deeper from one node to the next', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const depths = flowOrder(flow).map(({ depth }) => depth);
        expect(depths[0] ?? 0).toBe(0);
        for (const [at, depth] of depths.slice(1).entries())
          expect(depth).toBeLessThanOrEqual((depths[at] ?? 0) + 1);
      }),
    );
  });
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
