// Each expectation, met and not met, with the traps: kinds of values, missing paths, order, patterns that no engine reads.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectationSchema, type Expectation } from '#shared/scenario/expectation.ts';
import { judgeRun } from '#shared/scenario/judge-run.ts';
import { judgedEvents } from '#shared/scenario/judged-events.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { z } from 'zod';
import { anyScenario } from '../../../support/any-document.ts';
import {
  called,
  ended,
  entered,
  failed,
  left,
  nodeId,
  previewed,
  said,
  set,
  toldRun,
} from '../../../support/told-scenario-run.ts';

const names = new Map(['Greet', 'Ask', 'Get order', 'Track', 'Bye'].map((name) => [nodeId(name), name]));
const nodeName = (id: string): string => names.get(id as never) ?? id;

const run = toldRun([
  entered('Greet'), // 1
  said('Greet', 'Hello, Zoë.\nTotal: 12.50'), // 2
  left('Greet', 'next'), // 3
  entered('Ask'), // 4
  { type: 'asked', node: 'Ask', text: 'Which order?', answerType: 'number' }, // 5
  { type: 'answer-refused', node: 'Ask', text: 'ten', reason: 'Not a number.' }, // 6
  { type: 'answered', node: 'Ask', text: '42', afterMs: 1500 }, // 7
  set('order_id', '42'), // 8
  left('Ask', 'next'), // 9
  entered('Get order'), // 10
  ...called('Get order', '{"id":42,"lines":[{"sku":"a","n":1},{"sku":"b","n":2}],"note":"x"}'), // 11-13
  set(
    'order',
    '{"status":"success","body":{"id":12345678901234567890,"items":[{"name":"Cup"}],"none":null}}',
  ), // 14
  left('Get order', 'success'), // 15
  entered('Track'), // 16
  ...called('Track', null, null), // 17-19
  { type: 'flow-entered', node: 'Track', flowId: 'fl_aaaaaaaaaaaa', flowName: 'Inner' }, // 20
  set('order_id', '"inner"'), // 21
  {
    type: 'flow-left',
    node: 'Track',
    flowId: 'fl_aaaaaaaaaaaa',
    outcome: 'ended',
    message: null,
    result: null,
  }, // 22
  { type: 'variable-set', name: 'gone', value: previewed('1') }, // 23
  {
    type: 'variable-set',
    name: 'gone',
    value: { type: 'null', json: 'null', truncated: false },
    unset: true,
  }, // 24
  { type: 'variable-set', name: 'huge', value: previewed('"aaa', true) }, // 25
  left('Track', 'error'), // 26
  ended('{"state":"shipped","n":1.0}'), // 27
]);

type Given = z.input<typeof expectationSchema>;
const judge = (given: Given, events = run) => {
  const expectation: Expectation = expectationSchema.parse(given);
  const scenario = { expect: [expectation] };
  const results = judgeRun(scenario, events, nodeName);
  // Whatever it says of all events, it says of those that are kept of a long run.
  const gathered = judgedEvents(scenario);
  gathered.note(events);
  expect(judgeRun(scenario, gathered.all(), nodeName)).toEqual(results);
  return results[0]!;
};

const message = (text: object, rest: object = {}): Given => ({ type: 'message', text, ...rest });
const variable = (path: string, value: object): Given => ({ type: 'variable', path, value });
const call = (node: string, rest: object): Given => ({ type: 'call', node: nodeId(node), ...rest });

