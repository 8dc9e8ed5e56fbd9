// The error node of a flow on the canvas and in the outline: where it is, and how a run came by it.
import { describe, expect, test } from 'vitest';
import { withGroup } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';
import { canvasNodes } from '../../../../../renderer/features/canvas/flow-to-canvas.ts';
import type { CanvasRun, CanvasSource } from '../../../../../renderer/features/canvas/canvas-source.ts';
import { canvasItems } from '../../../../../renderer/features/canvas/groups/groups-to-canvas.ts';
import { cardBox } from '../../../../../renderer/features/canvas/node-size.ts';
import { outlineItems } from '../../../../../renderer/features/outline/outline-items.ts';
import { nodeMarkId } from '../../../../../renderer/store/problems-store.ts';
import { nodeNamed } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { userGreeting } from '../../../../stories/user-greeting.ts';
import { drawnSource } from '../../../../support/drawn-source.ts';

const story = userGreeting();
const apology = nodeNamed(story, 'Apology');
const call = nodeNamed(story, 'Get user');
const flow: Flow = {
  ...story,
  errorNode: apology.id,
  connections: story.connections.filter(({ from }) => from.node !== call.id || from.exit !== 'error'),
};

const state: NodeRunView = {
  state: 'done',
  visits: 1,
  statusCode: null,
  code: null,
  attempts: 0,
  tookMs: null,
  sentence: null,
  waitUntilMs: null,
  round: null,
};
const jumped: CanvasRun = {
  nodes: {
    [call.id]: { ...state, state: 'failed' },
    [apology.id]: { ...state, jump: { nodeId: call.id, exit: 'error' } },
  },
  taken: [],
  outcome: 'ended',
  currentNodeId: null,
};

const source = (more: Partial<CanvasSource> = {}) => drawnSource(flow, more);
const cardOf = (id: string, more: Partial<CanvasSource> = {}) =>
  canvasNodes(source(more)).find((card) => card.id === id);

describe('the card of the error node', () => {
  test('says that it is, also to who does not see the mark; the others say nothing', () => {
    expect(cardOf(apology.id)).toMatchObject({
      data: { errorNode: 'Error node of the flow' },
      domAttributes: { 'aria-description': 'Error node of the flow' },
    });
    expect(cardOf(call.id)?.data.errorNode).toBeNull();
    expect(cardOf(call.id)?.domAttributes).toBeUndefined();
  });

  test('says so beside its problems', () => {
    const mark = { severity: 'error', words: '1 error: no text', errors: 1, warnings: 0 } as const;
    const problems = new Map([[nodeMarkId(flow.id, apology.id), mark]]);
    expect(cardOf(apology.id, { problems })?.domAttributes).toEqual({
      'aria-description': 'Error node of the flow. 1 error: no text',
    });
  });

  test('says how a run came by it, and the exit that leads nowhere is lit as taken in trouble', () => {
    expect(cardOf(apology.id, { run: jumped })?.data.errorNode).toBe(
      'Error node of the flow: the run came here, error of Get user is not connected',
    );
    const looks = cardOf(call.id, { run: jumped })?.data.exits.map(({ look, name }) => [name, look]);
    expect(looks).toContainEqual(['error', 'failed']);
    expect(looks).toContainEqual(['success', 'connected']);
  });

  test('tells of a run as it went, where the flow has no error node any more', () => {
    const now = { ...flow, errorNode: null };
    expect(cardOf(apology.id, { flow: now, run: jumped })?.data.errorNode).toContain('the run came here');
    expect(cardOf(apology.id, { flow: now })?.data.errorNode).toBeNull();
  });

  test('is marked on the card of a collapsed group in its place', () => {
    const group = { id: storyId('gr', 'Ends'), name: 'Ends', colour: 'blue' } as const;
    const grouped = withGroup(flow, group, new Set([apology.id]), cardBox);
    const from = source({ flow: grouped, collapsed: new Set([group.id]) });
    const card = canvasItems(from, canvasNodes(from)).find(({ id }) => id === group.id);
    expect(card?.data).toMatchObject({ sums: { hasErrorNode: true } });
  });
});

test('the outline says it at the end of the row', () => {
  const all = (items: ReturnType<typeof outlineItems>): ReturnType<typeof outlineItems> =>
    items.flatMap((item) => [item, ...all(item.children)]);
  const marked = all(outlineItems(flow)).filter(({ meta }) => meta !== undefined);
  expect(marked.map(({ label, meta }) => [label, meta])).toEqual([['Apology', 'error node']]);
});
