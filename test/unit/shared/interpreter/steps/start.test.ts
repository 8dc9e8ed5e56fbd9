// The first step turns what was given, and what was not, into variables.
import { describe, expect, test } from 'vitest';
import { environmentSchema } from '#shared/environment/environment.ts';
import type { VariableSetDraft } from '#shared/interpreter/event-draft.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { storyFlow } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { driveRun } from '../../../../support/drive-run.ts';

type Input = Partial<FlowInput> & Pick<FlowInput, 'name'>;

function start(declared: readonly Input[], inputs: ValueObject = {}) {
  const flow = storyFlow({
    name: 'Start',
    nodes: [['Start', 'start', { inputs: [...declared] }]],
    connections: [],
  });
  const environment = environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: storyId('en', 'local'),
    name: 'local',
    values: [{ name: 'shop', value: 'Acme' }],
  });
  const { events, state } = driveRun(newProgram({ flow, environment }), { inputs });
  const set = events.filter((event): event is VariableSetDraft => event.type === 'variable-set');
  return {
    variables: Object.fromEntries(set.map(({ name, value }) => [name, value])),
    end: events.at(-1),
    state,
  };
}

describe('Start', () => {
  test('makes variables of what was given', () => {
    expect(start([{ name: 'order_id', type: 'number' }], { order_id: 10482 }).variables).toEqual({
      order_id: 10482,
    });
  });

  test('takes a default where nothing was given', () => {
    const declared: Input[] = [{ name: 'language', default: 'en' }];
    expect(start(declared).variables).toEqual({ language: 'en' });
    expect(start(declared, { language: 'de' }).variables).toEqual({ language: 'de' });
  });

  test('keeps the type of a default that is one expression', () => {
    const declared: Input[] = [
      { name: 'id', type: 'json' },
      { name: 'copy', type: 'number', default: '{{id}}' },
      { name: 'whole', type: 'json', default: '{{id}}' },
    ];
    const id = new ExactNumber('12345678901234567890');
    expect(start(declared, { id }).variables).toEqual({ id, copy: id, whole: id });
  });

  test('reads a default as the type of its input', () => {
    const declared: Input[] = [
      { name: 'count', type: 'number', default: '3' },
      { name: 'gift', type: 'boolean', default: 'true' },
      { name: 'order', type: 'json', default: '{"total":1.10}' },
    ];
    expect(start(declared).variables).toEqual({
      count: 3,
      gift: true,
      order: { total: new ExactNumber('1.10') },
    });
  });

  test('encodes values into a JSON default', () => {
    const declared: Input[] = [
      { name: 'name' },
      { name: 'user', type: 'json', default: '{"name":"{{name}}","known":{{name}}}' },
    ];
    const name = 'Ana "Annie" Sousa';
    expect(start(declared, { name }).variables['user']).toEqual({ name, known: name });
  });

  test('lets a default use the environment and the inputs above it', () => {
    const declared: Input[] = [
      { name: 'title', default: '{{shop}} in {{@env.shop}}' },
      { name: 'greeting', default: 'Welcome to {{title}}' },
    ];
    expect(start(declared).variables['greeting']).toBe('Welcome to Acme in Acme');
  });

  test('leaves an optional input without a default unset', () => {
    expect(start([{ name: 'note', required: false }]).variables).toEqual({});
  });

  test.each<[string, Input, string]>([
    ['a required input that is missing', { name: 'note' }, '"Start": note needs a value.'],
    [
      'a default of another type',
      { name: 'count', type: 'number', default: 'three' },
      '"Start": The default of count is not a number.',
    ],
    [
      'a default that is no JSON',
      { name: 'order', type: 'json', default: '{a}' },
      '"Start": The default of order is not JSON (line 1, column 2).',
    ],
  ])('ends the run as failed at %s', (_, input, message) => {
    expect(start([input]).end).toMatchObject({ type: 'run-ended', outcome: 'failed', message });
  });

  test('says what is wrong with the template of a default', () => {
    const end = start([{ name: 'note', default: '{{note' }]).end;
    expect(end).toMatchObject({ outcome: 'failed' });
    expect((end as { message: string }).message).toMatch(/^"Start": The default of note gives no value\. ./);
  });
});
