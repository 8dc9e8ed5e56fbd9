// Where the canvas puts things: room for a node on a connection, a tidied selection, and the picture while cards are dragged.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAround, boxesMeet } from '#shared/flow/box.ts';
import { withPositions } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { withInserted } from '#shared/flow/insert-on-connection.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import {
  canvasPicture,
  drawnWhileDragged,
} from '../../../../../renderer/features/canvas/drawn-while-dragged.ts';
import { drawnDrag, type FlowInView } from '../../../../../renderer/features/canvas/snapped-drag.ts';
import { cardBox } from '../../../../../renderer/features/canvas/node-size.ts';
import { roomBetween } from '../../../../../renderer/features/canvas/room-between.ts';
import { tidyLayout } from '../../../../../renderer/features/canvas/tidy-layout.ts';
import { inARow, nodeNamed, storyFlow } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { anySoundFlow } from '../../../../support/any-flow-edit.ts';
import { drawnSource } from '../../../../support/drawn-source.ts';

const names = ['One', 'Two', 'Three', 'Four'];
const row = storyFlow({
  name: 'Row',
  nodes: [
    ...names.map((name) => [name, 'message', { text: '' }] as const),
    ['Apart', 'message', { text: '' }],
    ['Remark', 'note', {}],
  ],
  connections: inARow(...names),
});
const fresh = newNode('api-call', storyId('nd', 'fresh'), { x: 0, y: 0 });

/** The row with a node at other places. */
function placed(places: Readonly<Record<string, readonly [x: number, y: number]>>): Flow {
  return withPositions(
    row,
    new Map(Object.entries(places).map(([name, [x, y]]) => [nodeNamed(row, name).id, { x, y }])),
  );
}

/** The flow with a node put on the first connection, in the room that was made for it. */
function madeRoom(flow: Flow): Flow {
  const exit = { node: nodeNamed(flow, 'One').id, exit: 'next' };
  const room = roomBetween(flow, exit, fresh);
  if (room === null) throw new Error('There is a connection.');
  return withInserted(withPositions(flow, room.moved), { ...fresh, position: room.place }, exit);
}

describe('room for a node on a connection', () => {
  test('is the middle where there is enough, and nothing moves', () => {
    const flow = placed({ Two: [600, 0], Three: [900, 0], Four: [1200, 0], Apart: [600, 400] });
    const after = madeRoom(flow);
    expect(after.nodes.slice(0, -1)).toEqual(flow.nodes);
    const box = cardBox(nodeNamed(after, 'API Call'));
    const before = cardBox(nodeNamed(flow, 'One'));
    expect(box.x - before.x - before.width).toBe(600 - box.x - box.width);
  });

  test('is made by moving on all that comes after, as a whole, and nothing else', () => {
    const after = madeRoom(row);
    const moves = row.nodes.map(({ id, name, position }) => {
      const now = after.nodes.find((node) => node.id === id)?.position ?? position;
      return [name, now.x - position.x, now.y - position.y] as const;
    });
    const by = moves.find(([name]) => name === 'Two')?.[1] ?? 0;
    expect(by).toBeGreaterThan(0);
    expect(by % 8).toBe(0);
    expect(moves).toEqual([
      ['One', 0, 0],
      ['Two', by, 0],
      ['Three', by, 0],
      ['Four', by, 0],
      ['Apart', 0, 0],
      ['Remark', 0, 0],
    ]);
    const box = cardBox(nodeNamed(after, 'API Call'));
    for (const name of names) expect(boxesMeet(box, cardBox(nodeNamed(after, name)))).toBe(false);
  });

  test('is made downwards where the connection goes down, and not at all where it leads back', () => {
    const down = madeRoom(placed({ Two: [0, 120], Three: [0, 240], Four: [240, 0] }));
    expect(nodeNamed(down, 'Two').position.x).toBe(0);
    expect(nodeNamed(down, 'Two').position.y).toBeGreaterThan(120);
    expect(nodeNamed(down, 'Three').position.y - nodeNamed(down, 'Two').position.y).toBe(120);
    // It is after the connection too, and stands above: its place is somebody's choice.
    expect(nodeNamed(down, 'Four').position).toEqual({ x: 240, y: 0 });
    const box = cardBox(nodeNamed(down, 'API Call'));
    for (const name of ['One', 'Two']) expect(boxesMeet(box, cardBox(nodeNamed(down, name)))).toBe(false);

    const back = placed({ One: [600, 0], Two: [0, 200] });
    expect(madeRoom(back).nodes.slice(0, -1)).toEqual(back.nodes);
  });
});

