// The step that repeats a body for each item of a list: in order, once each, and whatever happens on the way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance } from '#shared/interpreter/advance.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { stepLimit, stretchLimit } from '#shared/interpreter/step-limit.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import {
  nodeNamed,
  storyFlow,
  type StoryConnection,
  type StoryNode,
} from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { anyValue } from '../../../../support/any-value.ts';
import { driveRun, freshState, secondsAfterNoon, told, type Script } from '../../../../support/drive-run.ts';
import { runs } from '../../../../support/runs.ts';

const start: StoryNode = ['Start', 'start', { inputs: [{ name: 'list', type: 'json', required: false }] }];
const overList: StoryNode = ['Loop', 'loop', { list: '{{list}}', indexVariable: 'index' }];
const say = (text: string, name = 'Say'): StoryNode => [name, 'message', { text }];
const round: readonly StoryConnection[] = [
  ['Start', 'next', 'Loop'],
  ['Loop', 'each', 'Say'],
  ['Say', 'next', 'Loop'],
  ['Loop', 'done', 'After'],
];

function flowOf(
  nodes: readonly StoryNode[],
  connections: readonly StoryConnection[] = round,
  more: { readonly errorNode?: string; readonly strict?: boolean } = {},
) {
  return storyFlow({ name: 'Round', nodes: [start, ...nodes], connections, ...more });
}

function run(flow: ReturnType<typeof flowOf>, inputs: ValueObject, script: Script = {}) {
  const program = newProgram({ flow, environment: null });
  const driven = driveRun(program, { inputs, ...script });
  const said = driven.events.flatMap((event) => (event.type === 'said' ? [event.text] : []));
  const last = driven.events.at(-1);
  return { ...driven, program, said, end: last?.type === 'run-ended' ? last : null };
}

const simple = (config: object = {}) =>
  flowOf([
    ['Loop', 'loop', { list: '{{list}}', indexVariable: 'index', ...config }],
    say('{{index}}: {{item}}'),
    say('After {{item}}', 'After'),
  ]);

describe('a loop', () => {
  test('runs its body for each item in order, with its place counted from 0, and goes on when it is done', () => {
    const { events, said } = run(simple(), { list: ['a', 'b'] });
    expect(said).toEqual(['0: a', '1: b', 'After b']);
    expect(told(events).filter((each) => /loop|round|item|index/.test(each))).toEqual([
      'loop-started',
      'round-started',
      'variable-set item',
      'variable-set index',
      'round-started',
      'variable-set item',
      'variable-set index',
      'loop-ended',
    ]);
    const id = nodeNamed(simple(), 'Loop').id;
    expect(events.filter(({ type }) => /^(loop|round)-/.test(type))).toEqual([
      { type: 'loop-started', of: 2, nodeId: id },
      { type: 'round-started', round: 1, of: 2, nodeId: id },
      { type: 'round-started', round: 2, of: 2, nodeId: id },
      { type: 'loop-ended', rounds: 2, of: 2, why: 'done', nodeId: id },
    ]);
  });

  test('gives the body the very items of any list', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 12 }), (list) => {
        const flow = flowOf([
          overList,
          ['Say', 'set-variables', { changes: [{ variable: 'seen', action: 'append', value: '{{item}}' }] }],
          ['After', 'end', { result: '{{seen}}' }],
        ]);
        const { end } = run(flow, { list });
        expect(end).toMatchObject({ outcome: 'ended', result: list.length === 0 ? null : list });
      }),
      { numRuns: runs(200) },
    );
  });

  test('takes a list in JSON, with expressions in it', () => {
    const { said } = run(simple({ list: '["Mon", {{list}}, 3]' }), { list: 'Tue' });
    expect(said).toEqual(['0: Mon', '1: Tue', '2: 3', 'After 3']);
  });

  test('sees the list as it was when it began, whatever the body makes of it', () => {
    const flow = flowOf([
      overList,
      ['Say', 'set-variables', { changes: [{ variable: 'list', action: 'append', value: 'more' }] }],
      ['After', 'end', { result: '{{list}}' }],
    ]);
    expect(run(flow, { list: ['a', 'b'] }).end?.result).toEqual(['a', 'b', 'more', 'more']);
  });

  test.each([
    ['an empty list', { list: [] }, []],
    ['null, with a warning', { list: null }, ['loop-null']],
    ['an unknown name, with a warning', {}, ['unknown-variable']],
  ] as const)('goes straight to done for %s', (_what, inputs, codes) => {
    const flow = flowOf([overList, say('never'), say('After', 'After')]);
    const { events, said } = run(flow, inputs);
    expect(said).toEqual(['After']);
    expect(events.flatMap((event) => (event.type === 'warned' ? [event.code] : []))).toEqual(codes);
    expect(events.find(({ type }) => type === 'loop-ended')).toMatchObject({ rounds: 0, of: 0 });
  });

  test.each([
    ['a text', 'a, b', 'The list is a text: write one expression'],
    ['a number', 7, 'The list is a number, and only a list has items.'],
    ['a boolean', true, 'The list is a boolean'],
    ['an object', { a: 1 }, 'The list is an object'],
  ] as const)('fails at %s', (_what, list: Value, sentence) => {
    const { end, said } = run(simple(), { list });
    expect(said).toEqual([]);
    expect(end?.outcome).toBe('failed');
    expect(end?.message).toContain(`"Loop": ${sentence}`);
  });

  test.each([
    ['no list', { list: '' }, 'Nothing says what to go through'],
    ['words', { list: 'all of {{list}}' }, 'The list is a text'],
    ['a template that cannot be read', { list: '{{' }, '"Loop": '],
    ['an item without a name', { itemVariable: '' }, 'The items cannot be stored under ""'],
    ['an index that is no name', { indexVariable: '2nd' }, 'stored under "2nd"'],
    ['one name for both', { indexVariable: 'item' }, 'cannot both be stored under item'],
  ])('fails before the first round with %s', (_what, config, sentence) => {
    const { end, said } = run(simple(config), { list: ['a'] });
    expect(said).toEqual([]);
    expect(end?.message).toContain(sentence);
  });

  test('fails in strict mode where the list is unknown', () => {
    const flow = flowOf([overList, say('never'), say('never', 'After')], round, { strict: true });
    expect(run(flow, {}).end).toMatchObject({ outcome: 'failed' });
  });

  test('fails before the first round where the list is longer than its limit, or leaves the rest out', () => {
    const list = ['a', 'b', 'c'];
    const refused = run(simple({ limit: 2 }), { list });
    expect(refused.said).toEqual([]);
    expect(refused.end?.message).toBe('"Loop": The list has 3 items, and the limit of the loop is 2.');
    const cut = run(simple({ limit: 2, beyondLimit: 'leave-out' }), { list });
    expect(cut.said).toEqual(['0: a', '1: b', 'After b']);
    expect(cut.events.find(({ type }) => type === 'warned')).toMatchObject({
      code: 'loop-limit',
      message: 'The limit of the loop is 2, so 1 further items were left out.',
    });
    expect(run(simple({ limit: 3 }), { list }).said).toHaveLength(4);
  });
});

