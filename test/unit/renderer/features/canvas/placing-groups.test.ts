// Where the canvas puts groups: frames and collapsed groups are boxes like cards for guides, for tidying and for lining up.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { boxesMeet, type Box } from '#shared/flow/box.ts';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import { withPositions } from '#shared/flow/edit-flow.ts';
import { membersOf, withGroup } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupsOf, type Group } from '#shared/flow/group.ts';
import { withItemsArranged } from '../../../../../renderer/features/canvas/groups/group-edits.ts';
import { cardBox } from '../../../../../renderer/features/canvas/node-size.ts';
import { idsToArrange, shownBoxes } from '../../../../../renderer/features/canvas/shown-boxes.ts';
import {
  drawnDrag,
  guidesOf,
  type FlowInView,
} from '../../../../../renderer/features/canvas/snapped-drag.ts';
import { tidyLayout } from '../../../../../renderer/features/canvas/tidy-layout.ts';
import { viewStore } from '../../../../../renderer/store/view-store.ts';
import { inARow, nodeNamed, storyFlow } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { anySoundFlow } from '../../../../support/any-flow-edit.ts';
import { runs } from '../../../../support/runs.ts';

const names = ['One', 'Two', 'Three', 'Four'];
const bare = storyFlow({
  name: 'Row',
  nodes: names.map((name) => [name, 'message', { text: '' }] as const),
  connections: inARow(...names),
});
const idOf = (name: string) => nodeNamed(bare, name).id;
const pair = storyId('gr', 'Pair');

/** The row at places, with "Two" and "Three" in a frame. */
function grouped(places: Readonly<Record<string, readonly [x: number, y: number]>>): Flow {
  const at = withPositions(
    bare,
    new Map(Object.entries(places).map(([name, [x, y]]) => [idOf(name), { x, y }])),
  );
  return grown(at, pair, 'Two', 'Three');
}

function grown(flow: Flow, id: Group['id'], ...members: readonly string[]): Flow {
  return withGroup(flow, { id, name: 'Pair', colour: 'grey' }, new Set(members.map(idOf)), cardBox);
}

const seen = (flow: Flow, ...collapsed: readonly string[]): FlowInView => ({
  flow,
  collapsed: new Set(collapsed),
  frame: { transform: [0, 0, 1], width: 3000, height: 2000 },
});
const boxesIn = ({ flow, collapsed }: FlowInView) => shownBoxes(flow, collapsed);
const boxOf = (of: FlowInView, id: string): Box => {
  const box = boxesIn(of).get(id);
  if (box === undefined) throw new Error(`Nothing is seen of ${id}.`);
  return box;
};

beforeEach(() => viewStore.setState({ snap: false }));

describe('guides', () => {
  const flow = grouped({ One: [0, 0], Two: [400, 300], Three: [640, 300], Four: [1500, 900] });

  test('lead to the edges of frames, which lie apart from those of their cards', () => {
    const { x } = boxOf(seen(flow), pair);
    expect([400, 640]).not.toContain(x);
    const drag = drawnDrag(seen(flow), new Map([[idOf('Four'), { x: x + 4, y: 900 }]]), false);
    expect(drag.places.get(idOf('Four'))?.x).toBe(x);
    expect(drag.guides).toContainEqual(expect.objectContaining({ kind: 'line', axis: 'x', at: x }));
  });

  test('lead to the card of a collapsed group, and to nothing that it hides', () => {
    const at = seen(flow, pair);
    const { x, width } = boxOf(at, pair);
    const to = (place: number) =>
      drawnDrag(at, new Map([[idOf('Four'), { x: place, y: 900 }]]), false).places.get(idOf('Four'))?.x;
    expect(to(x + width + 4)).toBe(x + width);
    // "Three" stands there, and is not seen.
    expect(to(643)).toBe(643);
  });

  test('are asked for by the box that is seen: a collapsed group is as small as its card', () => {
    const at = seen(flow, pair);
    const { y, width } = boxOf(at, pair);
    const right = boxOf(at, idOf('One')).width;
    const drag = drawnDrag(at, new Map([[pair, { x: right - width - 3, y }]]), false);
    expect(drag.places.get(pair)?.x).toBe(right - width);
  });

  test('leave out the frame that a card stands in, and tell of keys what they tell of the pointer', () => {
    const ends = (guides: ReturnType<typeof guidesOf>) =>
      guides.flatMap((guide) => (guide.kind === 'line' && guide.axis === 'y' ? [guide.at] : []));
    const frame = boxOf(seen(flow), pair);
    expect(ends(guidesOf(seen(flow), new Set([idOf('Two')])))).not.toContain(frame.y);
    const level = grouped({ One: [0, frame.y], Two: [400, 300], Three: [640, 300], Four: [1500, 900] });
    expect(ends(guidesOf(seen(level), new Set([pair])))).toContain(frame.y);
  });
});

