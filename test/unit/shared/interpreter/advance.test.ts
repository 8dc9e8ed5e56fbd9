// The interpreter's one function, told as runs: what it does, tells and wants at each step.
import { describe, expect, test } from 'vitest';
import { advance } from '#shared/interpreter/advance.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { currentNodeId } from '#shared/interpreter/run-state.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { inARow, nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';
import { callResult, driveRun, freshState, secondsAfterNoon, told } from '../../../support/drive-run.ts';

const greeting = newProgram({ flow: userGreeting(), environment: null });
const ana = { status: 'success', statusCode: 200, body: { name: 'Ana' } } as const;

describe('a run', () => {
  test('tells everything that happens, in order', () => {
    const { events } = driveRun(greeting, { answers: ['7'], results: [ana] });
    expect(told(events)).toEqual([
      'run-started',
      'node-entered',
      'node-left next through next',
      'node-entered',
      'asked Which user?',
      'answered 7',
      'variable-set user_id',
      'node-left next through next',
      'node-entered',
      'variable-set user_data',
      'node-left success through success',
      'node-entered',
      'said Hello, Ana!',
      'node-left next through next',
      'node-entered',
      'run-ended ended',
    ]);
  });

  test('names the node of each event, and none before the first node', () => {
    const { events } = driveRun(greeting, { answers: ['7'], results: [ana] });
    const flow = userGreeting();
    expect(events[0]).not.toHaveProperty('nodeId');
    expect(events.find((event) => event.type === 'asked')?.nodeId).toBe(nodeNamed(flow, 'User number').id);
    expect(events.at(-1)?.nodeId).toBe(nodeNamed(flow, 'End').id);
  });

  test('says which flow and environment it runs', () => {
    const { events } = driveRun(greeting);
    expect(events[0]).toMatchObject({ flowName: 'Greet a user', environmentName: null });
  });

  test('wants an answer and a call, and nothing else', () => {
    const { effects } = driveRun(greeting, { answers: ['7'], results: [ana] });
    const flow = userGreeting();
    expect(effects).toMatchObject([
      { type: 'ask', nodeId: nodeNamed(flow, 'User number').id, answerType: 'number' },
      { type: 'perform-call', call: 1, nodeId: nodeNamed(flow, 'Get user').id },
    ]);
  });

  test('stops at the entry of every node, where nothing of it has been done', () => {
    const { states } = driveRun(greeting, { answers: ['7'], results: [ana] });
    const entries = states.filter((state) => state.waiting?.for === 'step');
    const flow = userGreeting();
    expect(entries.map(currentNodeId)).toEqual(
      ['Start', 'User number', 'Get user', 'Greeting', 'End'].map((name) => nodeNamed(flow, name).id),
    );
    expect(entries.map((state) => Object.keys(state.variables))).toEqual([
      [],
      [],
      ['user_id'],
      ['user_id', 'user_data'],
      ['user_id', 'user_data'],
    ]);
    expect(entries.map((state) => state.flowStack[0]?.entered)).toEqual([1, 2, 3, 4, 5]);
  });

  test('goes on from a checkpoint as it went on before', () => {
    const first = driveRun(greeting, { answers: ['7'], results: [ana] });
    const atCall = first.states.findIndex((state) => state.waiting?.for === 'call');
    const checkpoint = first.states[atCall - 1]!;
    const again = advance(greeting, checkpoint, { type: 'step', at: secondsAfterNoon(atCall) });
    expect(again.state).toEqual(first.states[atCall]);
  });

  test('keeps the time of its beginning and of its last input', () => {
    const { state } = driveRun(greeting, { answers: ['7'] });
    expect(state.clock).toEqual({ startedAt: secondsAfterNoon(0), now: secondsAfterNoon(4) });
  });

  test('cannot begin in a flow without a Start', () => {
    const flow = storyFlow({ name: 'Empty', nodes: [], connections: [] });
    const { events, state } = driveRun(newProgram({ flow, environment: null }));
    expect(told(events)).toEqual(['run-started', 'run-ended failed']);
    expect(events.at(-1)).toMatchObject({ message: '"Empty" has no Start, so there is nowhere to begin.' });
    expect(state.waiting).toBeNull();
  });

  test('ends normally where next is connected to nothing', () => {
    const flow = storyFlow({
      name: 'Short',
      nodes: [
        ['Start', 'start', {}],
        ['Hello', 'message', { text: 'Hello' }],
      ],
      connections: inARow('Start', 'Hello'),
    });
    const { events } = driveRun(newProgram({ flow, environment: null }));
    expect(told(events).slice(-2)).toEqual(['node-left next through null', 'run-ended ended']);
  });
});

