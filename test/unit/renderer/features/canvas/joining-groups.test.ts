// A node that comes into a frame by whatever way is in its group, in the one step for undo by which it came.
import { beforeEach, expect, test } from 'vitest';
import { withPositions } from '#shared/flow/edit-flow.ts';
import { withGroup } from '#shared/flow/edit-groups.ts';
import { fragmentOf } from '#shared/flow/flow-fragment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupsOf } from '#shared/flow/group.ts';
import {
  flowNow,
  fragmentAdded,
  nodeAdded,
  nodeAddedAfterSelection,
} from '../../../../../renderer/features/canvas/canvas-edits.ts';
import { nodeInserted, nodePutBetween } from '../../../../../renderer/features/canvas/insert-edits.ts';
import { cardBox } from '../../../../../renderer/features/canvas/node-size.ts';
import { groupsCollapsed } from '../../../../../renderer/store/collapsed-groups.ts';
import { documentAdded, documentsStore, editUndone } from '../../../../../renderer/store/documents-store.ts';
import { nodePicked, selectionOf } from '../../../../../renderer/store/selection-store.ts';
import { inARow, nodeNamed, storyFlow } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';

const names = ['One', 'Two', 'Three'];
const bare = storyFlow({
  name: 'Row',
  nodes: names.map((name) => [name, 'message', { text: '' }] as const),
  connections: inARow(...names),
});
const idOf = (name: string) => nodeNamed(bare, name).id;
const group = { id: storyId('gr', 'Pair'), name: 'Pair', colour: 'grey' } as const;
const placed = withPositions(
  bare,
  new Map([
    [idOf('One'), { x: 0, y: 0 }],
    [idOf('Two'), { x: 1200, y: 0 }],
    [idOf('Three'), { x: 2000, y: 0 }],
  ]),
);
/** "One" and "Two" far from each other in a frame, and "Three" outside of it. */
const flow = withGroup(placed, group, new Set([idOf('One'), idOf('Two')]), cardBox);
const now = (): Flow => flowNow(flow.id)!;
const inside = { x: 500, y: 40 };
const line = { node: idOf('One'), exit: 'next' };

/** What a way in adds, and that it is in the group, and gone from it by one undo. */
function expectJoined(count = 1): void {
  const added = now().nodes.filter(({ id }) => !flow.nodes.some((node) => node.id === id));
  expect(added).toHaveLength(count);
  expect(groupsOf(now())[0]?.nodes).toEqual([idOf('One'), idOf('Two'), ...added.map(({ id }) => id)]);
  expect(documentsStore.getState().documents[flow.id]?.history.past).toHaveLength(1);
  editUndone(flow.id);
  expect(now()).toEqual(flow);
}

beforeEach(() => {
  groupsCollapsed(flow.id, [group.id], false);
  documentAdded(flow);
});

test('dropped from the palette into the frame', () => {
  nodeAdded(flow.id, { kind: 'wait' }, inside);
  expectJoined();
});

test('led to from an exit', () => {
  nodeAdded(flow.id, { kind: 'wait' }, inside, { node: idOf('Three'), exit: 'next' });
  expectJoined();
});

test('added after the selected node', () => {
  nodePicked(flow.id, idOf('One'));
  nodeAddedAfterSelection(flow.id, { kind: 'wait' }, { x: 5000, y: 5000 });
  expectJoined();
});

test('dropped onto a connection', () => {
  nodePutBetween(flow.id, { kind: 'wait' }, line, inside);
  expectJoined();
});

test('inserted on a connection, where there is room and where there must be made some', () => {
  nodeInserted(flow.id, 'wait', line);
  expectJoined();
  const tight = withPositions(placed, new Map([[idOf('Two'), { x: 260, y: 0 }]]));
  const grouped = withGroup(tight, group, new Set([idOf('One'), idOf('Two')]), cardBox);
  documentAdded(grouped);
  nodeInserted(flow.id, 'wait', line);
  expect(groupsOf(now())[0]?.nodes).toHaveLength(3);
});

test('pasted or duplicated', () => {
  fragmentAdded(flow.id, fragmentOf(flow, new Set([idOf('Three')]))!, { x: -1400, y: 40 });
  expectJoined();
  fragmentAdded(flow.id, fragmentOf(flow, new Set([idOf('One')]))!, { x: 32, y: 32 });
  expectJoined();
});

test('a copied group keeps what came with it, also above the frame of another', () => {
  fragmentAdded(flow.id, fragmentOf(flow, new Set([idOf('One'), idOf('Two')]))!, { x: 32, y: 32 });
  const [first, copy] = groupsOf(now());
  expect(first?.nodes).toEqual([idOf('One'), idOf('Two')]);
  expect(copy?.nodes).toEqual(selectionOf(flow.id).nodes);
});

test('what comes beside the frame, or where it is folded away, is in no group', () => {
  nodeAdded(flow.id, { kind: 'wait' }, { x: 500, y: 900 });
  groupsCollapsed(flow.id, [group.id], true);
  nodeAdded(flow.id, { kind: 'wait' }, inside);
  expect(now().nodes).toHaveLength(5);
  expect(groupsOf(now())).toEqual(groupsOf(flow));
});