describe('tidying', () => {
  const someOf = (flow: Flow, parts: readonly boolean[]) =>
    flow.nodes.filter((_, at) => parts[at] === true).map(({ id }) => id as string);

  test('moves what it is asked to alone, keeps its top left, and lays no card upon another of them', () => {
    fc.assert(
      fc.property(anySoundFlow, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (flow, parts) => {
        const only = new Set(someOf(flow, parts));
        const places = tidyLayout(flow, { only });
        expect([...places.keys()].sort()).toEqual([...only].sort());
        const boxesIn = (of: Flow) => of.nodes.filter(({ id }) => only.has(id)).map(cardBox);
        const before = boxAround(boxesIn(flow));
        const boxes = boxesIn(withPositions(flow, places));
        const after = boxAround(boxes);
        expect([after?.x, after?.y]).toEqual([before?.x, before?.y]);
        boxes.forEach((box, at) =>
          expect(boxes.slice(at + 1).some((other) => boxesMeet(box, other))).toBe(false),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('keeps branches in the order from top to bottom in which they were put by hand', () => {
    const branches = storyFlow({
      name: 'Branches',
      nodes: [
        [
          'Call',
          'api-call',
          { endpoint: null, method: 'GET', path: '', responseVariable: 'r', exits: ['404'] },
        ],
        ['Low', 'message', { text: '' }],
        ['High', 'message', { text: '' }],
      ],
      connections: [
        ['Call', 'success', 'Low'],
        ['Call', 'error', 'High'],
      ],
    });
    const put = (low: number, high: number) =>
      withPositions(
        branches,
        new Map([
          [nodeNamed(branches, 'Low').id, { x: 300, y: low }],
          [nodeNamed(branches, 'High').id, { x: 300, y: high }],
        ]),
      );
    for (const [low, high] of [
      [300, 0],
      [0, 300],
    ] as const) {
      const flow = put(low, high);
      const after = withPositions(flow, tidyLayout(flow));
      const isAbove = nodeNamed(after, 'High').position.y < nodeNamed(after, 'Low').position.y;
      expect(isAbove).toBe(high < low);
    }
  });
});

describe('a large flow while cards are dragged', () => {
  const many = Array.from({ length: 450 }, (_, at) => `Step ${String(at)}`);
  const large = storyFlow({
    name: 'Large',
    nodes: many.map((name) => [name, 'message', { text: '' }]),
    connections: [...inARow(...many), ['Step 449', 'next', 'Step 7']],
  });
  test('is drawn as it would be drawn anew, but for the order of cards that nothing leads to', () => {
    const still = canvasPicture(drawnSource(large));
    const anyDrag = fc.uniqueArray(
      fc.tuple(fc.nat(449), fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })),
      { selector: ([at]) => at, minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(anyDrag, (drag) => {
        const dragged = new Map(
          drag.map(([at, x, y]) => {
            const { id, position } = nodeNamed(large, `Step ${String(at)}`);
            return [id, { x: position.x + x, y: position.y + y }];
          }),
        );
        const drawn = drawnWhileDragged(drawnSource(large), still, dragged);
        const anew = canvasPicture(drawnSource(withPositions(large, dragged)));
        const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
          items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(drawn.nodes)).toEqual(byId(anew.nodes));
        expect(byId(drawn.lines)).toEqual(byId(anew.lines));
      }),
      { numRuns: 15 },
    );
  });

  test('only what is near is made anew', () => {
    const still = canvasPicture(drawnSource(large));
    const { id } = nodeNamed(large, 'Step 100');
    const drawn = drawnWhileDragged(drawnSource(large), still, new Map([[id, { x: 0, y: 900 }]]));
    expect(drawn.nodes.filter((node, at) => node !== still.nodes[at])).toHaveLength(3);
    expect(drawnWhileDragged(drawnSource(large), still, new Map())).toBe(still);
  });
});

describe('cards under the pointer', () => {
  const seen = (flow: Flow, zoom: number): FlowInView => ({
    flow,
    collapsed: new Set(),
    frame: { transform: [0, 0, zoom], width: 1200, height: 700 },
  });
  const two = nodeNamed(row, 'Two');

  test('go together, keep their distances, and are drawn as near at any zoom', () => {
    const flow = placed({ One: [0, 0], Two: [300, 200], Three: [500, 330], Four: [2000, 2000] });
    const three = nodeNamed(flow, 'Three');
    const drag = (x: number) =>
      new Map([
        [two.id, { x, y: 200 }],
        [three.id, { x: x + 200, y: 330 }],
      ]);
    const at = (x: number, zoom: number) => drawnDrag(seen(flow, zoom), drag(x), false).places;
    const near = at(3, 1);
    expect(near.get(two.id)?.x).toBe(0);
    expect(near.get(three.id)?.x).toBe(200);
    // Ten pixels of the screen are twenty of the flow from afar, and five from near by.
    expect(at(10, 0.5).get(two.id)?.x).toBe(0);
    expect(at(5, 2).get(two.id)?.x).not.toBe(0);
    expect(drawnDrag(seen(flow, 1), drag(3), true)).toEqual({ places: drag(3), guides: [] });
  });
});
