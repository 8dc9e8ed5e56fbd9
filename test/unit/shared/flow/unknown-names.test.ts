// Names without a value: each field speaks of its own templates only, and says why and what to do.
import { describe, expect, test } from 'vitest';
import type { VariableChange } from '#shared/nodes/set-variables-node.ts';
import { flowNames } from '#shared/flow/flow-names.ts';
import { namesAtPlace, type EnvironmentNames } from '#shared/flow/names-here.ts';
import { checkNames } from '#shared/flow/unknown-names.ts';
import { nodeNamed, storyFlow, type StoryConnection } from '../../../stories/story-flow.ts';

const environment: EnvironmentNames = { values: new Set(['region', 'note']), secrets: new Set(['token']) };

const flow = storyFlow({
  name: 'Checked',
  nodes: [
    [
      'Start',
      'start',
      {
        inputs: [
          { name: 'city' },
          { name: 'coupon', required: false },
          { name: 'greeting', default: '{{city}} {{coupon}} {{greeting}} {{customer}}' },
        ],
      },
    ],
    ['Ask order', 'prompt', { text: '', variable: 'order', limit: 3 }],
    ['Ask note', 'prompt', { text: '', variable: 'note', limit: 3 }],
    ['Get order', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'reply' }],
    ['Say', 'message', { text: '' }],
    ['Ask customer', 'prompt', { text: '', variable: 'customer' }],
    ['Alone', 'message', { text: '' }],
  ],
  connections: [
    ['Start', 'next', 'Ask order'],
    ['Ask order', 'next', 'Ask note'],
    ['Ask order', 'no-answer', 'Get order'],
    ['Ask note', 'next', 'Get order'],
    ['Get order', 'success', 'Say'],
    ['Say', 'next', 'Ask customer'],
  ],
});
const names = flowNames(flow);
const at = (node: string, inputsAbove?: number, around = environment) => {
  const start = nodeNamed(flow, 'Start');
  const inputs = start.kind === 'start' ? start.config.inputs : [];
  return namesAtPlace(
    {
      flow,
      names,
      nodeId: nodeNamed(flow, node).id,
      ...(inputsAbove === undefined ? {} : { inputsAbove: inputs.slice(0, inputsAbove) }),
    },
    around,
  );
};
const fine = { unknownNames: new Set(), error: undefined, perhapsNames: new Set(), warning: undefined };

describe('the names of a field', () => {
  test.each([
    ['text without expressions', ['/orders']],
    ['names that are set on every way', ['/orders/{{city}}', '{{reply.body.id}}']],
    ['names of the run and the environment', ['{{@run.id}} {{@env.region}} {{@now}} {{region}} {{@root}}']],
    ['what some way leaves unset and the environment has', ['{{note}}']],
    ['what is asked for where it may be unset', ['{{default order "?"}} {{#if order}}{{order.id}}{{/if}}']],
    ['what is asked for and only set later', ['{{#if customer}}{{customer}}{{/if}}']],
  ])('are fine with %s', (_words, templates) => {
    expect(checkNames(templates, at('Say'))).toEqual(fine);
  });

  test('are told where nothing sets one, with the name that was meant', () => {
    const { unknownNames, error } = checkNames(['/users/{{user_id}}'], at('Say'));
    expect(unknownNames).toEqual(new Set(['user_id']));
    expect(error).toBe('Nothing sets user_id: no node of this flow, and no value of the active environment.');
    expect(checkNames(['{{regoin}}'], at('Say')).error).toContain(' Did you mean region?');
    expect(checkNames(['{{default regoin 1}}'], at('Say')).error).toContain(' Did you mean region?');
  });

  test('are told where the one node that sets one comes later, or is the node itself', () => {
    expect(checkNames(['{{customer}}'], at('Say')).error).toBe(
      'Nothing has set customer here: no way from the Start leads over Ask customer, which sets it, to this node.',
    );
    expect(checkNames(['{{customer}}'], at('Ask customer')).error).toBe(
      'Nothing has set customer here yet: this node sets it, but only when it is done.',
    );
  });

  test('are counted where there are more', () => {
    expect(checkNames(['{{a}}{{order}}', '{{b}}{{a}}{{c}}'], at('Say')).error).toContain(
      'Nothing sets a (and 2 more)',
    );
    expect(checkNames(['{{order}}{{coupon}}{{order}}'], at('Say')).warning).toContain('(and 1 more)');
  });

  test('may be unset, and the way that leaves them so is named', () => {
    const { unknownNames, error, perhapsNames, warning } = checkNames(
      ['{{order}} {{default order 1}}'],
      at('Say'),
    );
    expect([unknownNames, error]).toEqual([new Set(), undefined]);
    expect(perhapsNames).toEqual(new Set(['order']));
    expect(warning).toBe('order may be unset here: the way over Ask order › no-answer does not set it.');
    expect(checkNames(['{{coupon}}'], at('Say')).warning).toBe(
      'coupon may be unset here: it is an input that may be left out and has no default.',
    );
  });

  test('are never doubted at a node that nothing leads to, as long as some node sets them', () => {
    expect(checkNames(['{{order}} {{customer}} {{coupon}}'], at('Alone'))).toEqual(fine);
    expect(checkNames(['{{nobody}}'], at('Alone')).error).toContain('Nothing sets nobody');
  });

  test('in the default of an input are those of the inputs above', () => {
    const template = ['{{city}} {{coupon}} {{greeting}} {{customer}}'];
    const { unknownNames, perhapsNames, warning } = checkNames(template, at('Start', 2));
    expect(unknownNames).toEqual(new Set(['greeting', 'customer']));
    expect(perhapsNames).toEqual(new Set(['coupon']));
    expect(warning).toContain('it is an input that may be left out');
    expect(checkNames(template, at('Start', 0)).unknownNames.has('city')).toBe(true);
  });
});

