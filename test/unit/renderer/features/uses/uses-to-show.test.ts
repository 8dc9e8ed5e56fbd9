// The rows of the list of uses: what they say, and how typing narrows them.
import { describe, expect, test } from 'vitest';
import { variableUses } from '#shared/flow/variable-uses.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import {
  holderOfUse,
  lineOfUse,
  doneInWords,
  usesOf,
  usesTitle,
  usesToShow,
} from '../../../../../renderer/features/uses/uses-to-show.ts';
import { storyFlow } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';

const flow = storyFlow({
  name: 'Listed',
  nodes: [
    ['Start', 'start', {}],
    ['Say', 'message', { text: '{{order.id}} and {{nobody}}' }],
    ['Ask', 'prompt', { text: '{{city}}?', variable: 'order' }],
    [
      'Get',
      'api-call',
      {
        endpoint: null,
        method: 'GET',
        path: '/{{order}}',
        query: [{ name: 'q', value: '{{order}}', enabled: false }],
        responseVariable: 'city',
      },
    ],
  ],
  connections: [],
});
const scenario = scenarioSchema.parse({
  format: 'flowbench.scenario',
  version: 1,
  id: storyId('sc', 'Listed'),
  name: 'Twice',
  flow: flow.id,
  expect: [
    { type: 'calls', count: 1 },
    { type: 'variable', path: 'order.id', value: { is: 'present' } },
  ],
});
const rows = (name: string | null, typed = '') =>
  usesToShow(usesOf(flow, [scenario], name), typed).map(
    (use) => `${holderOfUse(use)} ${doneInWords(use).replace(' it ', ` ${use.name} `)}`,
  );

describe('the list of uses', () => {
  test('has those of one variable in the order of the nodes', () => {
    expect(usesTitle('order')).toBe('Uses of order');
    expect(rows('order')).toEqual([
      'Say reads order in Text',
      'Ask sets order in Variable',
      'Get reads order in Path',
      'Get reads order in Query, row 1 (off)',
      'Twice tests order in expectation 2',
    ]);
  });

  test('or those of all, variable after variable, and names that nothing sets last', () => {
    expect(usesTitle(null)).toBe('Uses of variables');
    expect(usesOf(flow, [scenario], null).map(({ name }) => name)).toEqual([
      'order',
      'order',
      'order',
      'order',
      'order',
      'city',
      'city',
      'nobody',
    ]);
  });

  test.each([
    ['get', ['Get reads order in Path', 'Get reads order in Query, row 1 (off)']],
    ['GET row', ['Get reads order in Query, row 1 (off)']],
    ['sets', ['Ask sets order in Variable']],
    ['tests', ['Twice tests order in expectation 2']],
    ['weather', []],
  ])('is narrowed by %j', (typed, expected) => {
    expect(rows('order', typed)).toEqual(expected);
  });
});

describe('the line of a use', () => {
  const line = (text: string) => {
    const flowWith = storyFlow({ name: 'Line', nodes: [['Say', 'message', { text }]], connections: [] });
    const use = variableUses(flowWith.nodes)[0];
    return use === undefined ? null : lineOfUse(use);
  };

  test.each([
    ['Order {{order}}', 'Order {{order}}'],
    ['Hi\n  Order {{order}}\nBye', 'Order {{order}}'],
    [`${'x'.repeat(60)} {{upper order}}`, '…{{upper order}}'],
    [`{{order}} ${'x'.repeat(60)}`, `{{order}} ${'x'.repeat(37)}…`],
    [`{{#if\n order}}`, 'order}}'],
  ])('of %j is %j', (text, shown) => {
    expect(line(text)).toBe(shown);
  });
});
