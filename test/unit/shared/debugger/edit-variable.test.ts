// Editing while a run stands still replaces exactly what was edited.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editVariable } from '#shared/debugger/edit-variable.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import { readJson } from '#shared/value/read-json.ts';
import { valueAtPath } from '#shared/value/value-at-path.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { orderLookup } from '../../../stories/order-lookup.ts';
import { anyValue } from '../../../support/any-value.ts';
import { freshState } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';

const program = newProgram({
  flow: orderLookup(),
  environment: null,
  readBody: () => ({ id: 1 }),
});
const stateOf = (variables: ValueObject) => ({
  ...freshState(program),
  variables: plainVariables(variables),
});
const edit = (variables: ValueObject, path: readonly string[], text: string) => {
  const outcome = editVariable(program, stateOf(variables), { path, text });
  return outcome.ok ? program.readVariables(outcome.value.state.variables) : outcome.failure;
};

describe('editing a variable', () => {
  test('takes JSON for JSON and everything else for text', () => {
    expect(edit({ a: 1 }, ['a'], '{"b": [true]}')).toEqual({ a: { b: [true] } });
    expect(edit({ a: 1 }, ['a'], 'shipped, twice')).toEqual({ a: 'shipped, twice' });
    expect(edit({ a: 1 }, ['a'], '"42"')).toEqual({ a: '42' });
    expect(edit({ a: 1 }, ['a'], '')).toEqual({ a: '' });
  });

  test('replaces a part and leaves the rest alone', () => {
    const order = { status: 'processing', items: [{ sku: 'A' }, { sku: 'B' }], $price: 1, $odd: { x: 1 } };
    expect(edit({ order }, ['order', 'items', '1', 'sku'], 'C')).toEqual({
      order: { ...order, items: [{ sku: 'A' }, { sku: 'C' }] },
    });
    expect(edit({ order }, ['order', '$odd', 'x'], '2')).toEqual({ order: { ...order, $odd: { x: 2 } } });
  });

  test('refuses what is not there, in a sentence', () => {
    const order = { items: [1] };
    for (const path of [['ordr'], ['order', 'item'], ['order', 'items', '1'], ['order', 'items', 'length']])
      expect(edit({ order }, path, '1')).toBe(
        `There is no ${path.join('.')} to be edited at this moment of the run.`,
      );
  });

  test('leaves a body of over 1 MB to be replaced as a whole', () => {
    const large = { status: 'success', body: { $body: 'large-1', size: 2_000_000, contentType: null } };
    const state = { ...freshState(program), variables: { order: large } };
    const inside = editVariable(program, state, { path: ['order', 'body', 'id'], text: '2' });
    expect(inside.ok ? '' : inside.failure).toContain('over 1 MB');
    const beside = editVariable(program, state, { path: ['order', 'status'], text: 'error' });
    expect(beside.ok && beside.value.state.variables['order']).toEqual({ ...large, status: 'error' });
    const body = editVariable(program, state, { path: ['order', 'body'], text: '{"id":2}' });
    expect(body.ok && body.value.value).toEqual({ status: 'success', body: { id: 2 } });
  });

  test('of any value gives the value that was written, and changes no other variable', () => {
    fc.assert(
      fc.property(anyValue, fc.json(), (value, text) => {
        const written = readJson(text);
        const after = edit({ kept: value, edited: { part: value } }, ['edited', 'part'], text) as ValueObject;
        expect(after['kept']).toEqual(value);
        expect(valueAtPath(after, ['edited', 'part'])).toEqual(written.ok ? written.value : text);
      }),
      { numRuns: runs(200) },
    );
  });
});
