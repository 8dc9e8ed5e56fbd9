// A flow can go round for ever; the limit must stop it and say where.
import { describe, expect, test } from 'vitest';
import type { RunEndedDraft } from '#shared/interpreter/event-draft.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { stepLimit } from '#shared/interpreter/step-limit.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { inARow, storyFlow, type StoryNode } from '../../../stories/story-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';

const message = (name: string): StoryNode => [name, 'message', { text: '' }];
const start: StoryNode = ['Start', 'start', {}];
const run = (flow: Flow, script = {}) => driveRun(newProgram({ flow, environment: null }), script);
const endOf = (flow: Flow, script = {}) => run(flow, script).events.at(-1) as RunEndedDraft;

describe('a cycle without a prompt', () => {
  const flow = storyFlow({
    name: 'Round',
    nodes: [start, message('Before'), message('This'), message('That')],
    connections: [...inARow('Start', 'Before', 'This', 'That'), ['That', 'next', 'This']],
  });

  test('is stopped after 10,000 steps with its name', () => {
    const { state, events } = run(flow);
    expect(stepLimit).toBe(10_000);
    expect(state.counters.steps).toBe(10_000);
    expect(events.filter((event) => event.type === 'node-entered')).toHaveLength(10_000);
    expect(events.at(-1)).toMatchObject({
      type: 'run-ended',
      outcome: 'failed',
      message: 'The run made 10,000 steps without a prompt or a wait. It goes round through "This", "That".',
    });
  });

  test('keeps its state small however long it goes round', () => {
    const { states } = run(flow);
    // What grows with every step is as large in every hundredth state.
    const looked = states.filter((_, at) => at % 100 === 0);
    const longest = Math.max(...looked.map((state) => JSON.stringify(state).length));
    expect(longest).toBeLessThan(2_000);
  });

  test('is named by its first nodes where it is long', () => {
    const names = Array.from({ length: 30 }, (_, index) => `N${String(index)}`);
    const long = storyFlow({
      name: 'Long way round',
      nodes: [start, ...names.map(message)],
      connections: [...inARow('Start', ...names), ['N29', 'next', 'N0']],
    });
    expect(endOf(long).message).toMatch(/It goes round through ("N\d+", ){11}"N\d+" and further nodes\.$/);
  });

  test('is one node that leads to itself as well', () => {
    const self = storyFlow({
      name: 'Self',
      nodes: [start, message('Echo')],
      connections: [...inARow('Start', 'Echo'), ['Echo', 'next', 'Echo']],
    });
    expect(endOf(self).message).toMatch(/It goes round through "Echo"\.$/);
  });

  test('counts calls like any other step', () => {
    const polling = storyFlow({
      name: 'Polling',
      nodes: [
        start,
        ['Poll', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'answer' }],
      ],
      connections: [...inARow('Start', 'Poll'), ['Poll', 'success', 'Poll']],
    });
    const results = Array.from({ length: 10_001 }, () => ({ status: 'success', statusCode: 200 }) as const);
    const { events, effects } = run(polling, { results });
    expect(effects).toHaveLength(9_999);
    expect(events.at(-1)).toMatchObject({ outcome: 'failed' });
  });
});

describe('what is no such cycle', () => {
  test('a cycle with a prompt goes on as long as the person answers', () => {
    const flow = storyFlow({
      name: 'Again and again',
      nodes: [start, ['Ask', 'prompt', { text: '?', variable: 'answer' }], message('Thanks')],
      connections: [...inARow('Start', 'Ask', 'Thanks'), ['Thanks', 'next', 'Ask']],
    });
    const answers = Array.from({ length: 6_000 }, () => 'yes');
    const { state } = run(flow, { answers });
    expect(state.waiting).toEqual({ for: 'answer', refusals: 0 });
    expect(state.counters.steps).toBe(12_002);
  });

  test('a flow of more than 10,000 nodes may use each of them once', () => {
    const names = Array.from({ length: 10_050 }, (_, index) => `N${String(index)}`);
    const flow = storyFlow({
      name: 'Long',
      nodes: [start, ...names.map(message)],
      connections: inARow('Start', ...names),
    });
    expect(endOf(flow).outcome).toBe('ended');
  });
});