describe('an expectation that is met', () => {
  it.each<[string, Given]>([
    ['a message, word for word', message({ text: 'Hello, Zoë.\nTotal: 12.50' })],
    ['a question is a message too', message({ text: 'Which order?' }, { node: nodeId('Ask') })],
    ['a part of a message', message({ is: 'contains', text: 'Zoë' })],
    ['a pattern over lines', message({ is: 'matches', text: '(?s)^Hello.*12\\.50$' })],
    ['nothing of the kind was said', message({ is: 'contains', text: 'Sorry' }, { absent: true })],
    ['a number, however it is written', variable('order_id', { json: '42.0' })],
    ['every digit of a number', variable('order.body.id', { json: '12345678901234567890' })],
    ['an item of a list', variable('order.body.items.0.name', { text: 'Cup' })],
    ['an item as templates write it', variable('order.body.items.[0].name', { text: 'Cup' })],
    ['the length of a list', variable('order.body.items.length', { json: '1' })],
    ['a path that leads nowhere', variable('order.body.items.7.name', { is: 'missing' })],
    ['null is something', variable('order.body.none', { is: 'present' })],
    ['a variable that was unset', variable('gone', { is: 'missing' })],
    ['no path into a prototype', variable('order.body.constructor', { is: 'missing' })],
    ['that a long value is there', variable('huge', { is: 'present' })],
    ['a part of an object', variable('order', { is: 'subset', json: '{"body":{"items":[{}]}}' })],
    ['an exit', { type: 'exit', node: nodeId('Get order'), exit: 'success' }],
    ['an exit, so often', { type: 'exit', node: nodeId('Get order'), exit: 'error', times: 0 }],
    ['a path with others between', { type: 'path', nodes: [nodeId('Greet'), nodeId('Track')] }],
    [
      'the whole path',
      { type: 'path', exact: true, nodes: ['Greet', 'Ask', 'Get order', 'Track'].map(nodeId) },
    ],
    ['all calls', { type: 'calls', count: 2 }],
    ['calls of a node', { type: 'calls', count: 0, node: nodeId('Ask') }],
    ['the order of calls', { type: 'call-order', nodes: [nodeId('Get order'), nodeId('Track')] }],
    [
      'what was sent',
      call('Get order', { method: 'POST', url: { is: 'matches', text: '/orders\\?page=1$' } }),
    ],
    [
      'a header whatever its case',
      call('Get order', { headers: [{ name: 'accept', value: { text: 'application/json' } }] }),
    ],
    [
      'a header that is not sent',
      call('Track', { headers: [{ name: 'X-Debug', value: { is: 'missing' } }] }),
    ],
    [
      'a secret is there, and masked',
      call('Get order', {
        headers: [{ name: 'Authorization', value: { is: 'matches', text: '^Bearer •+$' } }],
      }),
    ],
    [
      'a part of a JSON body, items in order',
      call('Get order', { body: { is: 'subset', json: '{"lines":[{"sku":"b"}]}' } }),
    ],
    [
      'a JSON body, keys in any order',
      call('Get order', {
        body: { json: '{"note":"x","id":42,"lines":[{"n":1,"sku":"a"},{"n":2,"sku":"b"}]}' },
      }),
    ],
    ['a body as text', call('Get order', { body: { is: 'contains', text: '"id":42,' } })],
    ['no body', call('Track', { body: { is: 'missing' } })],
    ['what came of it', call('Track', { status: 'failure', statusCode: null, attempts: 3 })],
    ['the end and its result', { type: 'end', result: { json: '{"n":1,"state":"shipped"}' } }],
    ['the end at its node', { type: 'end', node: nodeId('Track') }],
    ['a time between', { type: 'duration', atLeastMs: 1500, atMostMs: 1500 }],
  ])('%s', (_what, given) => {
    expect(judge(given)).toMatchObject({ passed: true, seq: null });
  });
});

