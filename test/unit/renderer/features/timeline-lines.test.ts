// The lines of the Timeline: what can be unfolded of a call, and where each line begins.
import { expect, it } from 'vitest';
import { timelineLines } from '../../../../renderer/features/timeline/timeline-lines.ts';
import {
  toldAttemptEnd,
  toldCallEnd,
  toldRequest,
  toldSettings,
  viewOf,
  type EventBody,
  type ToldEvent,
} from '../../../support/told-run.ts';

const exchange = (attempt: number, number: number, url: string): EventBody => ({
  type: 'exchange-started',
  attempt,
  exchange: number,
  method: 'GET',
  url,
  headers: [],
  bodySizeBytes: 0,
});
const phase = (number: number, name: 'connect' | 'wait', startMs: number, tookMs: number): EventBody => ({
  type: 'exchange-phase',
  attempt: 1,
  exchange: number,
  phase: name,
  startMs,
  tookMs,
});
const head = (number: number, statusCode: number): EventBody => ({
  type: 'response-head',
  attempt: 1,
  exchange: number,
  statusCode,
  reason: '',
  httpVersion: '1.1',
  remoteAddress: null,
  reusedConnection: false,
  headers: [],
});
const streamEvent = (number: number, atMs: number): EventBody => ({
  type: 'stream-event',
  attempt: 1,
  exchange: 1,
  number,
  atMs,
  event: 'message',
  id: null,
  data: '',
  complete: true,
});
const told = (...bodies: readonly EventBody[]): readonly ToldEvent[] => {
  const begun: readonly EventBody[] = [
    { type: 'node-entered' },
    { type: 'call-prepared', endpointName: 'Shop API', request: toldRequest, settings: toldSettings },
    { type: 'attempt-started', attempt: 1 },
    exchange(1, 1, 'https://shop.example/start'),
  ];
  return [...begun, ...bodies].map((body) => [10, 'Get order', body]);
};
const linesOf = (...bodies: readonly EventBody[]) =>
  timelineLines(viewOf(...told(...bodies)), () => true).map(({ expanded, kind, label, startMs, tookMs }) => [
    kind,
    label,
    expanded,
    startMs,
    tookMs,
  ]);

it('a call of one exchange has nothing to unfold', () => {
  expect(linesOf(phase(1, 'wait', 0, 5), head(1, 200), toldAttemptEnd(1, 200, 5), toldCallEnd())).toEqual([
    ['node', '', null, 10, expect.any(Number)],
  ]);
});

it('the hops of an attempt follow one another', () => {
  const lines = linesOf(
    phase(1, 'connect', 0, 3),
    phase(1, 'wait', 3, 4),
    head(1, 302),
    exchange(1, 2, 'https://shop.example/end'),
    phase(2, 'wait', 1, 5),
    head(2, 200),
    toldAttemptEnd(1, 200, 14),
    toldCallEnd(),
  );
  expect(lines).toEqual([
    ['node', '', true, 10, expect.any(Number)],
    ['attempt', 'Attempt 1', null, 10, 14],
    ['hop', 'Hop 1', null, 10, 7],
    ['hop', 'Hop 2', null, 17, 6],
  ]);
});

it('the events of a stream have a line with a tick for each, and not more than can be told apart', () => {
  const few = linesOf(head(1, 200), streamEvent(1, 5), streamEvent(2, 25));
  expect(few.at(-1)).toEqual(['stream', '2 events', null, 15, 20]);
  const many = Array.from({ length: 1000 }, (_, at) => streamEvent(at + 1, at));
  const view = viewOf(...told(head(1, 200), ...many));
  const [line] = timelineLines(view, () => true).filter(({ kind }) => kind === 'stream');
  expect(line?.label).toBe('1000 events');
  expect(line?.ticksMs).toHaveLength(200);
});
