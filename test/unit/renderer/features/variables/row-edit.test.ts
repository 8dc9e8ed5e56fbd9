// What of a paused run can be edited where it stands, in a dialog, or not at all.
import { describe, expect, test } from 'vitest';
import { maskText } from '#shared/request/masked-request.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { Value } from '#shared/value/value.ts';
import { panelVariables } from '../../../../../renderer/features/variables/panel-variable.ts';
import {
  editedText,
  editRefusal,
  isEditedInPlace,
} from '../../../../../renderer/features/variables/row-edit.ts';
import { variableRows, type VariableRow } from '../../../../../renderer/features/variables/variable-rows.ts';
import { viewOf, type ToldEvent } from '../../../../support/told-run.ts';

const set = (name: string, value: Value, truncated = false): ToldEvent[2] => ({
  type: 'variable-set',
  name,
  value: { type: 'text', json: writeJson(value), truncated },
});
const entered: ToldEvent[2] = { type: 'node-entered' };
const paused: ToldEvent[2] = { type: 'paused', why: 'step', exit: null, trouble: null };

function rowsOf(...told: readonly ToldEvent[]): readonly VariableRow[] {
  const contents = { environmentName: null, environment: {}, system: [] };
  return variableRows({ ...contents, variables: panelVariables([], viewOf(...told)) }, () => false, '');
}

function rowOf(value: Value, truncated = false): VariableRow {
  const [row] = rowsOf([1, 'Ask', entered], [1, 'Ask', set('name', value, truncated)], [1, 'Ask', paused]);
  if (row === undefined) throw new Error('The panel shows the variable.');
  return row;
}

describe('a value', () => {
  test.each([
    ['a short text', 'Ana', '"Ana"', true],
    ['a number', 42, '42', true],
    ['a long text', 'x'.repeat(200), JSON.stringify('x'.repeat(200)), false],
    ['an object', { a: 1 }, '{\n  "a": 1\n}', false],
  ])('that is %s', (_, value, text, inPlace) => {
    const row = rowOf(value);
    expect([editRefusal(row), editedText(row), isEditedInPlace(row)]).toEqual([null, text, inPlace]);
  });

  test('with a secret in it is edited part by part, and a secret is written anew', () => {
    expect(editRefusal(rowOf({ token: maskText }))).toContain('secret');
    expect([editRefusal(rowOf(maskText)), editedText(rowOf(maskText))]).toEqual([null, '']);
  });

  test('of which only a part is here begins empty', () => {
    expect([editRefusal(rowOf('half', true)), editedText(rowOf('half', true))]).toEqual([null, '']);
  });
});

describe('what the last step changed', () => {
  const before: readonly ToldEvent[] = [
    [0, 'Start', entered],
    [0, 'Start', set('kept', 1)],
    [0, 'Start', set('count', 1)],
    [1, 'Ask', entered],
    [2, 'Ask', set('count', 2)],
    [2, 'Ask', set('fresh', 'x')],
    [3, 'Get', entered],
  ];
  const changes = (...more: readonly ToldEvent[]) =>
    rowsOf(...before, ...more)
      .filter(({ kind }) => kind === 'variable')
      .map(({ label, variable, was }) => [label, variable?.change, was]);

  test('is told while the run stands still', () => {
    expect(changes([3, 'Get', paused])).toEqual([
      ['count', 'changed', '1'],
      ['fresh', 'new', null],
      ['kept', null, null],
    ]);
  });

  test('and what a person edited, with the value before', () => {
    const value = { type: 'number' as const, json: '9', truncated: false };
    expect(
      changes([3, 'Get', paused], [4, 'Get', { type: 'variable-edited', name: 'kept', part: [], value }]),
    ).toEqual([
      ['count', 'changed', '1'],
      ['fresh', 'new', null],
      ['kept', 'edited', '1'],
    ]);
  });

  test('is not told while it goes on', () => {
    expect(changes().map(([, change]) => change)).toEqual([null, null, null]);
  });
});
