// Templates see an environment as names and values; rows that are off must not be there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { environmentVariables } from '#shared/environment/environment-variables.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { storyId } from '../../../stories/story-id.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { anyEnvironment } from '../../../support/any-document.ts';
import { driveRun, told } from '../../../support/drive-run.ts';

const environment = (...values: readonly { name: string; value: string; enabled?: boolean }[]) =>
  environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: storyId('en', 'staging'),
    name: 'staging',
    values,
  });

describe('the values of an environment', () => {
  test('are there by name', () => {
    const values = environment({ name: 'host', value: 'staging.shop.example' }, { name: '_a1', value: '' });
    expect(environmentVariables(values)).toEqual({ host: 'staging.shop.example', _a1: '' });
  });

  test('are not there where they are off or where no template could reach them', () => {
    const values = environment(
      { name: 'off', value: '1', enabled: false },
      { name: '', value: '2' },
      { name: 'not a name', value: '3' },
      { name: 'this', value: '4' },
    );
    expect(environmentVariables(values)).toEqual({});
  });

  test('are those of the last one where two have a name, also where the last one is off', () => {
    const twice = { name: 'a', value: 'second' };
    expect(environmentVariables(environment({ name: 'a', value: 'first' }, twice))).toEqual({ a: 'second' });
    expect(
      environmentVariables(environment({ name: 'a', value: 'first' }, { ...twice, enabled: false })),
    ).toEqual({ a: 'first' });
  });

  test('are none without an environment', () => {
    expect(environmentVariables(null)).toEqual({});
  });

  test('are data, whatever they are called', () => {
    const values = environmentVariables(environment({ name: '__proto__', value: 'x' }));
    expect(Object.keys(values)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });

  test('are texts that the environment holds, in any environment', () => {
    fc.assert(
      fc.property(anyEnvironment, (any) => {
        for (const [name, value] of Object.entries(environmentVariables(any)))
          expect(any.values).toContainEqual({ name, value, enabled: true });
      }),
    );
  });
});

test('a run sees the values of its environment that are on', () => {
  const flow = storyFlow({
    name: 'Speak',
    nodes: [
      ['Start', 'start', {}],
      ['Say', 'message', { text: '{{host}} {{@env.host}} [{{off}}]' }],
    ],
    connections: [['Start', 'next', 'Say']],
  });
  const values = environment({ name: 'host', value: 'h' }, { name: 'off', value: 'seen', enabled: false });
  expect(told(driveRun(newProgram({ flow, environment: values })).events)).toContain('said h h []');
});
