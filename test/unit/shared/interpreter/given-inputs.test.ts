// Run asks for exactly those inputs that are missing.
import { describe, expect, test } from 'vitest';
import { flowInputs, inputFailures, missingInputs, readInputs } from '#shared/interpreter/given-inputs.ts';
import { storyFlow } from '../../../stories/story-flow.ts';

const flow = storyFlow({
  name: 'Inputs',
  nodes: [
    [
      'Start',
      'start',
      {
        inputs: [
          { name: 'order_id', type: 'number' },
          { name: 'note', type: 'text' },
          { name: 'language', type: 'text', default: 'en' },
          { name: 'gift', type: 'boolean', required: false },
        ],
      },
    ],
  ],
  connections: [],
});
const names = (given: Record<string, string>) => missingInputs(flow, given).map((input) => input.name);

describe('missingInputs', () => {
  test('asks for what is required and has neither default nor value', () => {
    expect(names({})).toEqual(['order_id', 'note']);
  });

  test('asks for nothing that was given', () => {
    expect(names({ order_id: '1', note: 'please' })).toEqual([]);
  });

  test('takes an empty field for no value, but for a text', () => {
    expect(names({ order_id: ' ', note: '' })).toEqual(['order_id']);
  });

  test('does not take what every object has for a given value', () => {
    const odd = storyFlow({
      name: 'Odd',
      nodes: [['Start', 'start', { inputs: [{ name: 'constructor' }] }]],
      connections: [],
    });
    expect(missingInputs(odd, {})).toHaveLength(1);
  });

  test('asks for nothing where there is no Start', () => {
    expect(flowInputs(storyFlow({ name: 'None', nodes: [], connections: [] }))).toEqual([]);
  });
});

describe('readInputs', () => {
  test('reads texts by the declared types and leaves out the rest', () => {
    expect(readInputs(flow, { order_id: '10482', note: 'hi', gift: '', stranger: 'x' })).toEqual({
      ok: true,
      value: { order_id: 10482, note: 'hi' },
    });
  });

  test('names the first input that is missing', () => {
    expect(readInputs(flow, { note: 'hi' })).toEqual({
      ok: false,
      failure: { code: 'input-missing', message: 'order_id needs a value.', field: 'order_id' },
    });
  });

  test('names the input whose text does not fit', () => {
    expect(readInputs(flow, { order_id: 'twelve', note: '' })).toEqual({
      ok: false,
      failure: {
        code: 'input-invalid',
        message: 'The value of order_id is not a number.',
        field: 'order_id',
      },
    });
  });
});

describe('inputFailures', () => {
  test('tells everything that is wrong at once, each by its input', () => {
    expect(inputFailures(flowInputs(flow), { order_id: 'seven', gift: 'perhaps' })).toEqual([
      { code: 'input-invalid', field: 'order_id', message: 'The value of order_id is not a number.' },
      { code: 'input-missing', field: 'note', message: 'note needs a value.' },
      { code: 'input-invalid', field: 'gift', message: 'The value of gift is neither true nor false.' },
    ]);
  });

  test('finds nothing in what a run can begin with', () => {
    expect(inputFailures(flowInputs(flow), { order_id: '7', note: '' })).toEqual([]);
  });
});