describe('an expectation that is not met', () => {
  it.each<[string, Given, number | null, string]>([
    [
      'a message that nobody said',
      message({ text: 'Hello' }),
      27,
      '"Hello, Zoë.\\nTotal: 12.50"\n"Which order?"\n"Not a number."',
    ],
    [
      'the only message of a node',
      message({ text: 'Hello' }, { node: nodeId('Greet') }),
      2,
      '"Hello, Zoë.\\nTotal: 12.50"',
    ],
    ['what a person said is no message', message({ text: 'ten' }), 27, '"Which order?"'],
    ['what must not be said', message({ is: 'contains', text: 'Zoë' }, { absent: true }), 2, 'Zoë'],
    [
      'a pattern with look-around',
      message({ is: 'matches', text: '(?=Hello)' }, { node: nodeId('Greet') }),
      2,
      'look-around and back-references are not supported',
    ],
    ['a text in place of a number', variable('order_id', { text: '42' }), 8, '42 (a number, and not a text)'],
    [
      'a digit too few',
      variable('order.body.id', { json: '12345678901234567891' }),
      14,
      '12345678901234567890',
    ],
    ['a path that leads nowhere', variable('order.body.item.name', { text: 'Cup' }), 14, 'nothing'],
    ['a variable that there is not', variable('ordr', { is: 'present' }), 27, 'nothing'],
    ['null is not missing', variable('order.body.none', { is: 'missing' }), 14, 'null'],
    ['a path that is none', variable('order..id', { text: '' }), null, 'which is no path'],
    ['expected JSON that is none', variable('order_id', { json: '{' }), 8, '42'],
    ['a value that is cut short', variable('huge', { is: 'contains', text: 'a' }), 25, 'over 64 kB'],
    ['a long value is not missing', variable('huge', { is: 'missing' }), 25, 'a value of over 64 kB'],
    [
      'a part of a value that is cut short',
      variable('huge.a', { is: 'present' }),
      25,
      'too long to be judged',
    ],
    ['nor is it missing for sure', variable('huge.a', { is: 'missing' }), 25, 'too long to be judged'],
    [
      'an item that a list has not',
      variable('order', { is: 'subset', json: '{"body":{"items":[{"name":"Tea"}]}}' }),
      14,
      'no item is as body.items.[0] wants',
    ],
    [
      'a key that an object has not',
      variable('order', { is: 'subset', json: '{"body":{"sum":1}}' }),
      14,
      'body.sum is missing',
    ],
    ['another exit', { type: 'exit', node: nodeId('Get order'), exit: 'error' }, 15, 'success'],
    [
      'a node that was not come to',
      { type: 'exit', node: nodeId('Bye'), exit: 'next' },
      27,
      'did not come there',
    ],
    ['an exit too often', { type: 'exit', node: nodeId('Ask'), exit: 'next', times: 0 }, 9, 'once'],
    ['an order of nodes', { type: 'path', nodes: [nodeId('Track'), nodeId('Greet')] }, 27, 'without "Greet"'],
    [
      'a whole path with one too few',
      { type: 'path', exact: true, nodes: [nodeId('Greet'), nodeId('Get order')] },
      4,
      'Greet → Ask → Get order → Track',
    ],
    ['a call too many', { type: 'calls', count: 1 }, 17, '2 times'],
    ['a call too few', { type: 'calls', count: 3 }, 27, '2 times'],
    [
      'an order of calls',
      { type: 'call-order', nodes: [nodeId('Track'), nodeId('Get order')] },
      11,
      'Get order, Track',
    ],
    ['a call that was not made', call('Bye', {}), 27, 'it was not called'],
    ['a second call', call('Track', { nth: 2 }), 27, 'it was called once'],
    ['another method', call('Get order', { method: 'GET' }), 11, '"POST"'],
    ['another body', call('Get order', { body: { json: '{"id":42}' } }), 11, '"note":"x"'],
    [
      'a list out of order',
      call('Get order', { body: { is: 'subset', json: '{"lines":[{"sku":"b"},{"sku":"a"}]}' } }),
      11,
      'no item is as lines.[1] wants',
    ],
    ['a body that is not sent', call('Track', { body: { is: 'contains', text: 'x' } }), 17, 'nothing'],
    ['another status', call('Track', { statusCode: 200 }), 19, 'null'],
    ['another end', { type: 'end', outcome: 'failed' }, 27, 'ends normally'],
    ['another result', { type: 'end', result: { text: 'shipped' } }, 27, 'an object, and not a text'],
    ['a longer time', { type: 'duration', atMostMs: 1000 }, 27, '1500 ms'],
    ['a column without a row', message({ column: 'greeting' }, { node: nodeId('Greet') }), 2, 'Zoë'],
  ])('says what happened instead, and where: %s', (_what, given, seq, actual) => {
    const result = judge(given);
    expect({ passed: result.passed, seq: result.seq }).toEqual({ passed: false, seq });
    expect(result.actual).toContain(actual);
  });

  it.each<[string, object, string, string]>([
    [
      'a pattern with look-around',
      { is: 'matches', text: '(?!zz)Hello' },
      'matches',
      'the pattern cannot be read',
    ],
    ['a pattern that is no text', { is: 'matches', json: '42' }, 'matches 42', 'the pattern is no text'],
    ['JSON that is none', { json: '{' }, 'JSON that cannot be read', ''],
    ['a column without a row', { column: 'greeting' }, 'needs a row of data with that column', ''],
  ])('nobody knows to be absent what cannot be judged: %s', (_what, text, expected, actual) => {
    const somethingSaid = judge(message(text, { absent: true, node: nodeId('Greet') }));
    expect(somethingSaid).toMatchObject({ passed: false, seq: 2 });
    const nothingSaid = judge(message(text, { absent: true, node: nodeId('Bye') }));
    expect(nothingSaid).toMatchObject({ passed: false, seq: 27 });
    for (const result of [somethingSaid, nothingSaid]) {
      expect(result.expected).toContain(expected);
      expect(result.actual).toContain(actual);
    }
  });

  it('nobody knows to be absent a pattern that would take too long on what was said', () => {
    const events = toldRun([said('Greet', `${'a'.repeat(9000)} SECRETWORD`), ended()]);
    const pattern = message({ is: 'matches', text: '[a-zA-Z ]{100,200}SECRETWORD' }, { absent: true });
    expect(judge(pattern, events)).toMatchObject({ passed: false, seq: 1 });
    expect(judge(pattern, events).actual).toContain('would take too long on so long a text');
  });

  it('can say of a long result that it is there, and no more', () => {
    const events = toldRun([entered('Greet'), ended('"aaa')]).map((event) =>
      event.type === 'run-ended'
        ? { ...event, result: { type: 'text' as const, json: '"aaa', truncated: true } }
        : event,
    );
    const end = (result: Extract<Given, { type: 'end' }>['result']): Given => ({ type: 'end', result });
    expect(judge(end({ is: 'present' }), events)).toMatchObject({ passed: true });
    expect(judge(end({ is: 'missing' }), events)).toMatchObject({
      passed: false,
      actual: 'a value of over 64 kB',
    });
    expect(judge(end({ is: 'contains', text: 'a' }), events).actual).toContain('too long to be judged');
  });

  it('says of a column without a row what is missing', () => {
    expect(judge(message({ column: 'greeting' })).expected).toContain('needs a row of data with that column');
  });
});

