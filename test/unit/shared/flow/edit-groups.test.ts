// Groups hold what people put into them: nothing may slip out of one, or be in two.
import { describe, expect, test } from 'vitest';
import {
  membersOf,
  withChangedGroup,
  withFittedGroups,
  withGroup,
  withMovedGroups,
  withoutGroups,
  withResizedGroup,
  withSettledMembers,
} from '#shared/flow/edit-groups.ts';
import { withoutNodes, withPositions } from '#shared/flow/edit-flow.ts';
import { flowSchema, type Flow } from '#shared/flow/flow.ts';
import { fittingFrame, frameBox, groupBarPx } from '#shared/flow/group-frame.ts';
import { groupByNode, groupsOf, type Group } from '#shared/flow/group.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';

const boxOf = ({ position }: FlowNode) => ({ ...position, width: 100, height: 40 });
const names = ['A', 'B', 'C', 'D'];
const bare = withPositions(
  storyFlow({ name: 'Row', nodes: names.map((name) => [name, 'message', { text: name }]), connections: [] }),
  new Map(names.map((name, at) => [storyIdOf(name), { x: at * 200, y: 0 }])),
);
const grouped = withGroup(bare, made('Pair'), ids('A', 'B'), boxOf);

function storyIdOf(name: string): string {
  return nodeNamed(
    storyFlow({ name: 'Row', nodes: [[name, 'message', { text: name }]], connections: [] }),
    name,
  ).id;
}
function ids(...wanted: readonly string[]): ReadonlySet<string> {
  return new Set(wanted.map((name) => nodeNamed(bare, name).id));
}
function made(name: string): Pick<Group, 'id' | 'name' | 'colour'> {
  return { id: storyId('gr', name), name, colour: 'blue' };
}
const inGroup = (flow: Flow, name = 'Pair'): readonly string[] => {
  const group = groupsOf(flow).find((each) => each.name === name);
  return group === undefined ? [] : membersOf(flow, group).map((node) => node.name);
};
const frameOf = (flow: Flow) => {
  const [group] = groupsOf(flow);
  if (group === undefined) throw new Error('There is no group.');
  return frameBox(group, membersOf(flow, group).map(boxOf));
};
const movedTo = (flow: Flow, name: string, x: number, y = 0): Flow => {
  const id = nodeNamed(flow, name).id;
  return withSettledMembers(withPositions(flow, new Map([[id, { x, y }]])), new Set([id]), boxOf);
};

describe('a new group', () => {
  test('frames its nodes with room for its name, on the grid', () => {
    const { x, y, width, height } = frameOf(grouped);
    expect(inGroup(grouped)).toEqual(['A', 'B']);
    expect([x, y, width, height].map((px) => Math.abs(px % 8))).toEqual([0, 0, 0, 0]);
    expect(x).toBeLessThanOrEqual(-16);
    expect(y).toBeLessThanOrEqual(-8 - groupBarPx);
    expect(x + width).toBeGreaterThanOrEqual(300 + 16);
    expect(flowSchema.parse(JSON.parse(JSON.stringify(grouped)))).toEqual(grouped);
  });

  test('takes nodes from other groups, of which none is left empty by that', () => {
    const both = withGroup(grouped, made('Other'), ids('B', 'C'), boxOf);
    expect([inGroup(both), inGroup(both, 'Other')]).toEqual([['A'], ['B', 'C']]);
    expect(groupsOf(withGroup(grouped, made('Other'), ids('A', 'B'), boxOf)).map(({ name }) => name)).toEqual(
      ['Other'],
    );
  });

  test('of nothing is none', () => expect(withGroup(bare, made('Pair'), new Set(), boxOf)).toBe(bare));
});