describe('leaving a body', () => {
  const found = { left: '{{item}}', operator: 'text-is', right: 'b' } as const;
  const branch = storyId('br', 'found');
  const search = (rest: readonly StoryConnection[]) =>
    flowOf(
      [
        overList,
        ['Found', 'condition', { branches: [{ id: branch, name: 'Found', rules: [found] }] }],
        say('{{item}} at {{index}}', 'Tell'),
        ['Again', 'prompt', { text: 'Again?', variable: 'again' }],
        say('None', 'After'),
      ],
      [
        ['Start', 'next', 'Again'],
        ['Again', 'next', 'Loop'],
        ['Loop', 'each', 'Found'],
        ['Found', 'else', 'Loop'],
        ['Found', branch, 'Tell'],
        ['Loop', 'done', 'After'],
        ...rest,
      ],
    );

  test('for a node that is come to otherwise as well ends the loop; the variables stay', () => {
    const { events, said } = run(
      search([['Tell', 'next', 'Again']]),
      { list: ['a', 'b', 'c'] },
      { answers: ['yes'] },
    );
    expect(said).toEqual(['b at 1']);
    expect(events.find(({ type }) => type === 'loop-ended')).toMatchObject({ rounds: 2, of: 3, why: 'left' });
  });

  test('lets the loop begin anew with the list of that moment', () => {
    const script = { answers: ['yes', 'yes'] };
    const { events } = run(search([['Tell', 'next', 'Again']]), { list: ['a', 'b', 'c'] }, script);
    const rounds = events.flatMap((event) => (event.type === 'round-started' ? [event.round] : []));
    expect(rounds).toEqual([1, 2, 1, 2]);
  });

  test('does not happen where nodes of the body alone come to a node, also one that asks', () => {
    const flow = flowOf(
      [overList, ['Say', 'prompt', { text: '{{item}}?', variable: 'answer' }], say('After', 'After')],
      round,
    );
    const { said, events } = run(flow, { list: ['a', 'b'] }, { answers: ['1', '2'] });
    expect(events.flatMap((event) => (event.type === 'asked' ? [event.text] : []))).toEqual(['a?', 'b?']);
    expect(said).toEqual(['After']);
  });

  test('by the error node goes on with the next item where nothing else leads there', () => {
    const call: StoryNode = [
      'Say',
      'api-call',
      { endpoint: null, method: 'GET', path: '', responseVariable: 'reply' },
    ];
    const flow = flowOf(
      [overList, call, say('{{item}} skipped', 'Skip'), say('After', 'After')],
      [
        ['Start', 'next', 'Loop'],
        ['Loop', 'each', 'Say'],
        ['Say', 'success', 'Loop'],
        ['Skip', 'next', 'Loop'],
        ['Loop', 'done', 'After'],
      ],
      { errorNode: 'Skip' },
    );
    const failure = { status: 'failure', statusCode: null } as const;
    const success = { status: 'success', statusCode: 200 } as const;
    const { said } = run(flow, { list: ['a', 'b', 'c'] }, { results: [success, failure, success] });
    expect(said).toEqual(['b skipped', 'After']);
  });
});

