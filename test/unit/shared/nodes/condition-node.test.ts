// The document of a condition: what its file may hold, what its exits are and are called, and how it begins.
import { describe, expect, test } from 'vitest';
import { withChangedNode, withNode } from '#shared/flow/edit-flow.ts';
import { fragmentOf, withFragment } from '#shared/flow/flow-fragment.ts';
import { flowNames } from '#shared/flow/flow-names.ts';
import { namesAtPlace } from '#shared/flow/names-here.ts';
import { nodeTexts } from '#shared/flow/node-texts.ts';
import { renameVariable } from '#shared/flow/rename-variable.ts';
import { checkNames } from '#shared/flow/unknown-names.ts';
import { usesOfVariable } from '#shared/flow/variable-uses.ts';
import { conditionNodeSchema, type ConditionNode, type RuleOrGroup } from '#shared/nodes/condition-node.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { newBranch } from '#shared/nodes/new-branch.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';

const [paidId, openId] = [storyId('br', 'Paid'), storyId('br', 'Open')];
const rule = { left: '{{order.status}}', operator: 'text-is', right: '{{wanted}}' } as const;

const flow = storyFlow({
  name: 'Orders',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'wanted' }] }],
    ['Ask', 'prompt', { text: '', variable: 'order' }],
    [
      'Paid?',
      'condition',
      {
        branches: [
          { id: paidId, name: 'Paid', rules: [rule, { match: 'any', rules: [rule] }] },
          { id: openId, name: '', rules: [{ left: '{{note}}', operator: 'value-exists' }] },
        ],
      },
    ],
    ['Note', 'prompt', { text: '', variable: 'note', limit: null }],
    ['End', 'end', { result: '{{note}}' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'next', 'Paid?'],
    ['Paid?', paidId, 'Note'],
    ['Paid?', openId, 'End'],
    ['Note', 'next', 'End'],
  ],
});
const condition = nodeNamed(flow, 'Paid?') as ConditionNode;

const without = (id: string) => (node: FlowNode) =>
  node.kind === 'condition'
    ? { ...node, config: { branches: node.config.branches.filter((branch) => branch.id !== id) } }
    : node;

describe('the exits of a condition', () => {
  test('are its branches in their order and else, called as the branches are', () => {
    expect(nodeExits(condition)).toEqual([paidId, openId, 'else']);
    expect(nodeExits(condition).map((exit) => exitName(condition, exit))).toEqual([
      'Paid',
      'Branch 2',
      'else',
    ]);
    expect(exitName(nodeNamed(flow, 'Ask'), 'next')).toBe('next');
    expect(exitName(undefined, 'gone')).toBe('gone');
  });

  test('take their connection with them when a branch goes, and leave it when one is renamed or moved', () => {
    const less = withChangedNode(flow, condition.id, without(paidId));
    expect(less.connections.map(({ from }) => from.exit)).not.toContain(paidId);
    expect(less.connections).toHaveLength(flow.connections.length - 1);
    const renamed = withChangedNode(flow, condition.id, (node) =>
      node.kind === 'condition'
        ? {
            ...node,
            config: { branches: node.config.branches.toReversed().map((each) => ({ ...each, name: 'x' })) },
          }
        : node,
    );
    expect(renamed.connections).toEqual(flow.connections);
  });

  test('are kept with their connections by a copy', () => {
    const ids = new Set([condition.id, nodeNamed(flow, 'Note').id]);
    const fragment = fragmentOf(flow, ids);
    if (fragment === null) throw new Error('nothing was copied');
    let copies = 0;
    const { flow: after, added } = withFragment(
      flow,
      fragment,
      { x: 40, y: 40 },
      () => storyId('nd', `copy ${String((copies += 1))}`),
      () => storyId('gr', 'copy'),
    );
    expect(after.connections.slice(flow.connections.length)).toEqual([
      { from: { node: added[0], exit: paidId }, to: added[1] },
    ]);
  });
});

describe('the document of a condition', () => {
  test('begins with one branch that has one rule, which is never met', () => {
    const made = newNode('condition', storyId('nd', 'new'), { x: 0, y: 0 }) as ConditionNode;
    expect(made.config.branches).toMatchObject([{ name: 'Branch 1', match: 'all', rules: [{ left: '' }] }]);
    expect(conditionNodeSchema.parse(made)).toEqual(made);
    expect(withNode(flow, made).nodes).toHaveLength(flow.nodes.length + 1);
    const others = [{ name: 'Branch 2' }];
    expect(newBranch(openId, others).name).toBe('Branch 3');
  });

  test('refuses two branches of one id, an operator that is not known, and groups too deep to read', () => {
    const nodeWith = (branches: readonly object[]) =>
      conditionNodeSchema.safeParse({ ...condition, config: { branches } }).success;
    const nested = (levels: number): RuleOrGroup =>
      levels === 0 ? rule : { match: 'all', rules: [nested(levels - 1)] };
    expect(nodeWith([{ id: paidId, name: 'A' }])).toBe(true);
    expect(
      nodeWith([
        { id: paidId, name: 'A' },
        { id: paidId, name: 'B' },
      ]),
    ).toBe(false);
    expect(nodeWith([{ id: paidId, name: 'A', rules: [{ ...rule, operator: 'like' }] }])).toBe(false);
    expect(nodeWith([{ id: paidId, name: 'A', rules: [nested(4)] }])).toBe(true);
    expect(nodeWith([{ id: paidId, name: 'A', rules: [nested(5)] }])).toBe(false);
  });
});

describe('the names in a condition', () => {
  test('are found in every field, which is told by branch and rule', () => {
    expect(nodeTexts(condition).map(({ field, text }) => [field, text])).toEqual([
      ['Paid, rule 1, value', '{{order.status}}'],
      ['Paid, rule 1, compared with', '{{wanted}}'],
      ['Paid, rule 2.1, value', '{{order.status}}'],
      ['Paid, rule 2.1, compared with', '{{wanted}}'],
      ['Branch 2, rule 1, value', '{{note}}'],
    ]);
    expect(usesOfVariable(flow.nodes, 'wanted')).toHaveLength(3);
  });

  test('are renamed with the variable', () => {
    const renamed = renameVariable(flow, 'order', 'purchase');
    const texts = renamed.ok ? nodeTexts(nodeNamed(renamed.value, 'Paid?')) : [];
    expect(texts.map(({ text }) => text).filter((text) => text.includes('purchase'))).toHaveLength(2);
  });

  test('are set on some ways of a condition and not on others, which is told by the name of the branch', () => {
    const place = { flow, names: flowNames(flow), nodeId: nodeNamed(flow, 'End').id };
    const here = namesAtPlace(place, { values: new Set(), secrets: new Set() });
    expect(here.standing('note')).toBe('perhaps');
    expect(here.reason('note')).toBe(
      'note may be unset here: the way over Paid? › Branch 2 does not set it.',
    );
    expect(here.standing('order')).toBe('set');
  });

  test('may be unset where a rule asks for that, but not misspelt', () => {
    const place = { flow, names: flowNames(flow), nodeId: condition.id };
    const here = namesAtPlace(place, { values: new Set(), secrets: new Set() });
    expect(checkNames(['{{note}}'], here).error).toMatch(/^Nothing has set note here/);
    expect(checkNames(['{{note}}'], here, () => true).error).toBeUndefined();
    expect(checkNames(['{{nte}}'], here, () => true).error).toMatch(/^Nothing sets nte/);
  });
});