describe('tidying', () => {
  const scattered = grouped({ One: [900, 0], Two: [40, 500], Three: [300, 40], Four: [20, 30] });
  const arranged = (flow: Flow, wish: Parameters<typeof tidyLayout>[1]) =>
    withItemsArranged(flow, tidyLayout(flow, wish));
  const placeOf = (flow: Flow, name: string): CanvasPoint => nodeNamed(flow, name).position;

  test('puts a frame between what leads to it and what it leads to, with its nodes in it', () => {
    const tidy = arranged(scattered, {});
    const frame = boxOf(seen(tidy), pair);
    const right = ({ x, width }: Box) => x + width;
    expect(right(boxOf(seen(tidy), idOf('One')))).toBeLessThan(frame.x);
    expect(right(frame)).toBeLessThan(placeOf(tidy, 'Four').x);
    expect(placeOf(tidy, 'Two').x).toBeLessThan(placeOf(tidy, 'Three').x);
    expect(membersOf(tidy, groupsOf(tidy)[0] as Group).map(({ name }) => name)).toEqual(['Two', 'Three']);
  });

  test('takes a collapsed group for the one card that is seen, and all that is in it along', () => {
    const collapsed = new Set<string>([pair]);
    const tidy = arranged(scattered, { collapsed });
    const card = boxOf(seen(tidy, pair), pair);
    expect(placeOf(tidy, 'Four').x - card.x - card.width).toBe(64);
    const apart = (flow: Flow) => placeOf(flow, 'Two').x - placeOf(flow, 'Three').x;
    expect(apart(tidy)).toBe(apart(scattered));
    const { height, width } = groupsOf(scattered)[0] as Group;
    expect(groupsOf(tidy)[0]).toMatchObject({ height, width });
  });

  test('moves a frame that is selected without its nodes as a whole', () => {
    const tidy = arranged(scattered, { only: new Set([pair, idOf('One')]) });
    const by = (name: string) => placeOf(tidy, name).x - placeOf(scattered, name).x;
    expect(by('Two')).not.toBe(0);
    expect(by('Three')).toBe(by('Two'));
    expect(by('Four')).toBe(0);
  });

  test('leaves some nodes of a group in their frame', () => {
    const wide = grown(scattered, pair, 'Two', 'Three', 'Four');
    const tidy = arranged(wide, { only: new Set([idOf('One'), idOf('Two'), idOf('Three')]) });
    expect(placeOf(tidy, 'One')).toEqual(placeOf(wide, 'One'));
    expect(placeOf(tidy, 'Four')).toEqual(placeOf(wide, 'Four'));
    expect(placeOf(tidy, 'Two').x).toBeLessThan(placeOf(tidy, 'Three').x);
  });

  test('of any flow lays no frame and no card upon another, and nothing else into a frame', () => {
    const anyGroups = fc.array(fc.nat({ max: 2 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(anySoundFlow, anyGroups, fc.boolean(), (flow, homes, folds) => {
        const ids = [storyId('gr', 'A'), storyId('gr', 'B')];
        const full = ids.reduce((before, id, at) => {
          const members = flow.nodes.filter((_, node) => homes[node] === at + 1).map((node) => node.id);
          return withGroup(before, { id, name: id, colour: 'grey' }, new Set(members), cardBox);
        }, flow);
        const collapsed = new Set<string>(folds ? ids.slice(0, 1) : []);
        const after = withItemsArranged(full, tidyLayout(full, { collapsed }));
        const boxes = shownBoxes(after, collapsed);
        const inFrames = new Set<string>(groupsOf(after).flatMap(({ nodes }) => nodes));
        const outer = [...boxes].filter(([id]) => {
          const node = after.nodes.find((each) => each.id === id);
          return !inFrames.has(id) && node?.kind !== 'note';
        });
        outer.forEach(([, box], at) =>
          expect(outer.slice(at + 1).some(([, other]) => boxesMeet(box, other))).toBe(false),
        );
        expect(groupsOf(after).map(({ nodes }) => nodes)).toEqual(groupsOf(full).map(({ nodes }) => nodes));
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('lining up and spacing out', () => {
  const flow = grouped({ One: [0, 0], Two: [400, 300], Three: [640, 300], Four: [1500, 900] });

  test('is about groups and cards, and about the frame alone where both are selected', () => {
    const ids = [idOf('One'), idOf('Two')] as string[];
    const selection = (groups: readonly string[]) => ({ nodes: ids, groups, connections: [] });
    expect([...idsToArrange(flow, selection([]))].sort()).toEqual([...ids].sort());
    expect([...idsToArrange(flow, selection([pair]))].sort()).toEqual([idOf('One'), pair].sort());
  });

  test('moves a frame with all that is in it', () => {
    const to = new Map([[pair, { x: 0, y: 0 }]]);
    const after = withItemsArranged(flow, to);
    expect(boxOf(seen(after), pair)).toMatchObject({ x: 0, y: 0 });
    const { x, y } = boxOf(seen(flow), pair);
    expect(nodeNamed(after, 'Two').position).toEqual({ x: 400 - x, y: 300 - y });
  });
});
