// Servers are not to be trusted: whatever bytes come, and whenever a call is cancelled, it ends with a name for what
// happened.
import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExecutor } from '#electron/executor/execute-call.ts';
import { ExecutorFixture, header, policyWith, type RunningCall } from '../../support/executor-fixture.ts';
import { openTimers } from '../../support/open-timers.ts';
import { readCases } from '../../support/read-cases.ts';
import { runs } from '../../support/runs.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';
import { RawServer } from '../../support/servers/raw-server.ts';

/** The answers of the table of responses, as bytes to spoil. */
const answers = (
  readCases('responses') as readonly { readonly response_text?: string; readonly response_base64?: string }[]
)
  .map(({ response_base64: base64, response_text: text }) =>
    base64 === undefined ? Buffer.from(text ?? '', 'latin1') : Buffer.from(base64, 'base64'),
  )
  .filter((bytes) => bytes.length > 0);

/** An answer that was cut, or in which some bytes are others. */
const spoiledAnswer = fc
  .record({
    bytes: fc.constantFrom(...answers),
    length: fc.double({ min: 0, max: 1, noNaN: true }),
    changes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
      maxLength: 4,
    }),
  })
  .map(({ bytes, changes, length }) => {
    const spoiled = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * length)));
    for (const [at, byte] of changes) spoiled[Math.floor(spoiled.length * at)] = byte;
    return spoiled;
  });

describe('Whatever bytes a server sends', () => {
  it('a call ends in time as a response or as a failure with a name, and nothing goes wrong on our side', async () => {
    let bytes = Buffer.alloc(0);
    await using server = await RawServer.start(async ({ receivedText, socket }) => {
      await receivedText('\r\n\r\n');
      socket.end(bytes);
    });
    await using fixture = await ExecutorFixture.create();
    await fc.assert(
      fc.asyncProperty(spoiledAnswer, async (spoiled) => {
        bytes = spoiled;
        const { tookMs, variable } = await fixture.execute(
          { url: server.origin },
          { timeouts: { responseMs: 2_000, idleMs: 2_000 }, redirects: { policy: 'never' } },
        );
        expect(['success', 'error', 'failure']).toContain(variable.status);
        expect(variable.error_detail?.code ?? 'none').not.toMatch(/internal|timeout/);
        expect(tookMs).toBeLessThan(2_000);
        expect(fixture.defects).toEqual([]);
      }),
      { numRuns: runs(250) },
    );
  });
});

describe('A cancel at any moment', () => {
  it('ends the call at once and leaves no connection open that was in use', async () => {
    await using server = await HttpRecorder.start(({ target }, number) => {
      if (target === '/a') return answer(302, { Location: '/b' });
      return number % 3 === 0 ? answer(503) : answer(200, {}, 'x'.repeat(100_000));
    });
    await using fixture = await ExecutorFixture.create();
    const moments = fc.record({ event: fc.integer({ min: 1, max: 14 }), turnsLater: fc.nat(6) });
    await fc.assert(
      fc.asyncProperty(moments, async ({ event, turnsLater }) => {
        let told = 0;
        const run = fixture.start(
          { url: `${server.origin}/a` },
          { retry: { retries: 2, firstDelayMs: 0 } },
          () => {
            told += 1;
            if (told === event) void cancelledLater(run, turnsLater);
          },
        );
        const { variable } = await run.result;
        const ended = variable.error_detail?.code ?? variable.status;
        expect(['cancelled', 'success', 'http-status']).toContain(ended);
      }),
      { numRuns: runs(200) },
    );
    expect(fixture.defects).toEqual([]);
    fixture.agents.closeIdle(0);
    await Promise.all(server.server.connections.map((connection) => connection.closed()));
  });
});

/** Cancels so many turns of the event loop later: at once where it is none. */
async function cancelledLater(run: RunningCall, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
  run.cancel();
}

describe('A request that Node refuses to open', () => {
  it('is an exception in words and leaves no clock running', async () => {
    await using fixture = await ExecutorFixture.create();
    using timers = openTimers();
    const planted = timers.of(() => setTimeout(() => undefined, 60_000));
    expect(await timers.count()).toBe(1);
    clearTimeout(planted);
    // The preparation refuses this header; it stands for whatever Node may refuse some day.
    const headers = [header('Trailer', 'Expires')];
    const { variable } = await timers.of(() => fixture.execute({ url: 'http://127.0.0.1:1/', headers }));
    expect(variable).toMatchObject({ status: 'exception', error_detail: { code: 'internal-error' } });
    expect(await timers.count()).toBe(0);
  });
});

describe('Many calls', () => {
  it('leave no listener, no timer and no more connections than were needed at once', async () => {
    await using server = await HttpRecorder.start((_request, number) => answer(number % 5 === 0 ? 503 : 200));
    await using fixture = await ExecutorFixture.create();
    const { signal } = new AbortController();
    const executor = createExecutor({
      agents: fixture.agents,
      resolveFile: (file) => file,
      bodyFolder: () => Promise.resolve(fixture.folder),
    });
    const policy = policyWith({
      timeouts: { totalMs: 60_000 },
      retry: { retries: 2, firstDelayMs: 0, jitter: 'none' },
    });
    using timers = openTimers();
    const sent = { method: 'GET', url: server.origin, headers: [], body: { type: 'none' } } as const;
    const call = () => timers.of(() => executor.execute(sent, policy, { signal, onEvent: () => undefined }));
    await call();
    const timersBefore = await timers.count();
    const [socket] = Object.values(fixture.agents.agentFor(new URL(server.origin)).freeSockets).flat();
    const listeners = () => socket!.eventNames().map((name) => [name, socket!.listenerCount(name)]);
    const listenersBefore = listeners();
    for (let made = 0; made < 5_000; made += 1) await call();
    expect(server.server.connections).toHaveLength(1);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(await timers.count()).toBeLessThanOrEqual(timersBefore);
    expect(listeners()).toEqual(listenersBefore);
  });
});
