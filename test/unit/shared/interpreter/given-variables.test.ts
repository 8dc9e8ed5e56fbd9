// Sample values for a call tried alone are typed as text and have to become what the flow would hold.
import { describe, expect, test } from 'vitest';
import { readVariables, typeOfVariable } from '#shared/interpreter/given-variables.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { Value } from '#shared/value/value.ts';
import { storyFlow } from '../../../stories/story-flow.ts';

const flow = storyFlow({
  name: 'Variables',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'note' }, { name: 'count', type: 'number' }] }],
    ['Ask', 'prompt', { text: '', answerType: 'number', variable: 'user_id' }],
    ['Name', 'prompt', { text: '', variable: 'name' }],
    ['Call', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'order' }],
    [
      'Set',
      'set-variables',
      {
        changes: [
          { variable: 'total', action: 'increment' },
          { variable: 'items', action: 'append', value: 'x' },
          { variable: 'said', value: 'a {{total}}' },
          { variable: 'copy', value: '{{total}}' },
        ],
      },
    ],
    ['Say', 'message', { text: '' }],
  ],
  connections: [],
});

describe('readVariables', () => {
  test.each<[string, string, Value | undefined]>([
    ['note', '12', '12'],
    ['note', '', ''],
    ['count', '1.10', new ExactNumber('1.10')],
    ['count', ' ', undefined],
    ['user_id', '7', 7],
    ['name', 'null', 'null'],
    ['order', '{"body":{"id":1}}', { body: { id: 1 } }],
    ['order', '', undefined],
    ['total', '1.10', new ExactNumber('1.10')],
    ['items', '[1,2]', [1, 2]],
    ['said', '7', '7'],
    ['copy', '7', 7],
    ['stranger', '[1]', [1]],
    ['stranger', 'plain text', 'plain text'],
    ['stranger', '"12"', '12'],
    ['stranger', '12', 12],
  ])('reads %s from %j', (name, text, value) => {
    const read = readVariables(flow, { [name]: text });
    expect(read).toEqual({ ok: true, value: value === undefined ? {} : { [name]: value } });
  });

  test.each([
    ['count', 'many', 'The value of count is not a number.'],
    ['user_id', 'seven', 'The value of user_id is not a number.'],
    ['order', '{', 'The value of order is not JSON (line 1, column 2).'],
  ])('refuses for %s what does not fit: %j', (name, text, message) => {
    expect(readVariables(flow, { [name]: text })).toEqual({
      ok: false,
      failure: { code: 'input-invalid', message, field: name },
    });
  });
});

describe('typeOfVariable', () => {
  test.each([
    ['note', 'text'],
    ['user_id', 'number'],
    ['order', 'json'],
    ['stranger', null],
  ])('%s', (name, type) => {
    expect(typeOfVariable(flow, name)).toBe(type);
  });
});
