// Response and Timing views of a call are made from its events alone.
import { describe, expect, test } from 'vitest';
import { lastSentRequest } from '#shared/run-events/sent-request.ts';
import {
  toldAttemptEnd,
  toldCallEnd,
  toldNode,
  toldRequest,
  viewOf,
  type EventBody,
  type ToldEvent,
  toldSettings,
} from '../../../support/told-run.ts';

const at = (atMs: number, body: EventBody): ToldEvent => [atMs, 'Get order', body];
const enter = at(10, { type: 'node-entered' });
const prepared = at(12, {
  type: 'call-prepared',
  endpointName: 'Shop API',
  settings: toldSettings,
  request: toldRequest,
});
const attempt = (atMs: number, number: number) => at(atMs, { type: 'attempt-started', attempt: number });
const exchange = (atMs: number, number: number, url = 'https://shop.example/orders/7', of = 1) =>
  at(atMs, {
    type: 'exchange-started',
    attempt: of,
    exchange: number,
    method: 'GET',
    url,
    headers: [],
    bodySizeBytes: 0,
  });
const phase = (name: 'dns' | 'wait', startMs: number, of = 1, exchangeNumber = 1) =>
  at(20, {
    type: 'exchange-phase',
    attempt: of,
    exchange: exchangeNumber,
    phase: name,
    startMs,
    tookMs: 5,
  });
const head = (statusCode: number, exchangeNumber = 1): EventBody => ({
  type: 'response-head',
  attempt: 1,
  exchange: exchangeNumber,
  statusCode,
  reason: 'OK',
  httpVersion: '1.1',
  remoteAddress: '127.0.0.1:443',
  reusedConnection: false,
  headers: [['X', '1']],
});

describe('a call of a run', () => {
  test('begins with its request and belongs to the row of its node', () => {
    const view = viewOf(enter, prepared);
    expect(view.calls).toEqual([
      {
        index: 0,
        nodeId: toldNode('Get order'),
        startMs: 12,
        endpointName: 'Shop API',
        request: toldRequest,
        settings: toldSettings,
        attempts: [],
        ended: null,
        body: null,
      },
    ]);
    expect(view.timeline[0]?.callIndex).toBe(0);
  });

  test('keeps its end and the handle of its body', () => {
    const view = viewOf(enter, prepared, attempt(13, 1), at(130, toldCallEnd()));
    expect(view.calls[0]?.ended).toMatchObject({ status: 'success', statusCode: 200 });
    expect(view.calls[0]?.body?.handle).toBe('b1');
    expect(view.timeline[0]?.result).toBe('200');
    expect(view.nodes[toldNode('Get order')]).toMatchObject({
      state: 'running',
      statusCode: 200,
      tookMs: 120,
    });
  });

  test('that could not be made begins and ends at once, without a request', () => {
    const exception = toldCallEnd({
      status: 'exception',
      statusCode: null,
      code: 'endpoint-missing',
      sentence: 'Its endpoint is missing.',
      body: null,
    });
    const view = viewOf(enter, at(11, exception));
    expect(view.calls).toHaveLength(1);
    expect(view.calls[0]).toMatchObject({ request: null, attempts: [], startMs: 11 });
    expect(view.timeline[0]).toMatchObject({ callIndex: 0, result: 'exception' });
    expect(view.conversation.map(({ type }) => type)).toEqual(['call']);
  });

  test('that could not be made is one of its own after a call that was', () => {
    const exception = toldCallEnd({ status: 'exception', statusCode: null, body: null });
    const view = viewOf(
      enter,
      prepared,
      at(130, toldCallEnd()),
      at(131, { type: 'node-left', exit: 'success', through: 'success' }),
      at(132, { type: 'node-entered' }),
      at(133, exception),
    );
    expect(view.calls.map(({ ended }) => ended?.status)).toEqual(['success', 'exception']);
    expect(view.timeline.map(({ callIndex }) => callIndex)).toEqual([0, 1]);
  });

  test('shows its node at the attempt it is at', () => {
    const view = viewOf(enter, prepared, attempt(13, 1), at(20, toldAttemptEnd(1, 503, 7)), attempt(40, 2));
    expect(view.nodes[toldNode('Get order')]?.attempts).toBe(2);
  });
});

describe('the attempts of a call', () => {
  const told = [
    enter,
    prepared,
    attempt(13, 1),
    at(20, toldAttemptEnd(1, null, 7)),
    at(20, { type: 'retry-waiting', attempt: 1, delayMs: 500, reason: 'connection-refused' }),
    attempt(520, 2),
    exchange(520, 1, 'https://shop.example/orders/7', 2),
    phase('dns', 0, 2),
    at(600, toldAttemptEnd(2, 200, 80)),
  ] as const;

  test('are kept with their start, their end and the delay that followed', () => {
    expect(viewOf(...told).calls[0]?.attempts).toMatchObject([
      {
        number: 1,
        startMs: 13,
        tookMs: 7,
        statusCode: null,
        code: 'connection-refused',
        sentence: 'Nothing listens at shop.example.',
        delayMs: 500,
        exchanges: [],
      },
      { number: 2, startMs: 520, tookMs: 80, statusCode: 200, code: null, delayMs: null },
    ]);
  });

  test('hold the exchanges and phases that are theirs', () => {
    const [first, second] = viewOf(...told).calls[0]?.attempts ?? [];
    expect(first?.exchanges).toEqual([]);
    expect(second?.exchanges[0]?.phases).toEqual([{ phase: 'dns', startMs: 0, tookMs: 5 }]);
  });
});

