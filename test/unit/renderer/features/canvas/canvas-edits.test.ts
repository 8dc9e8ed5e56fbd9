// What the canvas does to a flow, with the undo that each of it leaves.
import { beforeEach, describe, expect, test } from 'vitest';
import { fragmentOf } from '#shared/flow/flow-fragment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import {
  connected,
  flowNow,
  fragmentAdded,
  reconnected,
  selectionMoved,
} from '../../../../../renderer/features/canvas/canvas-edits.ts';
import { documentAdded, documentsStore, editUndone } from '../../../../../renderer/store/documents-store.ts';
import { historyLimit } from '../../../../../renderer/store/document-history.ts';
import { nodePicked, nodeToggled, selectionOf } from '../../../../../renderer/store/selection-store.ts';
import { nodeNamed } from '../../../../stories/story-flow.ts';
import { userGreeting } from '../../../../stories/user-greeting.ts';

const flow = userGreeting();
const named = (name: string) => nodeNamed(flow, name);
const now = (): Flow => flowNow(flow.id)!;
const steps = () => documentsStore.getState().documents[flow.id]!.history.past.length;

beforeEach(() => {
  documentAdded(flow);
  nodePicked(flow.id, named('Get user').id);
});

describe('a key that is held down', () => {
  test('is one step, and leaves what was done before it to be undone', () => {
    connected(flow.id, { node: named('Get user').id, exit: 'error' }, named('End').id);
    for (let presses = 0; presses < historyLimit + 50; presses += 1) selectionMoved(flow.id, { x: 8, y: 0 });
    const { x, y } = named('Get user').position;
    expect(nodeNamed(now(), 'Get user').position).toEqual({ x: x + 8 * (historyLimit + 50), y });
    editUndone(flow.id);
    expect(nodeNamed(now(), 'Get user').position).toEqual({ x, y });
    editUndone(flow.id);
    expect(now()).toEqual(flow);
  });

  test('begins another step when other nodes are moved', () => {
    selectionMoved(flow.id, { x: 8, y: 0 });
    nodeToggled(flow.id, named('Greeting').id);
    selectionMoved(flow.id, { x: 8, y: 0 });
    expect(steps()).toBe(2);
  });
});

describe('the end of a line', () => {
  const old = { node: named('Get user').id, exit: 'success' };

  test('put back where it was leaves nothing to undo', () => {
    reconnected(flow.id, old, old, named('Greeting').id);
    expect(steps()).toBe(0);
    expect(now()).toBe(flow);
  });

  test('stays where it was when it is put where no line may lead', () => {
    reconnected(flow.id, old, old, named('Start').id);
    expect(now()).toBe(flow);
  });
});

describe('pasting again and again', () => {
  test('steps each copy away from the one before it', () => {
    const fragment = fragmentOf(flow, new Set([named('Greeting').id, named('Apology').id]))!;
    for (let pastes = 0; pastes < 3; pastes += 1) fragmentAdded(flow.id, fragment, { x: 32, y: 32 });
    const { x, y } = named('Greeting').position;
    const copies = now().nodes.filter(({ name }) => name.startsWith('Greeting'));
    expect(copies.map(({ position }) => position)).toEqual(
      [0, 1, 2, 3].map((step) => ({ x: x + step * 32, y: y + step * 32 })),
    );
    expect(selectionOf(flow.id).nodes).toHaveLength(2);
  });
});