describe('what every run has to keep to', () => {
  const results = (scenario: Partial<Scenario>, events = run) =>
    judgeRun({ expect: [], ...scenario }, events, nodeName);

  it('is to end normally, unless the scenario says how it ends', () => {
    expect(results({})).toMatchObject([{ at: null, passed: true }]);
    const broken = toldRun([entered('Greet'), failed('There is no way on.')]);
    expect(results({}, broken)).toMatchObject([
      { passed: false, actual: 'fails: There is no way on.', seq: 2 },
    ]);
    const fails: Given = { type: 'end', outcome: 'failed', message: { is: 'contains', text: 'no way' } };
    expect(results({ expect: [expectationSchema.parse(fails)] }, broken)).toMatchObject([
      { at: 0, passed: true },
    ]);
  });

  it('is its snapshot, told by the first line that differs', () => {
    const events = toldRun([said('Greet', 'Hello'), said('Bye', 'Bye'), ended()]);
    const lines = [
      { who: 'bot', text: 'Hello' },
      { who: 'bot', text: 'Bye' },
    ] as const;
    expect(results({ snapshot: [...lines] }, events)[0]).toMatchObject({ passed: true });
    expect(results({ snapshot: [lines[0], { who: 'person', text: 'Bye' }] }, events)[0]).toMatchObject({
      passed: false,
      seq: 2,
    });
    expect(results({ snapshot: [lines[0]] }, events)[0]).toMatchObject({ passed: false, seq: 2 });
    expect(results({ snapshot: [...lines, lines[0]] }, events)[0]).toMatchObject({ passed: false, seq: 3 });
    expect(results({ snapshot: [] }, toldRun([ended()]))[0]).toMatchObject({ passed: true });
  });
});

it('any expectations get a result each, in their order, the same ones every time, of any beginning of a run', () => {
  fc.assert(
    fc.property(anyScenario, fc.nat(run.length), (scenario, length) => {
      const events = run.slice(0, length);
      const results = judgeRun(scenario, events, nodeName);
      expect(results.slice(0, scenario.expect.length).map(({ at }) => at)).toEqual(
        scenario.expect.map((_each, at) => at),
      );
      expect(judgeRun(scenario, events, nodeName)).toEqual(results);
      for (const { passed, seq } of results)
        expect(seq === null || (!passed && events.some((event) => event.seq === seq))).toBe(true);
    }),
  );
});
