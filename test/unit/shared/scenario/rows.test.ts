// Rows of data: what a CSV or JSON file holds, what of it a scenario takes, and each way to get it wrong, in words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundScenario } from '#shared/scenario/bound-scenario.ts';
import { rowsOfScenario } from '#shared/scenario/data-rows.ts';
import { readCsv } from '#shared/scenario/read-csv.ts';
import { readRows } from '#shared/scenario/read-rows.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { storyId } from '../../../stories/story-id.ts';

describe('a CSV file', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      'plain',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'without a line end',
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with quotes',
      '"a, b","say ""hi"""\n"two\r\nlines",x',
      [
        ['a, b', 'say "hi"'],
        ['two\r\nlines', 'x'],
      ],
    ],
    [
      'with empty cells',
      'a,b\n,\n1,',
      [
        ['a', 'b'],
        ['', ''],
        ['1', ''],
      ],
    ],
    ['with an empty line', 'a\n\n1\n', [['a'], ['1']]],
    ['with an empty quoted cell', 'a\n""\n', [['a'], ['']]],
    ['with nothing', '', []],
  ])('is read: %s', (_what, text, records) => {
    expect(readCsv(text)).toEqual({ ok: true, value: records });
  });

  it.each([
    ['a,b\n"1,2', 'has a quote that is never closed, in line 2.'],
    ['a\n"1"2', 'has a text behind a closing quote, in line 2.'],
  ])('says what is wrong: %j', (text, failure) => {
    expect(readCsv(text)).toEqual({ ok: false, failure });
  });

  it('gives back whatever was written in quotes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 }), (records) => {
        const text = records
          .map((record) => record.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(readCsv(text)).toEqual({ ok: true, value: records });
      }),
    );
  });
});

describe('rows', () => {
  it('come from CSV as texts and from JSON with every digit', () => {
    expect(readRows('order,total\n42,12.50\n')).toEqual({
      ok: true,
      value: [{ order: '42', total: '12.50' }],
    });
    const json = readRows('\ufeff[{"order":42,"total":12.50}]');
    expect(json).toEqual({ ok: true, value: [{ order: 42, total: new ExactNumber('12.50') }] });
  });

  it.each([
    ['', 'holds no row of data.'],
    ['a,b\n', 'holds no row of data.'],
    ['a,a\n1,2\n', 'has two columns of the name "a".'],
    ['a,b\n1,2\n3\n', 'has 1 cells in place of 2 in row 2.'],
    ['[{"a":1},', 'is no JSON: line 1'],
    ['[1]', 'is JSON, but no list of objects, one for each row.'],
    [`a\n${'1\n'.repeat(10_001)}`, 'holds more than 10000 rows.'],
  ])('are refused in words: %j', (text, failure) => {
    const read = readRows(text);
    expect(read.ok ? '' : read.failure).toContain(failure);
  });
});

describe('a scenario with a row', () => {
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', 'Rows'),
    name: 'Rows',
    flow: storyId('fl', 'Rows'),
    inputs: [{ name: 'title', value: 'Ms' }],
    answers: [{ column: 'order' }, { when: { column: 'order' }, text: 'again' }],
    data: { columns: ['title', 'order'], rows: [['Dr', '42'], ['Mx']] },
    expect: [
      { type: 'variable', path: 'order', value: { column: 'order' } },
      { type: 'variable', path: 'order', value: { column: 'order', columnIsJson: true } },
      { type: 'message', text: { is: 'contains', column: 'order' } },
    ],
  });

  it('has the cells in the place of columns, and inputs by their names', () => {
    const [row = {}] = rowsOfScenario(scenario);
    const bound = boundScenario(scenario, row, ['title', 'other']);
    expect(bound).toMatchObject({
      ok: true,
      value: { answers: [{ text: '42' }, { when: { is: 'equal', text: '42' } }] },
    });
    expect(bound.ok && bound.value.inputs).toEqual([
      { name: 'title', value: 'Ms' },
      { name: 'title', value: 'Dr' },
    ]);
    expect(bound.ok && bound.value.expect).toMatchObject([
      { value: { text: '42' } },
      { value: { json: '42' } },
      { text: { is: 'contains', text: '42' } },
    ]);
  });

  it('keeps the kind of a value from JSON, and looks for its text in what is said', () => {
    const bound = boundScenario(scenario, { order: new ExactNumber('12.50') }, []);
    expect(bound.ok && bound.value.expect).toMatchObject([
      { value: { json: '12.50' } },
      { value: { json: '12.50' } },
      { text: { text: '12.50' } },
    ]);
    expect(bound.ok && bound.value.answers[0]?.text).toBe('12.50');
  });

  it('fails in words where the row has not what it takes', () => {
    expect(boundScenario(scenario, { title: 'Dr' }, [])).toEqual({
      ok: false,
      failure: 'The row of data has no column "order", which "Rows" takes a value from.',
    });
  });

  it('has empty cells where a row is short', () => {
    expect(rowsOfScenario(scenario)).toEqual([
      { title: 'Dr', order: '42' },
      { title: 'Mx', order: '' },
    ]);
  });
});
