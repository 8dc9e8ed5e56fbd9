// Whether and when a call is made again: every method against every end and every `Retry-After`, counted at the server.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExecutorFixture, type PolicyChanges } from '../../support/executor-fixture.ts';
import { answer, HttpRecorder, type RecordedAnswer } from '../../support/servers/http-recorder.ts';
import { RawServer } from '../../support/servers/raw-server.ts';

const firstDelayMs = 500;
const longestDelayMs = 30_000;

/** What a `Retry-After` makes of the delay; `stop` asks for longer than the longest delay. */
const retryAfters: readonly (readonly [value: string | null, delay: number | 'stop'])[] = [
  [null, firstDelayMs],
  ['0', 0],
  ['1', 1000],
  ['-5', firstDelayMs],
  ['9999999', 'stop'],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['Thu, 01 Jan 2099 00:00:00 GMT', 'stop'],
  ['soon, please', firstDelayMs],
];

/** Ends of an attempt without a head, which cannot carry a `Retry-After`. */
const headless = ['reset before the request', 'reset after the request', 'stall'] as const;
const codes = ['408', '425', '429', '500', '502', '503', '504'] as const;
type End = (typeof headless)[number] | (typeof codes)[number] | 'cut body';

interface Row {
  readonly method: string;
  readonly repeatUnsafe: boolean;
  readonly end: End;
  readonly retryAfter: string | null;
  /** The delay before the second attempt; `null` where there is none. */
  readonly delayMs: number | null;
}

const senders = [
  ...['GET', 'PUT', 'DELETE', 'POST', 'PATCH'].map((method) => ({ method, repeatUnsafe: false })),
  ...['POST', 'PATCH'].map((method) => ({ method, repeatUnsafe: true })),
];

const rows: readonly Row[] = senders.flatMap((sender) => [
  // A stall is ended by the clock of the exchange, which no test can turn: it is below, on real clocks.
  ...headless.filter((end) => end !== 'stall').map((end) => row(sender, end, null, firstDelayMs)),
  ...retryAfters.map(([retryAfter]) => row(sender, 'cut body', retryAfter, firstDelayMs)),
  ...codes.flatMap((code) => retryAfters.map(([retryAfter, delay]) => row(sender, code, retryAfter, delay))),
]);

function row(
  sender: Pick<Row, 'method' | 'repeatUnsafe'>,
  end: End,
  retryAfter: string | null,
  delay: number | 'stop',
): Row {
  const mayRepeat =
    sender.repeatUnsafe || !['POST', 'PATCH'].includes(sender.method) || end === 'reset before the request';
  return { ...sender, end, retryAfter, delayMs: mayRepeat && delay !== 'stop' ? delay : null };
}

const named = (each: Row) =>
  `${each.method}${each.repeatUnsafe ? ' (repeated though unsafe)' : ''}, ${each.end}, Retry-After ${each.retryAfter ?? 'none'}`;

/** The end of the first attempt, as bytes. */
function firstAnswer({ end, retryAfter }: Row): RecordedAnswer {
  const headers = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  if (end === 'stall') return { then: 'silence' };
  if (end === 'reset after the request') return { then: 'reset' };
  if (end !== 'cut body') return answer(Number(end), headers);
  const line = retryAfter === null ? '' : `Retry-After: ${retryAfter}\r\n`;
  return { bytes: `HTTP/1.1 200 X\r\n${line}Content-Length: 9\r\n\r\n123`, then: 'close' };
}

const policy = ({ repeatUnsafe }: Row, retry: PolicyChanges['retry'], responseMs: number): PolicyChanges => ({
  timeouts: { responseMs },
  retry: { retries: 2, firstDelayMs, longestDelayMs, jitter: 'none', repeatUnsafe, ...retry },
});