describe('an input that the state does not wait for', () => {
  const atPrompt = driveRun(greeting).state;
  const atCall = driveRun(greeting, { answers: ['7'] }).state;
  const ended = driveRun(greeting, { answers: ['7'], results: [ana] }).state;
  const at = secondsAfterNoon(100);

  test.each([
    ['an answer before the beginning', freshState(greeting), { type: 'answer', at, text: '7' }],
    ['a step while a prompt waits', atPrompt, { type: 'step', at }],
    ['an answer while a call is under way', atCall, { type: 'answer', at, text: '8' }],
    ['the result of another call', atCall, callResult(ana, 2, at)],
    ['a second beginning', atPrompt, { type: 'begin', at, inputs: {}, from: null }],
    ['a step after the end', ended, { type: 'step', at }],
    ['a cancel after the end', ended, { type: 'cancel', at }],
  ] as const)('changes nothing: %s', (_, state, input) => {
    const advanced = advance(greeting, state, input);
    expect(advanced.state).toBe(state);
    expect(advanced.events).toEqual([]);
    expect(advanced.effects).toEqual([]);
  });
});

describe('cancel', () => {
  const at = secondsAfterNoon(100);

  test('ends a run that waits for an answer', () => {
    const { state } = driveRun(greeting);
    const cancelled = advance(greeting, state, { type: 'cancel', at });
    expect(told(cancelled.events)).toEqual(['run-ended cancelled']);
    expect(cancelled.effects).toEqual([]);
    expect(cancelled.state.waiting).toBeNull();
  });

  test('wants the call under way abandoned', () => {
    const { state } = driveRun(greeting, { answers: ['7'] });
    const cancelled = advance(greeting, state, { type: 'cancel', at });
    expect(cancelled.effects).toEqual([{ type: 'abandon-call', call: 1 }]);
    expect(told(cancelled.events)).toEqual(['run-ended cancelled']);
  });
});

describe('a run that begins in the middle', () => {
  const flow = storyFlow({
    name: 'Price',
    nodes: [
      ['Start', 'start', { inputs: [{ name: 'currency', type: 'text', default: 'EUR' }] }],
      ['Quote', 'message', { text: '{{price}} {{currency}}' }],
      ['Thanks', 'message', { text: 'Thank you' }],
    ],
    connections: inARow('Start', 'Quote', 'Thanks'),
  });
  const quote = nodeNamed(flow, 'Quote').id;
  const price = { price: new ExactNumber('1.10') };

  test('has the given variables and the defaults of what was not given', () => {
    const program = newProgram({ flow, environment: null });
    const { events } = driveRun(program, { from: { nodeId: quote, variables: price } });
    expect(told(events)).toContain('said 1.10 EUR');
    expect(told(events)).toContain('said Thank you');
  });

  test('leaves a given variable as it is', () => {
    const program = newProgram({ flow, environment: null });
    const variables = { ...price, currency: 'CHF' };
    expect(told(driveRun(program, { from: { nodeId: quote, variables } }).events)).toContain('said 1.10 CHF');
  });

  test('ends after its one node where only that is to be tried', () => {
    const program = newProgram({ flow, environment: null, endsAfter: quote });
    const { events } = driveRun(program, { from: { nodeId: quote, variables: price } });
    expect(told(events).slice(-3)).toEqual([
      'said 1.10 EUR',
      'node-left next through null',
      'run-ended ended',
    ]);
  });

  test('fails where the node is not in the flow', () => {
    const program = newProgram({ flow: userGreeting(), environment: null });
    const { events } = driveRun(program, { from: { nodeId: quote, variables: {} } });
    expect(events.at(-1)).toMatchObject({
      outcome: 'failed',
      message: 'The node to begin at is not in the flow.',
    });
  });
});