describe('loops in loops', () => {
  const nested = (connections: readonly StoryConnection[]) =>
    flowOf(
      [
        ['Rows', 'loop', { list: '{{list}}', itemVariable: 'row' }],
        ['Cells', 'loop', { list: '{{row}}', itemVariable: 'cell' }],
        say('{{cell}}'),
        say('After', 'After'),
      ],
      [
        ['Start', 'next', 'Rows'],
        ['Rows', 'each', 'Cells'],
        ['Cells', 'each', 'Say'],
        ['Rows', 'done', 'After'],
        ...connections,
      ],
    );

  test('go through every inner list for each outer item', () => {
    const flow = nested([
      ['Say', 'next', 'Cells'],
      ['Cells', 'done', 'Rows'],
    ]);
    const { said } = run(flow, { list: [['a', 'b'], [], ['c']] });
    expect(said).toEqual(['a', 'b', 'c', 'After']);
  });

  test('end the inner one where its body goes back to the outer', () => {
    const flow = nested([
      ['Say', 'next', 'Rows'],
      ['Cells', 'done', 'Rows'],
    ]);
    const { events, said } = run(flow, { list: [['a', 'b'], [], ['c', 'd']] });
    expect(said).toEqual(['a', 'c', 'After']);
    const ends = events.flatMap((event) => (event.type === 'loop-ended' ? [event.why] : []));
    expect(ends).toEqual(['left', 'done', 'left', 'done']);
  });
});

describe('the steps of a loop', () => {
  const many = (count: number) => ({ list: Array.from({ length: count }, (_each, at) => at) });

  test('count for no cycle, since its list comes to an end', () => {
    const { end } = run(simple({ limit: 10_000 }), many(stepLimit));
    expect(end?.outcome).toBe('ended');
  });

  test('are stopped where its body goes round in itself', () => {
    const flow = flowOf(
      [overList, say('a'), say('b', 'Other'), say('After', 'After')],
      [
        ['Start', 'next', 'Loop'],
        ['Loop', 'each', 'Say'],
        ['Say', 'next', 'Other'],
        ['Other', 'next', 'Say'],
        ['Loop', 'done', 'After'],
      ],
    );
    expect(run(flow, many(2)).end?.message).toContain('goes round through "Say", "Other".');
  });

  test('are stopped where the loop itself stands in a cycle', () => {
    const flow = flowOf([overList, say('a'), say('b', 'After')], [...round, ['After', 'next', 'Loop']]);
    const { end, state } = run(flow, many(1));
    expect(end?.message).toContain('goes round');
    // Twice a round: in and out of the loop, and what comes after it.
    expect(state.counters.steps).toBeLessThan(3 * stepLimit);
  });

  test('are stopped after a stretch that nobody would wait for', () => {
    const flow = flowOf(
      [
        ['Rows', 'loop', { list: '{{list}}', itemVariable: 'row', limit: 1000 }],
        ['Cells', 'loop', { list: '{{list}}', limit: 1000 }],
        say('After', 'After'),
      ],
      [
        ['Start', 'next', 'Rows'],
        ['Rows', 'each', 'Cells'],
        ['Cells', 'each', 'Cells'],
        ['Cells', 'done', 'Rows'],
        ['Rows', 'done', 'After'],
      ],
    );
    const { end, state } = run(flow, many(1000));
    expect(end?.message).toContain('100,000 steps');
    expect(state.counters.steps).toBe(stretchLimit);
  });
});

describe('a run in a body', () => {
  test('survives JSON at every step', () => {
    const plain = run(simple(), { list: [1, { a: [null] }, 'c'] });
    const through = run(
      simple(),
      { list: [1, { a: [null] }, 'c'] },
      { through: (state) => JSON.parse(JSON.stringify(state)) as typeof state },
    );
    expect(through.events).toEqual(plain.events);
  });

  test('goes on from a checkpoint in its round', () => {
    const { program, states } = run(simple(), { list: ['a', 'b'] });
    const checkpoint = states.find(({ flowStack, waiting }) => {
      const begun = flowStack.at(-1)?.loops[0]?.begun;
      return waiting?.for === 'step' && begun === 2;
    });
    let state = checkpoint!;
    const said: string[] = [];
    while (state.waiting !== null) {
      const advanced = advance(program, state, { type: 'step', at: secondsAfterNoon(99) });
      state = advanced.state;
      said.push(...advanced.events.flatMap((event) => (event.type === 'said' ? [event.text] : [])));
    }
    expect(said).toEqual(['1: b', 'After b']);
  });

  test('that begins there has begun no loop yet: coming to it begins it', () => {
    const flow = simple();
    const from = { nodeId: nodeNamed(flow, 'Say').id, variables: { item: 'x', index: 5, list: ['a'] } };
    const program = newProgram({ flow, environment: null });
    const { events } = driveRun(program, { from });
    expect(events.flatMap((event) => (event.type === 'said' ? [event.text] : []))).toEqual([
      '5: x',
      '0: a',
      'After a',
    ]);
    expect(freshState(program).flowStack[0]?.loops).toEqual([]);
  });
});
