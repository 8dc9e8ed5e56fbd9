// How a run ended, which way it took and what it left, as canvas and Timeline show it.
import { describe, expect, test } from 'vitest';
import type { RunEventOf } from '#shared/run-events/run-event.ts';
import { toldCallEnd, toldNode, viewOf, type ToldEvent } from '../../../support/told-run.ts';

const enter = (atMs: number, node: string): ToldEvent => [atMs, node, { type: 'node-entered' }];
const leave = (atMs: number, node: string, exit: string, through: string | null): ToldEvent => [
  atMs,
  node,
  { type: 'node-left', exit, through },
];
const end = (
  atMs: number,
  node: string | null,
  outcome: RunEventOf<'run-ended'>['outcome'],
  message: string | null = null,
): ToldEvent => [atMs, node, { type: 'run-ended', outcome, message, result: null }];
const failedCall = toldCallEnd({ status: 'error', statusCode: 404, body: null });

describe('how a run ends', () => {
  test('with its result', () => {
    const result = { type: 'number' as const, json: '1.10', truncated: false };
    const view = viewOf(enter(1, 'End'), [
      9,
      'End',
      { type: 'run-ended', outcome: 'ended', message: null, result },
    ]);
    expect(view).toMatchObject({ outcome: 'ended', message: null, result, currentNodeId: null });
    expect(view.nodes[toldNode('End')]?.state).toBe('done');
    expect(view.timeline[0]).toMatchObject({ endMs: 9, result: 'ended' });
  });

  test('as failed, with the sentence at the node where it happened', () => {
    const view = viewOf(enter(1, 'Say'), end(9, 'Say', 'failed', 'The text could not be read.'));
    expect(view).toMatchObject({ outcome: 'failed', message: 'The text could not be read.' });
    expect(view.nodes[toldNode('Say')]).toMatchObject({
      state: 'failed',
      sentence: 'The text could not be read.',
    });
  });

  test('at the node it was in, where the end names none', () => {
    const view = viewOf(enter(1, 'Say'), end(9, null, 'failed', 'Gone.'));
    expect(view.nodes[toldNode('Say')]?.state).toBe('failed');
    expect(view.conversation.at(-1)).toMatchObject({ type: 'ended', nodeId: null });
  });

  test('without hiding how the call of its last node went', () => {
    const view = viewOf(
      enter(1, 'Get order'),
      [5, 'Get order', failedCall],
      leave(6, 'Get order', 'error', null),
      end(6, 'Get order', 'failed', '"Get order" was left by error, which is connected to nothing.'),
    );
    expect(view.nodes[toldNode('Get order')]).toMatchObject({
      state: 'failed',
      statusCode: 404,
      sentence: null,
    });
    expect(view.taken).toEqual([]);
  });

  test('before any node', () => {
    expect(viewOf(end(1, null, 'failed', 'No Start.'))).toMatchObject({ outcome: 'failed', nodes: {} });
  });
});

describe('the path of a run', () => {
  test('is the connections that were followed, by the exit they leave from', () => {
    const view = viewOf(
      enter(1, 'Start'),
      leave(2, 'Start', 'next', 'next'),
      enter(3, 'Get order'),
      [5, 'Get order', failedCall],
      leave(6, 'Get order', '404', 'error'),
    );
    expect(view.taken).toEqual([
      { node: toldNode('Start'), exit: 'next', failed: false },
      { node: toldNode('Get order'), exit: 'error', failed: true },
    ]);
  });

  test('has no line where the run went to the error node or ended', () => {
    expect(viewOf(enter(1, 'A'), leave(2, 'A', 'error', null)).taken).toEqual([]);
  });

  test('is not one of trouble for a code that counts as a success', () => {
    const expected = toldCallEnd({ statusCode: 404 });
    const view = viewOf(
      enter(1, 'Get order'),
      [5, 'Get order', expected],
      leave(6, 'Get order', '404', '404'),
    );
    expect(view.taken).toEqual([{ node: toldNode('Get order'), exit: '404', failed: false }]);
  });
});

describe('a node of a run', () => {
  test('runs, and is done when it is left', () => {
    expect(viewOf(enter(1, 'Say')).nodes[toldNode('Say')]?.state).toBe('running');
    expect(viewOf(enter(1, 'Say')).currentNodeId).toBe(toldNode('Say'));
    const left = viewOf(enter(1, 'Say'), leave(2, 'Say', 'next', 'next'));
    expect(left.nodes[toldNode('Say')]?.state).toBe('done');
  });

  test.each([
    ['error', 404, 'failed'],
    ['failure', null, 'failed'],
    ['exception', null, 'exception'],
  ] as const)('keeps that its call was a %s after it was left', (status, statusCode, state) => {
    const ended = toldCallEnd({ status, statusCode, code: 'a-code', sentence: 'Why.', body: null });
    const view = viewOf(enter(1, 'Call'), [5, 'Call', ended], leave(6, 'Call', 'error', 'error'));
    expect(view.nodes[toldNode('Call')]).toMatchObject({ state, statusCode, sentence: 'Why.', tookMs: 120 });
  });

  test('begins anew when the run comes back to it, and counts its visits', () => {
    const view = viewOf(
      enter(1, 'Call'),
      [5, 'Call', failedCall],
      leave(6, 'Call', 'error', 'error'),
      enter(7, 'Call'),
    );
    expect(view.nodes[toldNode('Call')]).toEqual({
      round: null,
      state: 'running',
      visits: 2,
      statusCode: null,
      code: null,
      attempts: 0,
      tookMs: null,
      sentence: null,
      waitUntilMs: null,
    });
  });
});

describe('the variables of a run', () => {
  const set = (atMs: number, name: string, json: string): ToldEvent => [
    atMs,
    'Ask',
    { type: 'variable-set', name, value: { type: 'number', json, truncated: false } },
  ];

  test('hold the last value of each name, by name, the one before it, and who set it', () => {
    const view = viewOf(enter(1, 'Ask'), set(2, 'b', '1'), set(3, 'a', '2'), set(4, 'b', '3'));
    expect(view.variables).toEqual([
      { name: 'a', value: { type: 'number', json: '2', truncated: false }, nodeId: toldNode('Ask'), seq: 3 },
      {
        name: 'b',
        value: { type: 'number', json: '3', truncated: false },
        was: { type: 'number', json: '1', truncated: false },
        nodeId: toldNode('Ask'),
        seq: 4,
      },
    ]);
  });
});
