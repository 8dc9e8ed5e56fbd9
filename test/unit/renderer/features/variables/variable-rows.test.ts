// The rows of the Variables panel: before a run, in one, unfolded, filtered, and what can be copied of each.
import { describe, expect, it } from 'vitest';
import type { VariableView } from '#shared/run-events/run-view.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { PanelVariable } from '../../../../../renderer/features/variables/panel-variable.ts';
import { rowCopies } from '../../../../../renderer/features/variables/row-copies.ts';
import {
  variableRows,
  type PanelContents,
  type VariableRow,
} from '../../../../../renderer/features/variables/variable-rows.ts';

const order = { body: { id: 10482, items: [{ 'odd key': 'a]b' }, 'two'], none: {} }, status: 'success' };

function inRun(name: string, value: Value, truncated = false): PanelVariable {
  const preview: VariableView['value'] = { type: 'object', json: writeJson(value), truncated };
  return {
    name,
    flow: null,
    run: { name, value: preview, nodeId: null, seq: 1 },
    callIndex: null,
    change: null,
    before: null,
  };
}

const notSet: PanelVariable = {
  name: 'order_id',
  flow: { name: 'order_id', type: 'number', setIn: [], readIn: [] },
  run: null,
  callIndex: null,
  change: null,
  before: null,
};

const contents: PanelContents = {
  variables: [notSet, inRun('order', order), inRun('big', 'half', true)],
  environmentName: 'staging',
  environment: { host: 'shop.example', order: 'shadowed' },
  system: [
    { name: '@env', description: 'Elsewhere.', keys: [] },
    { name: '@run', description: 'The run.', keys: [{ key: 'id', description: 'The id of the run.' }] },
  ],
};

const told = ({ level, label, type, text, expanded }: VariableRow) =>
  `${'  '.repeat(level - 1)}${expanded === null ? '' : expanded ? '- ' : '+ '}${label} ${type} ${text}`.trimEnd();
const rows = (open: readonly string[] = [], filter = '', of = contents) =>
  variableRows(of, (id) => open.includes(id), filter);
const id = (...path: readonly string[]) => JSON.stringify(path);

describe('the rows of the panel', () => {
  it('begin with the variables, set or not, and end in the other names', () => {
    expect(rows().map(told)).toEqual([
      'order_id number not set yet',
      '+ order object { body, status }',
      'big object too large to show here',
      '+ Environment staging  2 names',
      '+ System  1 name',
    ]);
  });

  it('are of values what is unfolded', () => {
    const open = [id('order'), id('order', 'body'), id('order', 'body', 'items')];
    expect(rows(open).map(told).slice(1, 9)).toEqual([
      '- order object { body, status }',
      '  - body object { id, items, none }',
      '    id number 10482',
      '    - items list [ 2 items ]',
      '      + 0 object { odd key }',
      '      1 text "two"',
      '    none object {}',
      '  status text "success"',
    ]);
  });

  it('say of a value of the environment that a variable goes before it', () => {
    const texts = rows(['environment']).filter(({ kind }) => kind === 'name');
    expect(texts.map(({ label, text }) => [label, text])).toEqual([
      ['host', '"shop.example"'],
      ['order', '"shadowed"  (a variable goes before it: only @env.order reads this)'],
    ]);
    expect(texts.map((row) => rowCopies(row)[0]?.text)).toEqual(['{{@env.host}}', '{{@env.order}}']);
  });

  it('are known by their place to screen readers', () => {
    const found = rows([id('order')]).map(({ level, position, siblings }) => [level, position, siblings]);
    expect(found.slice(0, 4)).toEqual([
      [1, 1, 5],
      [1, 2, 5],
      [2, 1, 2],
      [2, 2, 2],
    ]);
  });
});

describe('the filter', () => {
  it('shows what has the word in its name, and what leads there', () => {
    expect(rows([], 'ODD').map(({ label }) => label)).toEqual(['order', 'body', 'items', '0', 'odd key']);
    expect(rows([], 'host').map(({ label }) => label)).toEqual(['Environment staging', 'host']);
    expect(rows([], 'nobody')).toEqual([]);
  });

  it('looks into paths where it has a dot', () => {
    expect(rows([], 'order.body.i').map(({ label }) => label)).toEqual(['order', 'body', 'id', 'items']);
    expect(rows([], 'order.status').map(({ label }) => label)).toEqual(['order', 'status']);
  });

  it('lets one unfold what it found', () => {
    expect(rows([id('order', 'body', 'items')], 'items').map(({ label }) => label)).toEqual([
      'order',
      'body',
      'items',
      '0',
      '1',
    ]);
  });
});

describe('what can be copied of a row', () => {
  it('is its expression, its value and its path', () => {
    const open = [
      id('order'),
      id('order', 'body'),
      id('order', 'body', 'items'),
      id('order', 'body', 'items', '0'),
    ];
    const row = rows(open).find(({ label }) => label === 'odd key');
    expect(row && rowCopies(row).map(({ id: what, text }) => [what, text])).toEqual([
      ['expression', '{{order.body.items.[0].[odd key]}}'],
      ['value', '"a]b"'],
      ['text', 'a]b'],
      ['path', 'order.body.items.[0].[odd key]'],
    ]);
  });

  it('is no value where there is none, with the reason', () => {
    const copies = rows().map((row) => rowCopies(row).find(({ id: what }) => what === 'value'));
    expect(copies[0]).toMatchObject({ text: null, missing: 'not set yet' });
    expect(copies[2]).toMatchObject({ text: null, missing: 'too large to show here' });
  });
});

describe('a value of thousands of keys', () => {
  it('is unfolded and filtered row by row', () => {
    const large = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`key_${String(at)}`, { at }]));
    const of = { ...contents, variables: [inRun('large', large)] };
    expect(rows([id('large')], '', of)).toHaveLength(5003);
    expect(rows([], 'key_4999', of).map(({ label }) => label)).toEqual(['large', 'key_4999']);
  });
});
