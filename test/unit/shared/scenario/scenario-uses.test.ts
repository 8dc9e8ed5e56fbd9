// Which scenarios use a flow, an environment or a fixture, and what is said of them when that goes.
import { describe, expect, it } from 'vitest';
import { scenarioSentence, scenariosUsing } from '#shared/scenario/scenario-uses.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { storyId } from '../../../stories/story-id.ts';

const flow = storyId('fl', 'Order');
const environment = storyId('en', 'staging');
const fixture = storyId('fx', 'Order');
const node = storyId('nd', 'Get order');

const given: readonly (readonly [string, object])[] = [
  ['Happy', { environment }],
  ['Carrier down', { standIns: [{ node, use: { type: 'fixture', id: fixture } }] }],
  [
    'Busy',
    { standIns: [{ node, use: { type: 'fault', fault: { kind: 'dns' }, attempts: 1, then: fixture } }] },
  ],
];
const scenarios = given.map(([name, change]) =>
  scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', name),
    name,
    flow,
    ...change,
  }),
);
const using = (...ids: readonly string[]) => scenariosUsing(scenarios, new Set(ids)).map(({ name }) => name);

describe('the scenarios that use something', () => {
  it('test a flow, run with an environment, or take a fixture', () => {
    expect(using(flow)).toEqual(['Happy', 'Carrier down', 'Busy']);
    expect(using(environment)).toEqual(['Happy']);
    expect(using(fixture)).toEqual(['Carrier down', 'Busy']);
    expect(using(storyId('fl', 'another'))).toEqual([]);
  });

  it('are not those that go themselves', () => {
    expect(using(environment, storyId('sc', 'Happy'))).toEqual([]);
  });

  it('are told of in a sentence', () => {
    expect(scenarioSentence(scenarios, new Set([environment]))).toBe(
      'The scenario “Happy” cannot be run until it is back.',
    );
    expect(scenarioSentence(scenarios, new Set([flow]))).toBe('3 scenarios cannot be run until it is back.');
    expect(scenarioSentence(scenarios, new Set(['fl_another']))).toBeNull();
  });
});
