// What the canvas draws of groups: frames before their nodes, and one card with sums in place of those that are hidden.
import { expect, test } from 'vitest';
import { hasMiddleIn } from '#shared/flow/group-frame.ts';
import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import { withPositions } from '#shared/flow/edit-flow.ts';
import { withFittedGroups, withGroup } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { CanvasSource } from '../../../../../renderer/features/canvas/canvas-source.ts';
import { canvasLines, canvasNodes } from '../../../../../renderer/features/canvas/flow-to-canvas.ts';
import { canvasItems } from '../../../../../renderer/features/canvas/groups/groups-to-canvas.ts';
import { cardBox } from '../../../../../renderer/features/canvas/node-size.ts';
import { tidyLayout } from '../../../../../renderer/features/canvas/tidy-layout.ts';
import { followed, stepped } from '../../../../../renderer/features/canvas/walk-flow.ts';
import { outlineItems, type OutlineItem } from '../../../../../renderer/features/outline/outline-items.ts';
import { nodeMarkId } from '../../../../../renderer/store/problems-store.ts';
import { nodeNamed } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { userGreeting } from '../../../../stories/user-greeting.ts';
import { drawnSource } from '../../../../support/drawn-source.ts';

const bare = userGreeting();
const id = storyId('gr', 'Users');
const idsOf = (...names: readonly string[]) => new Set(names.map((name) => nodeNamed(bare, name).id));
const flow: Flow = withGroup(
  bare,
  { id, name: 'Users', colour: 'blue' },
  idsOf('User number', 'Get user'),
  cardBox,
);

const source = (more: Partial<CanvasSource> = {}) => drawnSource(flow, more);
const drawn = (more: Partial<CanvasSource> = {}) => {
  const from = source(more);
  return canvasItems(from, canvasNodes(from));
};
const nameOf = (wanted: string) => flow.nodes.find((node) => node.id === wanted)?.name ?? 'Users';

test('a frame comes before the first of its nodes, and holds all of them', () => {
  const items = drawn();
  expect(items.map((item) => nameOf(item.id))).toEqual([
    'Start',
    'Users',
    'User number',
    'Get user',
    'Greeting',
    'End',
    'Apology',
  ]);
  const frame = items.find((item) => item.id === id);
  for (const name of ['User number', 'Get user']) {
    const box = cardBox(nodeNamed(flow, name));
    expect(box.x).toBeGreaterThan(frame?.position.x ?? 0);
    expect(box.x + box.width).toBeLessThan((frame?.position.x ?? 0) + (frame?.width ?? 0));
  }
});

test('collapsed, one card stands for them, and their lines end there once', () => {
  const collapsed = new Set([id]);
  expect(drawn({ collapsed }).map((item) => nameOf(item.id))).toEqual([
    'Start',
    'Users',
    'Greeting',
    'End',
    'Apology',
  ]);
  const lines = canvasLines(source({ collapsed }), true);
  const ends = lines.map(({ source: from, target }) => `${nameOf(from)} → ${nameOf(target)}`);
  expect(ends.filter((line) => line.includes('Users')).sort()).toEqual([
    'Start → Users',
    'Users → Apology',
    'Users → Greeting',
  ]);
  expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
  expect(lines.filter((line) => line.source === id).every((line) => line.selectable === false)).toBe(true);
});

test('the card has the sums of what it hides', () => {
  const { id: call } = nodeNamed(flow, 'Get user');
  const mark = { severity: 'warning', words: 'Hm.', errors: 0, warnings: 2 } as const;
  const stop: Breakpoint = { node: call, exit: null, condition: '' };
  const [, group] = drawn({
    collapsed: new Set([id]),
    breakpoints: [stop],
    problems: new Map([[nodeMarkId(flow.id, call), mark]]),
  });
  expect(group?.type === 'group' && group.data.sums).toMatchObject({
    size: 2,
    errors: 0,
    warnings: 2,
    breakpoints: 1,
    state: null,
  });
  expect(group?.ariaLabel).toBe('Group: Users, collapsed, 2 nodes');
  expect(group?.domAttributes).toEqual({ 'aria-description': '2 warnings' });
});

test('the keys go to the card of what is hidden, and through it', () => {
  const hiding = new Map([...idsOf('User number', 'Get user')].map((node) => [node as string, id as string]));
  const start = nodeNamed(flow, 'Start').id;
  expect(followed(flow, start, 'ArrowRight', hiding)).toBe(id);
  expect(nameOf(followed(flow, id, 'ArrowRight', hiding) ?? '')).toBe('Apology');
  expect(followed(flow, id, 'ArrowLeft', hiding)).toBe(start);
  expect(stepped(flow, start, 'ArrowRight', hiding)).toBe(id);
  expect(nameOf(stepped(flow, id, 'ArrowRight', hiding) ?? '')).toBe('Greeting');
  expect(nameOf(stepped(flow, id, 'ArrowRight') ?? '')).toBe('User number');
});

test('the outline has a group where its first node would stand, with its nodes below', () => {
  const lines = (items: readonly OutlineItem[], depth = 0): readonly string[] =>
    items.flatMap(({ children, label }) => ['  '.repeat(depth) + label, ...lines(children, depth + 1)]);
  expect(lines(outlineItems(flow)).slice(0, 4)).toEqual(['Start', 'Users', '  User number', '    Get user']);
  expect(
    lines(
      outlineItems({
        ...flow,
        groups: [{ ...(flow.groups?.[0] as NonNullable<Flow['groups']>[number]), nodes: [] }],
      }),
    ).at(-1),
  ).toBe('Users');
});

test('tidy keeps a group together, and the frame is drawn anew round it', () => {
  const places = tidyLayout(flow);
  expect([...places.keys()].sort()).toEqual(flow.nodes.map((node) => node.id as string).sort());
  const [fitted] = withFittedGroups(withPositions(flow, places), cardBox).groups ?? [];
  const others = withPositions(flow, places).nodes.filter(({ id: node }) => !fitted?.nodes.includes(node));
  const frame = {
    ...(fitted?.position ?? { x: 0, y: 0 }),
    width: fitted?.width ?? 0,
    height: fitted?.height ?? 0,
  };
  expect(others.filter((node) => hasMiddleIn(cardBox(node), frame))).toEqual([]);
});
