// What is made and what is painted of a flow of hundreds of cards, and the map of it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxesMeet } from '#shared/flow/box.ts';
import {
  cardAt,
  cardsAtHand,
  cardsIn,
  linesAtHand,
} from '../../../../../renderer/features/canvas/afar/at-hand.ts';
import { nameLines } from '../../../../../renderer/features/canvas/afar/paint-flow.ts';
import { paintedCard } from '../../../../../renderer/features/canvas/afar/painted-card.ts';
import type { CanvasItem } from '../../../../../renderer/features/canvas/canvas-model.ts';
import type { CanvasSource } from '../../../../../renderer/features/canvas/canvas-source.ts';
import { canvasPicture } from '../../../../../renderer/features/canvas/drawn-while-dragged.ts';
import { linesIn } from '../../../../../renderer/features/canvas/lines-near-view.ts';
import {
  itemBox,
  minimapArea,
  minimapShapes,
} from '../../../../../renderer/features/canvas/minimap-shapes.ts';
import { nodeMarkId } from '../../../../../renderer/store/problems-store.ts';
import { manySteps } from '../../../../stories/many-steps.ts';
import { nodeNamed } from '../../../../stories/story-flow.ts';
import { runs } from '../../../../support/runs.ts';
import { drawnSource } from '../../../../support/drawn-source.ts';

const flow = manySteps(400, 20);
const idOf = (name: string): string => nodeNamed(flow, name).id;
const bare = drawnSource(flow);
const drawn = (more: Partial<CanvasSource> = {}) => canvasPicture({ ...bare, ...more });
const selecting = (...names: readonly string[]) =>
  drawn({ selection: { nodes: names.map(idOf), connections: [], groups: [] } });
const namesOf = (items: readonly CanvasItem[], ids: ReadonlySet<string>) =>
  items.flatMap(({ ariaLabel, id }) => (ids.has(id) ? [ariaLabel] : []));
const nothing = { pointed: null, focused: null };

test('the handles of every card are known before one is made, where its lines begin and end', () => {
  const { lines, nodes } = drawn();
  const byId = new Map(nodes.map((item) => [item.id, item]));
  const middleOf = (id: string, type: string, name: string | null | undefined) => {
    const card = byId.get(id);
    const handle = card?.handles?.find((each) => each.type === type && each.id === name);
    if (card === undefined || handle === undefined) throw new Error(`${id} has no ${type} ${String(name)}.`);
    const { height = NaN, width = NaN, x, y } = handle;
    return [card.position.x + x + width / 2, card.position.y + y + height / 2].map(Math.round);
  };
  expect(lines).toHaveLength(399);
  for (const { data, source, sourceHandle, target, targetHandle } of lines) {
    if (data === undefined) throw new Error('A line has no path.');
    const begin = /^M(\S+) (\S+)/.exec(data.path)?.slice(1).map(Number).map(Math.round);
    expect(middleOf(source, 'source', sourceHandle)).toEqual(begin);
    expect(middleOf(target, 'target', targetHandle)).toEqual([data.tip.x, data.tip.y].map(Math.round));
  }
});

test('of a small flow the canvas measures the handles itself', () => {
  const small = manySteps(300, 20);
  expect(canvasPicture({ ...bare, flow: small }).nodes.some(({ handles }) => handles !== undefined)).toBe(
    false,
  );
});

test('from afar the cards in hand are made, those before and after them, and the ends of the flow', () => {
  const { nodes } = selecting('Step 7');
  const hand = { pointed: idOf('Step 90'), focused: idOf('Step 200') };
  expect(namesOf(nodes, cardsAtHand(nodes, hand))).toEqual(
    [1, 6, 7, 8, 89, 90, 91, 199, 200, 201, 400].map((at) => `Step ${String(at)}`),
  );
});

test('many selected cards stay painted, in the colour of what is selected', () => {
  const { nodes } = selecting(...Array.from({ length: 61 }, (_, at) => `Step ${String(at + 1)}`));
  expect(cardsAtHand(nodes, nothing).size).toBe(2);
  const painted = nodes.flatMap((item) => (item.type === 'card' ? [paintedCard(item)] : []));
  expect(painted.filter(({ border, marked }) => border === 'accent' && marked)).toHaveLength(61);
});