describe('moving', () => {
  test('a frame takes along what is in it, and nothing else', () => {
    const { x, y } = frameOf(grouped);
    const after = withMovedGroups(
      grouped,
      new Map([[storyId('gr', 'Pair'), { x: x + 10.4, y: y - 20 }]]),
      boxOf,
    );
    expect(after.nodes.map(({ position }) => position)).toEqual([
      { x: 10, y: -20 },
      { x: 210, y: -20 },
      { x: 400, y: 0 },
      { x: 600, y: 0 },
    ]);
    expect(frameOf(after)).toMatchObject({ x: x + 10, y: y - 20 });
    expect(withMovedGroups(grouped, new Map([[storyId('gr', 'Pair'), { x, y }]]), boxOf)).toBe(grouped);
  });

  test('a node out of its frame leaves the group, one into a frame joins it, one within it stays', () => {
    expect(inGroup(movedTo(grouped, 'B', 700))).toEqual(['A']);
    expect(inGroup(movedTo(grouped, 'C', 100, 4))).toEqual(['A', 'B', 'C']);
    expect(inGroup(movedTo(grouped, 'B', 150))).toEqual(['A', 'B']);
    expect(movedTo(grouped, 'D', 900).groups).toBe(grouped.groups);
  });

  test('the last node out leaves an empty frame where it was', () => {
    const empty = movedTo(movedTo(grouped, 'A', 900), 'B', 900, 200);
    expect(inGroup(empty)).toEqual([]);
    expect(frameOf(empty)).toEqual(frameOf(grouped));
    expect(inGroup(movedTo(empty, 'D', 10))).toEqual(['D']);
  });

  test('a frame that is folded takes nothing', () => {
    const { id } = nodeNamed(grouped, 'C');
    const over = withPositions(grouped, new Map([[id, { x: 100, y: 4 }]]));
    expect(withSettledMembers(over, new Set([id]), boxOf, () => false)).toBe(over);
  });

  test('of two frames the upper one takes it', () => {
    const two = withGroup(grouped, made('Upper'), ids('C'), boxOf);
    const over = withChangedGroup(two, storyId('gr', 'Upper'), (group) => ({
      ...group,
      position: { x: 0, y: -60 },
      width: 500,
      height: 200,
    }));
    expect(inGroup(movedTo(over, 'D', 20), 'Upper')).toEqual(['C', 'D']);
  });
});

describe('a frame', () => {
  test('is drawn round what would stick out', () => {
    const wide = withPositions(grouped, new Map([[nodeNamed(grouped, 'B').id, { x: 1000, y: 500 }]]));
    const { x, y, width, height } = frameOf(wide);
    expect([x + width, y + height]).toEqual([1108, 548]);
  });

  test('that is made larger takes in whole what is in no group', () => {
    const two = withGroup(grouped, made('Other'), ids('D'), boxOf);
    const after = withResizedGroup(
      two,
      storyId('gr', 'Pair'),
      { x: -40, y: -80, width: 2000, height: 400 },
      boxOf,
    );
    expect([inGroup(after), inGroup(after, 'Other')]).toEqual([['A', 'B', 'C'], ['D']]);
    const half = withResizedGroup(
      grouped,
      storyId('gr', 'Pair'),
      { x: -40, y: -80, width: 480, height: 400 },
      boxOf,
    );
    expect(inGroup(half)).toEqual(['A', 'B']);
  });

  test('fits again after its nodes got new places', () => {
    const far = withPositions(grouped, new Map([[nodeNamed(grouped, 'B').id, { x: 0, y: 100 }]]));
    const [group] = groupsOf(withFittedGroups(far, boxOf));
    expect(group).toMatchObject({
      width: fittingFrame(membersOf(far, groupsOf(far)[0] as Group).map(boxOf)).width,
    });
  });

  test('that goes leaves its nodes, and the file as it was before there were groups', () => {
    expect(withoutGroups(grouped, new Set([storyId('gr', 'Pair')]))).toEqual(bare);
    expect(withoutGroups(bare, new Set(['gr_none']))).toBe(bare);
  });

  test('stays when its nodes are deleted', () => {
    const after = withoutNodes(grouped, ids('A', 'B', 'C'));
    expect(groupsOf(after).map(({ name, nodes }) => [name, nodes])).toEqual([['Pair', []]]);
  });
});

test('a node that a file names in two groups is in the first', () => {
  const twice = {
    ...grouped,
    groups: [...groupsOf(grouped), { ...(groupsOf(grouped)[0] as Group), ...made('Twice') }],
  };
  expect(inGroup(twice, 'Twice')).toEqual([]);
  expect(groupByNode(twice).get(nodeNamed(twice, 'A').id)?.name).toBe('Pair');
});
