// Where a run stands still: at breakpoints first, and then where the person's order ends.
import { describe, expect, test } from 'vitest';
import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import { haltAt, type Arrival, type RunOrder } from '#shared/debugger/run-order.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { RunState } from '#shared/interpreter/run-state.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import { nodeNamed } from '../../../stories/story-flow.ts';
import { orderLookup } from '../../../stories/order-lookup.ts';
import { freshState } from '../../../support/drive-run.ts';

const flow = orderLookup();
const [first, second] = flow.nodes.slice(1);
if (first === undefined || second === undefined) throw new Error('The story has nodes after its Start.');
const program = newProgram({ flow, environment: null });
const fresh = freshState(program);
const frame = { flowId: flow.id, nodeId: second.id, entered: 3, inputs: {}, loops: [] };

const at = (depth = 1): RunState => ({
  ...fresh,
  variables: plainVariables({ total: 42 }),
  flowStack: Array.from({ length: depth }, () => frame),
});
const point = (change: Partial<Breakpoint> = {}): Breakpoint => ({
  node: second.id,
  exit: null,
  condition: '',
  ...change,
});
const on: RunOrder = { go: 'on' };
const came: Arrival = { node: first.id, exit: '404', through: 'error' };
const halt = (order: RunOrder, breakpoints: readonly Breakpoint[] = [], depth = 1) =>
  haltAt(program, at(depth), order, breakpoints, came);

describe('a breakpoint', () => {
  test('stops before its node and nowhere else', () => {
    expect(halt(on, [point()])).toEqual({ why: 'breakpoint', exit: null, trouble: null });
    expect(halt(on, [point({ node: nodeNamed(flow, 'Start').id })])).toBeNull();
    expect(halt(on)).toBeNull();
  });

  test('on an exit stops after the node was left by it, also where a wider one was followed', () => {
    expect(halt(on, [point({ node: first.id, exit: '404' })])).toMatchObject({ exit: '404' });
    expect(halt(on, [point({ node: first.id, exit: 'error' })])).toMatchObject({ exit: 'error' });
    expect(halt(on, [point({ node: first.id, exit: 'success' })])).toBeNull();
    expect(haltAt(program, at(), on, [point({ node: first.id, exit: '404' })], null)).toBeNull();
  });

  test('with a condition stops where it is true, and where it cannot be judged, with the reason', () => {
    expect(halt(on, [point({ condition: 'eq total 42' })])?.trouble).toBeNull();
    expect(halt(on, [point({ condition: 'eq total 41' })])).toBeNull();
    expect(halt(on, [point({ condition: 'eq amount 41' })])?.trouble).toContain('amount');
  });

  test('goes before the order that ends at it', () => {
    expect(halt({ go: 'over', flows: 1, loops: 0 }, [point()])?.why).toBe('breakpoint');
  });
});

describe('an order', () => {
  test.each([
    ['over', 1, 1, 'step'],
    ['over', 1, 2, null],
    ['over', 2, 1, 'step'],
    ['into', 1, 2, 'step'],
    ['into', 1, 1, 'step'],
    ['out', 2, 2, null],
    ['out', 2, 1, 'step'],
    ['out', 2, 3, null],
  ] as const)('to step %s from depth %i ends at depth %i: %s', (go, from, depth, why) => {
    expect(halt({ go, flows: from, loops: 0 }, [], depth)?.why ?? null).toBe(why);
  });

  test('to pause ends at once, to run to a node there', () => {
    expect(halt({ go: 'to-next' })?.why).toBe('pause');
    expect(halt({ go: 'to-node', nodeId: second.id })?.why).toBe('run-to');
    expect(halt({ go: 'to-node', nodeId: first.id })).toBeNull();
  });
});