test('a painted card shows what was found in it, its problem and its breakpoint', () => {
  const problem = { severity: 'error' as const, words: 'It says nothing.', errors: 1, warnings: 0 };
  const { nodes } = drawn({
    found: new Set([idOf('Step 2')]),
    problems: new Map([[nodeMarkId(flow.id, idOf('Step 3')), problem]]),
    breakpoints: [{ node: nodeNamed(flow, 'Step 4').id, exit: null, condition: '' }] as never,
  });
  const lookOf = (name: string) =>
    nodes.flatMap((item) => (item.type === 'card' && item.id === idOf(name) ? [paintedCard(item)] : []))[0];
  expect(lookOf('Step 1')).toMatchObject({ name: 'Step 1', border: 'border-2', marked: false, dot: null });
  expect(lookOf('Step 2')).toMatchObject({ border: 's4xx', marked: true });
  expect(lookOf('Step 3')).toMatchObject({ dot: 's5xx' });
  expect(lookOf('Step 4')).toMatchObject({ dot: 'breakpoint' });
});

test('from afar the lines of what is selected are made', () => {
  const { lines, nodes } = selecting('Step 7');
  const made = linesAtHand(lines, nodes, cardsAtHand(nodes, nothing));
  expect(made.map(({ source, target }) => [source, target])).toEqual([
    [idOf('Step 6'), idOf('Step 7')],
    [idOf('Step 7'), idOf('Step 8')],
  ]);
});

test('the card at a point is the one that is drawn there, and a rectangle has those that it touches', () => {
  const { nodes } = drawn();
  const between = (min: number, max: number) => fc.integer({ min, max }).map((whole) => whole + 0.25);
  const place = fc.record({ x: between(-50, 5000), y: between(-50, 2400) });
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 900 }), (at, size) => {
      const here = nodes.filter((item) => boxesMeet(itemBox(item), { ...at, width: 0.01, height: 0.01 }));
      expect(cardAt(nodes, at)).toBe(here[0]?.id ?? null);
      const area = { ...at, width: size, height: size };
      expect(cardsIn(nodes, area)).toEqual(
        nodes.filter((item) => boxesMeet(itemBox(item), area)).map(({ id }) => id),
      );
    }),
    { numRuns: runs(100) },
  );
});

test('the lines near the view are those whose ends span a part of it', () => {
  const { lines, nodes } = drawn();
  const aroundStep50 = { x: 9 * 232, y: 2 * 110, width: 100, height: 50 };
  const near = linesIn(aroundStep50, nodes, lines).map(({ source }) => source);
  expect(near).toEqual(['Step 40', 'Step 49', 'Step 50', 'Step 60'].map(idOf));
});

test.each([
  ['Step 129', 8, 1, ['Step 129']],
  ['Step 129', 6, 1, ['Step…']],
  ['Step 129', 6, 2, ['Step', '129']],
  ['Ask for the number of the order', 9, 2, ['Ask for', 'the numb…']],
  ['Uninterrupted', 6, 2, ['Unint…']],
  ['Step 129', 8, 0, []],
])('the name %s is painted with %i letters in %i lines', (name, letters, lines, painted) => {
  expect(nameLines(name, letters, lines)).toEqual(painted);
});

test('the map has an outline for each card, and all of them with the view in its frame', () => {
  const { nodes } = selecting('Step 7');
  const shapes = minimapShapes(nodes);
  expect(shapes.get('plain')?.match(/z/g)).toHaveLength(399);
  expect(shapes.get('selected')?.match(/z/g)).toHaveLength(1);
  const view = { x: -1000, y: 0, width: 500, height: 300 };
  const area = minimapArea({ x: 0, y: 0, width: 4600, height: 2200 }, view, { width: 164, height: 84 }, 8);
  expect(area.width / area.height).toBeCloseTo(164 / 84);
  expect(area.x).toBeLessThan(-1000);
  expect(area.x + area.width).toBeGreaterThan(4600);
  expect(area.y + area.height).toBeGreaterThan(2200);
});