/** A server whose first answer is a row's end and whose second one is a 200, or that cuts the first handshake. */
async function serverOf(each: Row) {
  if (each.end !== 'reset before the request')
    return HttpRecorder.start((_request, number) => (number === 0 ? firstAnswer(each) : answer(200)));
  return RawServer.start(({ socket }) => void socket.once('data', () => socket.resetAndDestroy()));
}

describe('A call is made again as the rules say', () => {
  afterEach(() => vi.useRealTimers());

  it('in 462 combinations', () => {
    expect(rows).toHaveLength(462);
  });

  it.each(rows.map((each) => [named(each), each] as const))('%s', async (_name, each) => {
    await using server = await serverOf(each);
    const isCutHandshake = server instanceof RawServer;
    await using fixture = await ExecutorFixture.create();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let begun = 0;
    const tooEarly: number[] = [];
    const url = isCutHandshake ? `https://127.0.0.1:${String(server.port)}/` : server.origin;
    const run = fixture.start({ method: each.method, url }, policy(each, {}, 50), (event) => {
      if (event.type === 'attempt-started') begun += 1;
      if (event.type !== 'retry-waiting' || event.attempt > 1) return;
      setImmediate(() => {
        vi.advanceTimersByTime(Math.max(0, event.delayMs - 1));
        setImmediate(() => {
          if (event.delayMs > 0) tooEarly.push(begun - 1);
          vi.advanceTimersByTime(1);
        });
      });
    });
    if (isCutHandshake) {
      await run.event('retry-waiting', ({ attempt }) => attempt === 2);
      run.cancel();
    }
    const { attempts, variable } = await run.result;
    const [first] = attempts;
    const repeated = each.delayMs !== null;
    expect(first?.decision.retry).toBe(repeated);
    expect(run.all('retry-waiting')[0]?.delayMs ?? null).toBe(each.delayMs);
    expect(tooEarly.every((attemptsBegun) => attemptsBegun === 0)).toBe(true);
    if (isCutHandshake) {
      expect(first?.failure?.phase).toBe('tls');
      expect(server.connections).toHaveLength(2);
    } else {
      expect(server.requests.map(({ method }) => method)).toEqual(
        Array(Number(repeated) + 1).fill(each.method),
      );
      expect(variable.status === 'success').toBe(repeated);
    }
    expect(fixture.defects).toEqual([]);
  });
});

/** Every end with two methods, a stall with all of them, on the clocks of this machine. */
const onRealTime: readonly Row[] = [
  ...senders.map((sender) => row(sender, 'stall', null, 0)),
  ...codes.flatMap((code, at) => twoOf(at).map((sender) => row(sender, code, '0', 0))),
  ...(['reset before the request', 'reset after the request', 'cut body'] as const).flatMap((end, at) =>
    twoOf(at).map((sender) => row(sender, end, null, 0)),
  ),
];

function twoOf(at: number) {
  return [senders[at % senders.length]!, senders[(at + 3) % senders.length]!];
}

describe('A call is made again on real clocks', () => {
  it.each(onRealTime.map((each) => [named(each), each] as const))('%s', async (_name, each) => {
    await using server = await serverOf(each);
    await using fixture = await ExecutorFixture.create();
    const isCutHandshake = server instanceof RawServer;
    const url = isCutHandshake ? `https://127.0.0.1:${String(server.port)}/` : server.origin;
    const retry = { firstDelayMs: 50, retries: 1 };
    const run = fixture.start({ method: each.method, url }, policy(each, retry, 50));
    const { attempts } = await run.result;
    expect(attempts).toHaveLength(each.delayMs === null ? 1 : 2);
    if (isCutHandshake) expect(server.connections).toHaveLength(attempts.length);
    else expect(server.requests).toHaveLength(attempts.length);
    const [first, second] = attempts;
    const planned = run.all('retry-waiting')[0]?.delayMs ?? 0;
    if (first !== undefined && second !== undefined)
      expect(second.startedAtMs - first.startedAtMs - first.tookMs).toBeGreaterThanOrEqual(planned - 3);
  });
});