describe('the names of a change', () => {
  const changes: readonly VariableChange[] = [
    { variable: 'order', action: 'unset', value: '', enabled: true },
    { variable: 'total', action: 'increment', value: '', enabled: true },
    { variable: 'off', action: 'assign', value: '', enabled: false },
  ];
  const billFlow = (ways: readonly StoryConnection[]) =>
    storyFlow({
      name: 'Bill',
      nodes: [
        ['Start', 'start', { inputs: [{ name: 'order', default: '' }] }],
        ['Ask', 'prompt', { text: '', variable: 'customer' }],
        ['Bill', 'set-variables', { changes: [...changes] }],
        ['Say', 'message', { text: '' }],
      ],
      connections: [['Start', 'next', 'Ask'], ['Ask', 'next', 'Bill'], ['Bill', 'next', 'Say'], ...ways],
    });
  const inBill = (node: string, above: number, ways: readonly StoryConnection[] = []) => {
    const bill = billFlow(ways);
    const place = { flow: bill, names: flowNames(bill), nodeId: nodeNamed(bill, node).id };
    return namesAtPlace({ ...place, changesAbove: changes.slice(0, above) }, environment);
  };

  test('are those at the node and what the changes above it set', () => {
    expect(checkNames(['{{order}}'], inBill('Bill', 0))).toEqual(fine);
    expect(checkNames(['{{total}}'], inBill('Bill', 2))).toEqual(fine);
    expect(checkNames(['{{total}}'], inBill('Bill', 1)).error).toBe(
      'Nothing has set total here yet: this node sets it, but only further down.',
    );
    expect(checkNames(['{{off}}'], inBill('Bill', 3)).error).toContain('Nothing sets off');
  });

  test('are not those that were unset, and what unset them is told', () => {
    expect(checkNames(['{{order}}'], inBill('Bill', 1)).error).toBe(
      'order is not set here any more: this node unsets it above.',
    );
    expect(checkNames(['{{order}}'], inBill('Say', 0)).error).toBe(
      'order is not set here any more: Bill unsets it.',
    );
  });

  test('that one way unsets may be unset, and that way is named', () => {
    expect(checkNames(['{{order}}'], inBill('Say', 0, [['Ask', 'no-answer', 'Say']])).warning).toBe(
      'order may be unset here: the way over Bill › next unsets it.',
    );
  });
});

test('that no environment is active is said, and whose a secret is then', () => {
  const told = (text: string) =>
    checkNames([text], at('Say', undefined, { ...environment, words: 'none' })).error;
  expect(told('{{user_id}}')).toBe(
    'Nothing sets user_id: no node of this flow, and no environment is active.',
  );
  expect(told('{{token}}')).toBe(
    'token is a secret of the defaults of all environments: only API endpoints and API Calls may use it.',
  );
});

describe('a secret of the environment', () => {
  test('may be used in an API Call', () => {
    expect(checkNames(['{{token}}'], at('Get order'))).toEqual(fine);
  });

  test.each(['Say', 'Ask order', 'Alone'])('may not be used in %s, and the reason is told', (node) => {
    const { unknownNames, error } = checkNames(['{{token}} {{default token 1}}'], at(node));
    expect(unknownNames).toEqual(new Set(['token']));
    expect(error).toBe(
      'token is a secret of the active environment: only API endpoints and API Calls may use it.',
    );
  });
});
