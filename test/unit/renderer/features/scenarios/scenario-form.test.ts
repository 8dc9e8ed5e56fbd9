// The pure parts of the form of a scenario: groups of the side bar, the table of data, where a matcher has its value.
import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import {
  readData,
  withCell,
  withoutColumn,
  withRowsBelow,
} from '../../../../../renderer/features/scenarios/form/edit-data.ts';
import { sourceOf, withSource } from '../../../../../renderer/features/scenarios/form/matcher-source.ts';
import {
  filteredGroups,
  scenarioGroups,
} from '../../../../../renderer/features/scenarios/scenario-groups.ts';
import { storyId } from '../../../../stories/story-id.ts';

const scenario = (name: string, flow: string) =>
  scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', name),
    name,
    flow: storyId('fl', flow),
  });
const flows = ['Order', 'Refund'].map((name) => ({ id: storyId('fl', name), name }));

describe('the scenarios of the side bar', () => {
  const groups = scenarioGroups(flows, [
    scenario('Lost', 'Gone'),
    scenario('Refused', 'Refund'),
    scenario('Happy', 'Order'),
    scenario('Late', 'Order'),
  ]);
  const names = (all: typeof groups) =>
    all.map(({ flowName, scenarios }) => [flowName, scenarios.map(({ name }) => name)]);

  it('stand below their flows, those of flows that are gone last', () => {
    expect(names(groups)).toEqual([
      ['Order', ['Happy', 'Late']],
      ['Refund', ['Refused']],
      [null, ['Lost']],
    ]);
  });

  it('are narrowed by their names, and by those of their flows', () => {
    expect(names(filteredGroups(groups, ' LATE'))).toEqual([['Order', ['Late']]]);
    expect(names(filteredGroups(groups, 'order'))).toEqual([['Order', ['Happy', 'Late']]]);
    expect(filteredGroups(groups, 'nothing')).toEqual([]);
  });
});

describe('the table of data', () => {
  const data = { columns: ['a', 'b'], rows: [['1', '2'], ['3']] };

  it('takes a text into a cell that a short row has not', () => {
    expect(withCell(data, 1, 1, 'x').rows).toEqual([
      ['1', '2'],
      ['3', 'x'],
    ]);
  });

  it('loses the cells of a column with it, and all rows with the last one', () => {
    expect(withoutColumn(data, 0)).toEqual({ columns: ['b'], rows: [['2'], []] });
    expect(withoutColumn({ columns: ['a'], rows: [['1']] }, 0)).toEqual({ columns: [], rows: [] });
  });

  it('reads CSV and JSON, and says why it does not', () => {
    expect(readData('number,said\n1,"no, sorry"\n')).toEqual({
      ok: true,
      value: { columns: ['number', 'said'], rows: [['1', 'no, sorry']] },
    });
    expect(readData('[{"a": 1, "b": {"c": true}}, {"d": null}]')).toMatchObject({
      value: {
        columns: ['a', 'b', 'd'],
        rows: [
          ['1', '{"c":true}', ''],
          ['', '', expect.anything()],
        ],
      },
    });
    expect(readData('a,b\n1\n')).toEqual({ ok: false, failure: expect.stringMatching(/^This has 1 cells/) });
  });

  it('puts rows below others by the names of their columns', () => {
    expect(withRowsBelow(data, { columns: ['b', 'c'], rows: [['5', '6']] })).toEqual({
      columns: ['a', 'b', 'c'],
      rows: [
        ['1', '2', ''],
        ['3', '', ''],
        ['', '5', '6'],
      ],
    });
  });
});

describe('the value of a matcher', () => {
  it('stands where the last of text, JSON and column is', () => {
    expect(sourceOf({ is: 'equal' })).toBe('text');
    expect(sourceOf({ is: 'equal', text: 'a', json: '1' })).toBe('json');
    expect(sourceOf({ is: 'equal', json: '1', column: 'a' })).toBe('column');
  });

  it('goes along between text and JSON', () => {
    const json = withSource({ is: 'equal', text: 'a "b"' }, 'json');
    expect(json).toEqual({ is: 'equal', json: '"a \\"b\\""' });
    expect(withSource(json, 'text')).toEqual({ is: 'equal', text: 'a "b"' });
    expect(withSource({ is: 'subset', json: '{}' }, 'text')).toEqual({ is: 'subset', text: '{}' });
  });
});
