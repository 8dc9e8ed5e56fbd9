// A file of a newer version is saved by an older one without losing what that does not know.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '#shared/value/value.ts';
import { setOwnValue } from '#shared/value/set-own-value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { keepUnknownKeys } from '#shared/workspace/keep-unknown-keys.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { anyValue } from '../../../support/any-value.ts';
import { anyDocument } from '../../../support/any-document.ts';
import { frozenText } from '../../../support/workspace-fixture.ts';

/** Adds a key that nobody knows to every object of a file. */
function withNews(value: Value, news: Value): Value {
  if (Array.isArray(value)) return value.map((item: Value) => withNews(item, news));
  if (typeof value !== 'object' || value === null) return value;
  const object: Record<string, Value> = {};
  for (const [key, item] of Object.entries(value)) setOwnValue(object, key, withNews(item as Value, news));
  setOwnValue(object, 'zzNews', news);
  return object;
}

describe('keys of a newer version', () => {
  it('survive a save at every level, with every digit', () => {
    fc.assert(
      fc.property(anyDocument, anyValue, (document, news) => {
        const text = `${writeJson(withNews(JSON.parse(JSON.stringify(document)) as Value, news), 2)}\n`;
        const read = readDocument('a.json', text);
        if (!read.ok) throw new Error(read.failure.message);
        expect(read.value.content).toEqual(document);
        expect(writeDocument(read.value.content, read.value)).toBe(text);
      }),
    );
  });

  it('survive an edit, a new node, a move and a removed node beside them', () => {
    const text = frozenText('flows/order-lookup.json')
      .replace('"kind": "prompt",', '"kind": "prompt", "colour": "blue",')
      .replace('"kind": "message",', '"kind": "message", "colour": "red",')
      .replace('"errorNode"', '"team": ["a", "b"], "errorNode"');
    const read = readDocument('a.json', text);
    if (!read.ok || read.value.content.format !== 'flowbench.flow') throw new Error('not a flow');
    const { nodes } = read.value.content;
    const moved = nodes.map((node) => ({ ...node, name: `${node.name}!`, position: { x: 1, y: 2 } }));
    const added = { ...moved[0]!, id: 'nd_freshfreshfr' as (typeof moved)[0]['id'] };
    const next = { ...read.value.content, nodes: [added, moved[3]!, moved[1]!, moved[0]!] };
    const saved = JSON.parse(writeDocument(next, read.value)) as { nodes: object[]; team: unknown };
    expect(saved.team).toEqual(['a', 'b']);
    expect(saved.nodes[0]).not.toHaveProperty('colour');
    expect(saved.nodes[1]).toMatchObject({ kind: 'message', colour: 'red', position: { x: 1, y: 2 } });
    expect(saved.nodes[2]).toMatchObject({ kind: 'prompt', colour: 'blue', name: 'Ask for the order!' });
    expect(saved.nodes).toHaveLength(4);
  });

  it.each<[string, Value, Value, Value, Value]>([
    ['are added after the known ones', { a: 2 }, { x: 1, a: 1, y: 3 }, { a: 1 }, { a: 2, x: 1, y: 3 }],
    ['are not confused with what was removed', {}, { note: 'n' }, { note: 'n' }, {}],
    ['are not overwritten by what a newer schema knows', { x: 2 }, { x: 1 }, {}, { x: 2 }],
    [
      'go with an item that moved',
      [{ name: 'b' }, { name: 'a' }],
      [
        { name: 'a', x: 1 },
        { name: 'b', x: 2 },
      ],
      [{ name: 'a' }, { name: 'b' }],
      [
        { name: 'b', x: 2 },
        { name: 'a', x: 1 },
      ],
    ],
    [
      'go with an item whose value changed',
      [{ name: 'new' }, { name: 'a', value: 2 }],
      [{ name: 'a', value: 1, x: 1 }],
      [{ name: 'a', value: 1 }],
      [{ name: 'new' }, { name: 'a', value: 2, x: 1 }],
    ],
    [
      'go with the one item that was renamed',
      [{ name: 'a' }, { name: 'c' }],
      [
        { name: 'a', x: 1 },
        { name: 'b', x: 2 },
      ],
      [{ name: 'a' }, { name: 'b' }],
      [
        { name: 'a', x: 1 },
        { name: 'c', x: 2 },
      ],
    ],
    [
      'stay apart for items that look the same',
      [{ v: 1 }, { v: 1 }],
      [
        { v: 1, x: 1 },
        { v: 1, x: 2 },
      ],
      [{ v: 1 }, { v: 1 }],
      [
        { v: 1, x: 1 },
        { v: 1, x: 2 },
      ],
    ],
    [
      'do not go from one id to another',
      [{ id: 'new', name: 'a' }],
      [{ id: 'old', name: 'a', x: 1 }],
      [{ id: 'old', name: 'a' }],
      [{ id: 'new', name: 'a' }],
    ],
    [
      'go when the kind of thing changes',
      { type: 'form', rows: [] },
      { type: 'json', template: '', strict: true },
      { type: 'json', template: '' },
      { type: 'form', rows: [] },
    ],
    ['go when a list became something else', { a: 1 }, [{ x: 1 }], [{}], { a: 1 }],
    ['stay beside removed items', [], [{ x: 1 }], [{}], []],
  ])('%s', (_, next, raw, known, kept) => {
    expect(keepUnknownKeys(next, raw, known)).toEqual(kept);
    expect(writeJson(keepUnknownKeys(next, raw, known))).toBe(writeJson(kept));
  });

  it('may be called __proto__', () => {
    const raw = JSON.parse('{"a":1,"__proto__":{"x":1}}') as Value;
    expect(writeJson(keepUnknownKeys({ a: 2 }, raw, { a: 1 }))).toBe('{"a":2,"__proto__":{"x":1}}');
  });
});