describe('the delay after an attempt', () => {
  const ended: EventBody = {
    type: 'attempt-ended',
    attempt: 1,
    statusCode: 503,
    code: null,
    tookMs: 7,
    sentence: null,
  };
  const waiting: EventBody = { type: 'retry-waiting', attempt: 1, delayMs: 500, reason: 'backoff' };
  const first = (...told: readonly ToldEvent[]) =>
    viewOf(enter, prepared, attempt(13, 1), at(20, ended), at(20, waiting), ...told).calls[0]?.attempts[0];

  test('is what was planned, and observed once the next attempt begins', () => {
    expect(first()).toMatchObject({ delayMs: 500, observedDelayMs: null });
    expect(first(attempt(533, 2))).toMatchObject({ delayMs: 500, observedDelayMs: 513 });
  });
});

describe('a stream of events', () => {
  const told = (number: number): ToldEvent =>
    at(20 + number, {
      type: 'stream-event',
      attempt: 1,
      exchange: 1,
      number,
      atMs: number,
      event: 'tick',
      id: null,
      data: `data ${String(number)}`,
      complete: number < 2,
    });

  test('is kept with its exchange, in order', () => {
    const { calls } = viewOf(enter, prepared, attempt(13, 1), exchange(13, 1), told(1), told(2));
    expect(calls[0]?.attempts[0]?.exchanges[0]?.events).toEqual([
      { number: 1, atMs: 1, event: 'tick', id: null, data: 'data 1', complete: true },
      { number: 2, atMs: 2, event: 'tick', id: null, data: 'data 2', complete: false },
    ]);
  });
});

describe('the exchanges of an attempt', () => {
  const redirected: EventBody = {
    type: 'exchange-redirected',
    attempt: 1,
    exchange: 1,
    statusCode: 302,
    to: 'https://other.example/7',
    dropped: ['Authorization'],
  };
  const { calls } = viewOf(
    enter,
    prepared,
    attempt(13, 1),
    exchange(13, 1),
    phase('dns', 0),
    phase('wait', 5),
    at(20, head(302)),
    at(20, redirected),
    exchange(21, 2, 'https://other.example/7'),
    phase('wait', 1, 1, 2),
    at(40, head(200, 2)),
  );
  const exchanges = calls[0]?.attempts[0]?.exchanges ?? [];

  test('are one for each hop, with what stayed behind', () => {
    expect(exchanges.map(({ url }) => url)).toEqual([
      'https://shop.example/orders/7',
      'https://other.example/7',
    ]);
    expect(exchanges.map(({ redirectedTo }) => redirectedTo)).toEqual(['https://other.example/7', null]);
    expect(exchanges[0]?.dropped).toEqual(['Authorization']);
  });

  test('have their own phases and response heads', () => {
    expect(exchanges.map(({ phases }) => phases.map((each) => each.phase))).toEqual([
      ['dns', 'wait'],
      ['wait'],
    ]);
    expect(exchanges.map((each) => each.head?.statusCode)).toEqual([302, 200]);
  });
});

describe('the request that a call sent last', () => {
  const body = { type: 'text' as const, segments: [], truncated: false, sizeBytes: 2 };
  const posted = at(12, {
    type: 'call-prepared',
    endpointName: 'Shop API',
    settings: toldSettings,
    request: { ...toldRequest, method: 'POST', body },
  });
  const sent = (number: number, method: string, url: string, bodySizeBytes: number) =>
    at(20, {
      type: 'exchange-started',
      attempt: 1,
      exchange: number,
      method,
      url,
      headers: [
        { name: 'Host', value: [{ text: `host ${String(number)}`, from: 'literal' }], from: 'generated' },
      ],
      bodySizeBytes,
    });
  const preparedUrl = toldRequest.url.map(({ text }) => text).join('');
  const lastOf = (...told: readonly ToldEvent[]) => {
    const [call] = viewOf(enter, posted, ...told).calls;
    return lastSentRequest(call!, call!.attempts.at(-1));
  };

  test('is the prepared one as long as none was sent', () => {
    expect(lastOf()).toEqual({ ...toldRequest, method: 'POST', body });
  });

  test('has the head that was sent, and the address in its pieces', () => {
    expect(lastOf(attempt(13, 1), sent(1, 'POST', preparedUrl, 2))).toEqual({
      method: 'POST',
      url: toldRequest.url,
      headers: [{ name: 'Host', value: [{ text: 'host 1', from: 'literal' }], from: 'generated' }],
      body,
    });
  });

  test('is the GET without a body that a redirect made of a POST', () => {
    const hops = [sent(1, 'POST', preparedUrl, 2), sent(2, 'GET', 'https://shop.example/done', 0)];
    expect(lastOf(attempt(13, 1), ...hops)).toMatchObject({
      method: 'GET',
      url: [{ text: 'https://shop.example/done', from: 'literal' }],
      headers: [{ value: [{ text: 'host 2' }] }],
      body: { type: 'none' },
    });
  });
});

describe('a connection that was followed from a call', () => {
  test.each(['error', '404', '5xx', '3xx', '304'])('is one of trouble at the exit %s', (exit) => {
    const end = toldCallEnd({ status: 'error', statusCode: 304, code: 'http-status' });
    const { taken } = viewOf(
      enter,
      prepared,
      attempt(13, 1),
      at(20, end),
      at(21, { type: 'node-left', exit, through: exit }),
    );
    expect(taken).toEqual([{ node: toldNode('Get order'), exit, failed: true }]);
  });

  test('is none where the node lists the code as success', () => {
    const end = toldCallEnd({ statusCode: 304 });
    const { taken } = viewOf(
      enter,
      prepared,
      attempt(13, 1),
      at(20, end),
      at(21, { type: 'node-left', exit: '304', through: '304' }),
    );
    expect(taken).toMatchObject([{ failed: false }]);
  });
});
