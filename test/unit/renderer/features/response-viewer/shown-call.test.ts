// Which call and attempt the Response view shows: what was picked, whatever is selected; without a pick the selected node's.
import { describe, expect, test } from 'vitest';
import {
  isLastAttempt,
  shownCall,
  shownHeaders,
} from '../../../../../renderer/features/response-viewer/shown-call.ts';
import {
  toldAttemptEnd,
  toldCallEnd,
  toldNode,
  toldRequest,
  viewOf,
  type EventBody,
  type ToldEvent,
  toldSettings,
} from '../../../../support/told-run.ts';

const head = (attempt: number, statusCode: number): EventBody => ({
  type: 'response-head',
  attempt,
  exchange: 1,
  statusCode,
  reason: '',
  httpVersion: '1.1',
  remoteAddress: null,
  reusedConnection: false,
  headers: [['X-Attempt', String(attempt)]],
});

const callOf = (node: string, ...bodies: readonly EventBody[]): readonly ToldEvent[] =>
  [
    { type: 'node-entered' as const },
    {
      type: 'call-prepared' as const,
      endpointName: 'Shop API',
      request: toldRequest,
      settings: toldSettings,
    },
    ...bodies,
  ].map((body) => [10, node, body] as const);

const attempt = (number: number, statusCode: number): readonly EventBody[] => [
  { type: 'attempt-started', attempt: number },
  {
    type: 'exchange-started',
    attempt: number,
    exchange: 1,
    method: 'GET',
    url: 'https://shop.example/',
    headers: [],
    bodySizeBytes: 0,
  },
  head(number, statusCode),
  toldAttemptEnd(number, statusCode, 20),
];

const run = viewOf(
  ...callOf('Get order', ...attempt(1, 503), ...attempt(2, 200), toldCallEnd({ attempts: 2 })),
  ...callOf('Get user', ...attempt(1, 200), toldCallEnd()),
);
const nameOf = (shown: ReturnType<typeof shownCall>) => shown?.call.nodeId;

describe('the Response view', () => {
  test('shows the newest call where nothing is picked and no node with a call is selected', () => {
    expect(nameOf(shownCall(run, null, undefined))).toBe(toldNode('Get user'));
    expect(nameOf(shownCall(run, null, toldNode('Hello')))).toBe(toldNode('Get user'));
  });

  test('shows the call of the selected node where nothing is picked', () => {
    expect(nameOf(shownCall(run, null, toldNode('Get order')))).toBe(toldNode('Get order'));
  });

  test('shows what was picked, whichever node is selected', () => {
    const shown = shownCall(run, { index: 0, attempt: null }, toldNode('Get user'));
    expect(nameOf(shown)).toBe(toldNode('Get order'));
    expect(shown?.attempt).toBeNull();
  });

  test('shows a picked attempt with the headers that came to it', () => {
    const first = shownCall(run, { index: 0, attempt: 1 }, undefined);
    expect(first?.attempt?.statusCode).toBe(503);
    expect(first === null ? null : shownHeaders(first)).toEqual([['X-Attempt', '1']]);
    const whole = shownCall(run, { index: 0, attempt: null }, undefined);
    expect(whole === null ? null : shownHeaders(whole)).toEqual([['Content-Type', 'application/json']]);
  });

  test('knows which attempt the kept body came to', () => {
    const { calls } = run;
    const [call] = calls;
    expect(call?.attempts.map((each) => isLastAttempt(call, each))).toEqual([false, true]);
  });

  test('shows nothing of a run without calls', () => {
    expect(shownCall(viewOf(), null, undefined)).toBeNull();
  });
});
