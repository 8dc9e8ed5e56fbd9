// A picture is read by other programs: it must be XML, hold every card and line, and no text may break it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withGroup } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeKinds } from '#shared/nodes/node.ts';
import {
  fitsPng,
  flowPicture,
  pictureName,
} from '../../../../../renderer/features/canvas/picture/flow-picture.ts';
import {
  pictureTokens,
  type PictureLook,
} from '../../../../../renderer/features/canvas/picture/picture-look.ts';
import { pictureParts, pictureTexts } from '../../../../../renderer/features/canvas/picture/picture-parts.ts';
import { fitted, wrapped } from '../../../../../renderer/features/canvas/picture/picture-text.ts';
import { cardBox } from '../../../../../renderer/features/canvas/node-size.ts';
import { emptySelection } from '../../../../../renderer/store/selection-store.ts';
import { nodeNamed, storyFlow } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { userGreeting } from '../../../../stories/user-greeting.ts';

const measure: PictureLook['measure'] = (text, { sizePx }) => Array.from(text).length * sizePx * 0.55;
const look: PictureLook = {
  colours: Object.fromEntries(pictureTokens.map((token) => [token, '#123456'])) as PictureLook['colours'],
  icons: Object.fromEntries(
    [...nodeKinds, 'group'].map((kind) => [kind, '<path d="M0 0h24"/>']),
  ) as PictureLook['icons'],
  measure,
  fontFaces: '',
};
const flow = userGreeting();
const partsOf = (of: Flow, only: Parameters<typeof pictureParts>[1] = null, collapsed = new Set<string>()) =>
  pictureParts({ flow: of, documentNames: new Map(), collapsed }, only);
const drawnOf = (...given: Parameters<typeof partsOf>) => flowPicture(partsOf(...given), look);

/** The tags of a text in their order; what is no well-formed XML of our kind throws. */
function tagsOf(xml: string): readonly string[] {
  const open: string[] = [];
  const tags: string[] = [];
  const rest = xml.replaceAll(
    /<(\/?)([a-zA-Z]+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>/g,
    (_tag, close: string, name: string, _attributes, alone: string) => {
      if (close === '/') {
        if (open.pop() !== name) throw new Error(`${name} ends where it did not begin`);
      } else {
        tags.push(name);
        if (alone === '') open.push(name);
      }
      return '';
    },
  );
  if (open.length > 0) throw new Error(`${open.join()} does not end`);
  if (/[<>]|&(?!amp;|lt;|gt;|quot;)/.test(rest)) throw new Error('a sign of XML stands in a text');
  return tags;
}

describe('the picture of a flow', () => {
  test('of nothing is its margin', () => {
    const { height, svg, width } = flowPicture({ title: 'Empty', items: [], lines: [] }, look);
    expect([width, height]).toEqual([48, 48]);
    expect(svg).toContain('viewBox="-24 -24 48 48"');
  });

  test('holds every card, every line and every name', () => {
    const { height, svg, width } = drawnOf(flow);
    expect(tagsOf(svg)).toContain('svg');
    const cards = [...svg.matchAll(/data-node-id="([^"]+)"/g)].map(([, id]) => id);
    expect(cards.sort()).toEqual(flow.nodes.map((node) => node.id as string).sort());
    expect([...svg.matchAll(/data-line-id="/g)]).toHaveLength(flow.connections.length);
    for (const { name } of flow.nodes) expect(svg).toContain(`<title>${name}</title>`);
    expect(svg).toContain(`width="${String(width)}" height="${String(height)}"`);
  });

  test('holds a frame, or the one card of a collapsed group', () => {
    const id = storyId('gr', 'Users');
    const members = new Set(['User number', 'Get user'].map((name) => nodeNamed(flow, name).id));
    const grouped = withGroup(flow, { id, name: 'Users & co', colour: 'red' }, members, cardBox);
    expect(drawnOf(grouped).svg).toContain(`data-group-id="${id}"`);
    const { svg } = drawnOf(grouped, null, new Set([id]));
    tagsOf(svg);
    expect([...svg.matchAll(/data-node-id="/g)]).toHaveLength(flow.nodes.length - 2);
    expect(svg).toContain('Users &amp; co');
    expect(drawnOf(grouped, { ...emptySelection, groups: [id] }).svg.match(/data-node-id="/g)).toHaveLength(
      2,
    );
  });

  test('of a selection holds that, and the lines within it', () => {
    const nodes = ['Get user', 'Greeting'].map((name) => nodeNamed(flow, name).id);
    const { svg } = drawnOf(flow, { ...emptySelection, nodes });
    expect(svg.match(/data-node-id="/g)).toHaveLength(2);
    expect(svg.match(/data-line-id="/g)).toHaveLength(1);
  });

  test('of 500 nodes is drawn whole', () => {
    const names = Array.from({ length: 500 }, (_, at) => `Node ${String(at)}`);
    const large = storyFlow({
      name: 'Large',
      nodes: names.map((name) => [name, 'message', { text: `${name} says <hello> & "bye"` }]),
      connections: names.slice(1).map((name, at) => [names[at] ?? '', 'next', name]),
    });
    const { svg } = drawnOf(large);
    tagsOf(svg);
    expect(svg.match(/data-node-id="/g)).toHaveLength(500);
    expect(svg.match(/data-line-id="/g)).toHaveLength(499);
  });

  test('is XML whatever people have written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (name, text) => {
        const any = storyFlow({
          name: 'Any',
          nodes: [
            ['Say', 'message', { text }],
            ['Note', 'note', { text: name }],
          ],
          connections: [],
        });
        const named = {
          ...any,
          name: name === '' ? 'x' : name,
          nodes: any.nodes.map((node) => ({ ...node, name: `${name}${node.kind}` })),
        };
        tagsOf(drawnOf(named).svg.replaceAll(/[^\x20-\x7e\n]/g, ''));
      }),
    );
  });

  test('tells the main process every text that it may show', () => {
    const texts = pictureTexts(partsOf(flow));
    expect(texts).toEqual(expect.arrayContaining([flow.name, 'Get user', '/users/{{user_id}}']));
  });
});

describe('texts that have too little room', () => {
  const font = { family: 'ui', sizePx: 10, weight: 400 } as const;

  test('are cut with a sign, and fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 300 }), (text, room) => {
        const cut = fitted(text, room, font, measure);
        expect(measure(cut, font)).toBeLessThanOrEqual(room);
      }),
    );
    expect(fitted('abcdefghij', 30, font, measure)).toBe('abcd…');
  });

  test('are broken between words', () => {
    expect(wrapped('one two three four', 50, 2, font, measure)).toEqual(['one two', 'three …']);
  });
});

test('a picture is called as its flow, without what no file can be called', () => {
  expect(pictureName('A/B: "c"?', 'svg')).toBe('A-B- -c-.svg');
  expect(pictureName(' ', 'png')).toBe('flow.png');
});

test('a PNG that no canvas could hold is not tried', () => {
  expect(fitsPng({ width: 8000, height: 8000 }, 1)).toBe(true);
  expect(fitsPng({ width: 8000, height: 8000 }, 2)).toBe(false);
  expect(fitsPng({ width: 20_000, height: 10 }, 1)).toBe(false);
});
