// What an expectation says in one line, as the folded rows of the form show it.
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { expectationInWords } from '#shared/scenario/expectation-words.ts';
import { expectationSchema } from '#shared/scenario/expectation.ts';
import { storyId } from '../../../stories/story-id.ts';

const nodeId = (name: string) => storyId('nd', name);
const all = ['Ask', 'Get order', 'Get parcel', 'Order found'];
const names = {
  node: (id: string) => all.find((name) => nodeId(name) === id) ?? 'a node that is gone',
  exit: (_node: string, exit: string) => exit,
};

const cases: readonly (readonly [string, z.input<typeof expectationSchema>])[] = [
  ['contains “shipped”', { type: 'message', text: { is: 'contains', text: 'shipped' } }],
  [
    'never: is “lost”, at Order found',
    { type: 'message', text: { text: 'lost' }, node: nodeId('Order found'), absent: true },
  ],
  ['order.status_code is 200', { type: 'variable', path: 'order.status_code', value: { json: '200' } }],
  ['no variable yet is “”', { type: 'variable', path: '', value: {} }],
  ['order is not there', { type: 'variable', path: 'order', value: { is: 'missing' } }],
  ['order is there', { type: 'variable', path: 'order', value: { is: 'present' } }],
  ['id is the column number', { type: 'variable', path: 'id', value: { column: 'number' } }],
  ['Get order by error, once', { type: 'exit', node: nodeId('Get order'), exit: 'error', times: 1 }],
  ['Get order by error, 2 times', { type: 'exit', node: nodeId('Get order'), exit: 'error', times: 2 }],
  ['a node that is gone by an exit that is not picked yet', { type: 'exit', node: nodeId('gone'), exit: '' }],
  [
    'Ask → Get order, and no others',
    { type: 'path', nodes: [nodeId('Ask'), nodeId('Get order')], exact: true },
  ],
  ['none', { type: 'call-order', nodes: [] }],
  ['Get order → Get parcel', { type: 'call-order', nodes: [nodeId('Get order'), nodeId('Get parcel')] }],
  ['3', { type: 'calls', count: 3 }],
  ['1, of Get order', { type: 'calls', count: 1, node: nodeId('Get order') }],
  ['Get order', { type: 'call', node: nodeId('Get order') }],
  [
    'Get order, time 2, GET, URL matches “/orders$”, Accept is “a/b”, body has at least {"a": 1}, success, 200, 1 attempt',
    {
      type: 'call',
      node: nodeId('Get order'),
      nth: 2,
      method: 'GET',
      url: { is: 'matches', text: '/orders$' },
      headers: [{ name: 'Accept', value: { text: 'a/b' } }],
      body: { is: 'subset', json: '{"a": 1}' },
      status: 'success',
      statusCode: 200,
      attempts: 1,
    },
  ],
  [
    'Get order, no response, 3 attempts',
    { type: 'call', node: nodeId('Get order'), statusCode: null, attempts: 3 },
  ],
  ['normally', { type: 'end' }],
  [
    'by a failure, at Ask, reason contains “no”, result is 1',
    {
      type: 'end',
      outcome: 'failed',
      node: nodeId('Ask'),
      message: { is: 'contains', text: 'no' },
      result: { json: '1' },
    },
  ],
  ['at least 2 s, at most 3 s', { type: 'duration', atLeastMs: 2000, atMostMs: 3000 }],
  ['any time', { type: 'duration' }],
];

it.each(cases)('%s', (words, expectation) => {
  expect(expectationInWords(expectationSchema.parse(expectation), names)).toBe(words);
});
