// The Simulator shows what this projection makes of the events, and waits where it says so.
import { describe, expect, test } from 'vitest';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import {
  toldAt,
  toldCallEnd,
  toldEvents,
  toldFlowId,
  toldNode,
  toldRequest,
  toldRunId,
  viewOf,
  viewsOf,
  type ToldEvent,
  toldSettings,
} from '../../../support/told-run.ts';

const enter = (atMs: number, node: string): ToldEvent => [atMs, node, { type: 'node-entered' }];
const say = (atMs: number, node: string, text: string): ToldEvent => [atMs, node, { type: 'said', text }];
const leave = (atMs: number, node: string, through: string | null = 'next'): ToldEvent => [
  atMs,
  node,
  { type: 'node-left', exit: 'next', through },
];
const ask: ToldEvent = [30, 'Ask', { type: 'asked', text: 'Which order?', answerType: 'number' }];

describe('the beginning of a run', () => {
  test('is a running view with nothing in it', () => {
    expect(viewOf()).toMatchObject({
      runId: toldRunId,
      flowId: toldFlowId,
      flowName: 'Told',
      environmentName: 'staging',
      startedAt: toldAt(0),
      outcome: 'running',
      waiting: null,
      currentNodeId: null,
      nodes: {},
      conversation: [],
      timeline: [],
      calls: [],
      elapsedMs: 0,
    });
  });

  test('is needed: events of a run whose beginning was not seen give nothing', () => {
    const [, second] = toldEvents(enter(1, 'Ask'));
    expect(projectRunEvent(undefined, second!)).toBeUndefined();
  });
});

describe('the conversation', () => {
  test('is what was said on both sides, in order', () => {
    const view = viewOf(
      enter(10, 'Hello'),
      say(11, 'Hello', 'Hi!'),
      leave(12, 'Hello'),
      enter(20, 'Ask'),
      ask,
      [5030, 'Ask', { type: 'answered', text: '7' }],
    );
    expect(view.conversation).toEqual([
      { type: 'said', seq: 2, nodeId: toldNode('Hello'), text: 'Hi!' },
      { type: 'said', seq: 5, nodeId: toldNode('Ask'), text: 'Which order?' },
      { type: 'answered', seq: 6, nodeId: toldNode('Ask'), text: '7' },
    ]);
  });

  test('shows an answer that did not fit, and why', () => {
    const refusal = { type: 'answer-refused', text: 'seven', reason: 'Digits only.' } as const;
    const view = viewOf(enter(20, 'Ask'), ask, [900, 'Ask', refusal]);
    expect(view.conversation.slice(1)).toEqual([
      { type: 'answered', seq: 3, nodeId: toldNode('Ask'), text: 'seven' },
      { type: 'refused', seq: 3, nodeId: toldNode('Ask'), text: 'Digits only.' },
    ]);
  });

  test('holds calls, warnings and the end where they happened', () => {
    const view = viewOf(
      enter(1, 'Get order'),
      [
        2,
        'Get order',
        { type: 'call-prepared', endpointName: 'Shop API', settings: toldSettings, request: toldRequest },
      ],
      [3, 'Get order', { type: 'warned', code: 'name-unknown', message: 'nobody is unknown.' }],
      [4, 'Get order', toldCallEnd()],
      [5, 'Get order', { type: 'run-ended', outcome: 'ended', message: null, result: null }],
    );
    expect(view.conversation.map(({ type }) => type)).toEqual(['call', 'warned', 'ended']);
    expect(view.conversation[0]).toMatchObject({ callIndex: 0, nodeId: toldNode('Get order') });
  });
});

describe('waiting for an answer', () => {
  test('begins with the question and says what fits', () => {
    const view = viewOf(enter(20, 'Ask'), ask);
    expect(view.waiting).toEqual({ nodeId: toldNode('Ask'), answerType: 'number' });
    expect(view.nodes[toldNode('Ask')]?.state).toBe('waiting');
  });

  test('is over with the answer', () => {
    const view = viewOf(enter(20, 'Ask'), ask, [900, 'Ask', { type: 'answered', text: '7' }]);
    expect(view.waiting).toBeNull();
    expect(view.nodes[toldNode('Ask')]?.state).toBe('running');
  });

  test('goes on after an answer that did not fit: the prompt asks again with the reason alone', () => {
    const refusal = { type: 'answer-refused', text: 'seven', reason: 'Digits only.' } as const;
    const view = viewOf(enter(20, 'Ask'), ask, [900, 'Ask', refusal]);
    expect(view.waiting).toEqual({ nodeId: toldNode('Ask'), answerType: 'number' });
    expect(view.nodes[toldNode('Ask')]?.state).toBe('waiting');
  });

  test('is over where the last answer was one too many', () => {
    const refusal = { type: 'answer-refused', text: 'seven', reason: 'Digits only.' } as const;
    const view = viewOf(
      enter(20, 'Ask'),
      ask,
      [900, 'Ask', refusal],
      [900, 'Ask', { type: 'node-left', exit: 'no-answer', through: 'no-answer' }],
    );
    expect(view.waiting).toBeNull();
    expect(view.nodes[toldNode('Ask')]?.state).toBe('done');
    expect(view.taken).toEqual([{ node: toldNode('Ask'), exit: 'no-answer', failed: false }]);
  });

  test('is over when the run is cancelled', () => {
    const end = { type: 'run-ended', outcome: 'cancelled', message: null, result: null } as const;
    const view = viewOf(enter(20, 'Ask'), ask, [900, 'Ask', end]);
    expect(view.waiting).toBeNull();
    expect(view.outcome).toBe('cancelled');
  });
});

describe('the time of a run', () => {
  test('stands still while a person thinks', () => {
    const view = viewOf(
      enter(20, 'Ask'),
      ask,
      [60_030, 'Ask', { type: 'answered', text: '7' }],
      leave(60_040, 'Ask'),
      enter(60_050, 'Bye'),
    );
    expect(view.elapsedMs).toBe(50);
    expect(view.timeline.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [20, 40],
      [50, null],
    ]);
  });

  test('stands still through every try of an answer', () => {
    const refusal = { type: 'answer-refused', text: '?', reason: 'No.' } as const;
    const view = viewOf(
      enter(20, 'Ask'),
      ask,
      [10_030, 'Ask', refusal],
      [30_030, 'Ask', refusal],
      [60_030, 'Ask', { type: 'answered', text: '7' }],
      leave(60_042, 'Ask'),
    );
    expect(view.elapsedMs).toBe(42);
  });

  test('does not count what a person thought about a run that was then cancelled', () => {
    const end = { type: 'run-ended', outcome: 'cancelled', message: null, result: null } as const;
    expect(viewOf(enter(20, 'Ask'), ask, [90_000, 'Ask', end]).elapsedMs).toBe(30);
  });

  test('never runs back, also where the clock of the system does', () => {
    const views = viewsOf(toldEvents(enter(500, 'A'), leave(100, 'A'), enter(700, 'B')));
    expect(views.map(({ elapsedMs }) => elapsedMs)).toEqual([0, 500, 500, 700]);
  });
});
