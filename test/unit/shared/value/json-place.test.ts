// Where a member of a JSON text stands: the stretch at a path is the value that is read at that path.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPlace } from '#shared/value/json-place.ts';

type Step = readonly [path: readonly PropertyKey[], value: unknown];

/** Every value in a value, with its path. */
function steps(value: unknown, path: readonly PropertyKey[] = []): readonly Step[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[path, value], ...members.flatMap(([key, each]) => steps(each, [...path, key]))];
}

describe('the place of a member', () => {
  it.each([0, 2])('holds the value at its path, with an indent of %i', (indent) => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (json) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        for (const [path, value] of steps(JSON.parse(json))) {
          const { start, end } = jsonPlace(text, path);
          expect(JSON.parse(text.slice(start, end))).toEqual(value);
        }
      }),
    );
  });

  it('is the last value on the way to a member that is not there', () => {
    const text = '{"a": [1, {"b": 2}]}';
    const { start, end } = jsonPlace(text, ['a', 1, 'c']);
    expect(text.slice(start, end)).toBe('{"b": 2}');
  });

  it('is that of the last of equal keys', () => {
    const { start, end } = jsonPlace('{"a": 1, "a": 22}', ['a']);
    expect([start, end]).toEqual([14, 16]);
  });
});
