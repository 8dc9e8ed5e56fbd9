// What values look like: counted from samples, added over runs, and never more work or bytes than a page can take.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tallyValues, tallyLimits } from '#shared/value/tally-values.ts';
import { addedTallies, declaredTally, shapeOfTally, type ValueTally } from '#shared/value/value-tally.ts';
import { valuePreviewSchema } from '#shared/run-events/value-preview.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { ValueShape } from '#shared/value/value-shape.ts';
import type { Value } from '#shared/value/value.ts';
import { anyValue } from '../../../support/any-value.ts';
import { runs } from '../../../support/runs.ts';

const shapeOf = (...values: readonly Value[]): ValueShape => shapeOfTally(tallyValues(values));

/** A shape in a few words: kinds, how often, a sample; keys and items below. */
function told({ kinds, seen, of, sample, keys, items }: ValueShape): unknown {
  const words = `${kinds.join('|')} ${String(seen)}/${String(of)}${sample === null ? '' : ` ${sample}`}`;
  if (keys.size === 0 && items === null) return words;
  return [
    words,
    Object.fromEntries([...keys].map(([key, below]) => [key, told(below)])),
    ...(items === null ? [] : [told(items)]),
  ];
}

describe('the shape of values', () => {
  test.each<[string, readonly Value[], unknown]>([
    ['a text', ['Ann'], 'text 1/1 "Ann"'],
    ['no value', [], ' 0/0'],
    ['an exact number', [new ExactNumber('1.10')], 'number 1/1 1.10'],
    ['null, which says less than a value', [null, 7, null], 'null|number 3/3 7'],
    ['null alone', [null], 'null 1/1 null'],
    ['an empty list', [[]], 'list 1/1'],
    [
      'objects of which some lack a key',
      [{ id: 1, mail: 'a@b' }, { id: 2 }, { id: '3' }],
      ['object 3/3', { id: 'number|text 3/3 1', mail: 'text 1/3 "a@b"' }],
    ],
    [
      'a list of objects',
      [{ lines: [{ sku: 'A', count: 2 }, { sku: 'B' }] }, { lines: [] }],
      [
        'object 2/2',
        { lines: ['list 2/2', {}, ['object 2/2', { sku: 'text 2/2 "A"', count: 'number 1/2 2' }]] },
      ],
    ],
    ['a key that nobody would write', [{ ['k'.repeat(101)]: 1 }], 'object 1/1'],
    ['a text that is too long for a sample', ['x'.repeat(79)], 'text 1/1'],
  ])('of %s', (_words, values, shape) => {
    expect(told(shapeOf(...values))).toEqual(shape);
  });

  test('has keys that objects are attacked with', () => {
    const value = JSON.parse('{ "__proto__": 1, "constructor": { "length": 2 } }') as Value;
    expect([...shapeOf(value).keys.keys()]).toEqual(['__proto__', 'constructor']);
  });

  test('of a long list comes from items all along it', () => {
    const list = Array.from({ length: 50_000 }, (_, at) => (at < 25_000 ? { early: at } : { late: at }));
    const { items } = shapeOf(list);
    expect(items?.of).toBe(tallyLimits.items);
    expect([...(items?.keys.keys() ?? [])]).toEqual(['early', 'late']);
  });

  test('shows texts and keys only as they may be seen, and long texts not at all', () => {
    const shown = (text: string) => text.replaceAll('hush', '•');
    const tally = tallyValues([{ hush: 'my hush', long: `hush${'x'.repeat(2000)}`, number: 1 }], shown);
    expect(JSON.stringify(tally)).not.toContain('hush');
    expect(told(shapeOfTally(tally))).toEqual([
      'object 1/1',
      { '•': 'text 1/1 "my •"', long: 'text 1/1', number: 'number 1/1 1' },
    ]);
  });
});

describe('tallies of several samples', () => {
  test('add up to what all samples together give', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 1, maxLength: 5 }), (values) => {
        const added = addedTallies(values.map((value) => tallyValues([value])));
        expect(added).not.toBeNull();
        if (added !== null) expect(told(shapeOfTally(added))).toEqual(told(shapeOf(...values)));
      }),
      { numRuns: runs(200) },
    );
  });

  test('keep what is declared until something is seen, and its keys afterwards', () => {
    const declared = declaredTally(['object'], {
      code: declaredTally(['number', 'null']),
      raw: declaredTally(['text']),
    });
    expect(told(shapeOfTally(declared))).toEqual([
      'object 0/0',
      { code: 'number|null 0/0', raw: 'text 0/0' },
    ]);
    const added = addedTallies([declared, tallyValues([{ code: 200, more: true }])]);
    expect(added === null ? null : told(shapeOfTally(added))).toEqual([
      'object 1/1',
      { code: 'number 1/1 200', raw: 'text 0/1', more: 'boolean 1/1 true' },
    ]);
    expect(addedTallies([])).toBeNull();
  });
});

describe('a tally', () => {
  test('is of limited size and work, whatever the value', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`key ${String(at)}`, { a: at, b: [at] }]),
    );
    let deep: Value = 1;
    for (let level = 0; level < 2000; level += 1) deep = { deep, list: [deep] };
    const long = Array.from({ length: 200_000 }, () => wide as Value);
    const before = performance.now();
    for (const value of [wide, deep, long, [long, wide, deep]]) {
      const tally = tallyValues([value]);
      expect(countOf(tally)).toBeLessThanOrEqual(tallyLimits.tallies + 1);
      expect(JSON.stringify(tally).length).toBeLessThan(64 * 1024);
    }
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test('is plain JSON that the contract lets through', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const preview = { type: 'object', json: '{}', truncated: true, tally: tallyValues([value]) };
        const arrived: unknown = JSON.parse(JSON.stringify(valuePreviewSchema.parse(preview)));
        expect(arrived).toEqual(preview);
      }),
    );
  });
});

const countOf = (tally: ValueTally): number =>
  1 +
  tally.keys.reduce((sum, [, below]) => sum + countOf(below), 0) +
  (tally.items === null ? 0 : countOf(tally.items));
