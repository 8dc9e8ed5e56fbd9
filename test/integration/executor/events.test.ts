// The Timeline shows nothing but these events, so their order and content are held against real exchanges.
import { describe, expect, it } from 'vitest';
import type { ExecutorEvent } from '#electron/executor/executor-event.ts';
import { ExecutorFixture, header } from '../../support/executor-fixture.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';

/** An event by its type and its place in the call. */
function placed(event: ExecutorEvent): string {
  const attempt = 'attempt' in event ? ` ${event.attempt}` : '';
  const exchange = 'exchange' in event ? `.${event.exchange}` : '';
  const phase = event.type === 'exchange-phase' ? ` ${event.phase}` : '';
  return event.type + attempt + exchange + phase;
}

describe('The events of a call', () => {
  it('tell its attempts, exchanges and phases in the order they happen', async () => {
    await using server = await HttpRecorder.start(({ target }, number) => {
      if (target === '/start') return answer(302, { Location: '/end' });
      return answer(number < 3 ? 503 : 200, { 'Content-Type': 'text/plain' }, 'done');
    });
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start(
      { url: `${server.origin}/start` },
      { retry: { retries: 1, firstDelayMs: 1, jitter: 'none' } },
    );
    const result = await run.result;
    const exchange = (attempt: number, number: number, connecting: string[], redirected = false) => [
      `exchange-started ${attempt}.${number}`,
      ...[...connecting, 'send', 'wait'].map((phase) => `exchange-phase ${attempt}.${number} ${phase}`),
      `response-head ${attempt}.${number}`,
      ...(redirected ? [`exchange-redirected ${attempt}.${number}`] : []),
      `exchange-phase ${attempt}.${number} download`,
    ];
    expect(run.events.map(placed)).toEqual([
      'attempt-started 1',
      ...exchange(1, 1, ['connect'], true),
      ...exchange(1, 2, []),
      'attempt-ended 1',
      'retry-waiting 1',
      'attempt-started 2',
      ...exchange(2, 1, [], true),
      ...exchange(2, 2, []),
      'attempt-ended 2',
      'call-ended',
    ]);
    expect(run.all('call-ended')).toEqual([{ type: 'call-ended', result }]);
    expect(server.requests.map(({ target }) => target)).toEqual(['/start', '/end', '/start', '/end']);
  });

  it('hold the request as it leaves, with what a host needs to mask it', async () => {
    await using server = await HttpRecorder.start(() => answer(200));
    await using fixture = await ExecutorFixture.create();
    const authorization = header('Authorization', 'Bearer s3cret', { from: 'credential', holdsSecret: true });
    const run = fixture.start({ url: `${server.origin}/a`, headers: [authorization] });
    await run.result;
    const [{ request }] = run.all('exchange-started') as [
      Extract<ExecutorEvent, { type: 'exchange-started' }>,
    ];
    expect(request).toMatchObject({ method: 'GET', url: `${server.origin}/a`, bodySizeBytes: 0 });
    expect(request.headers).toContainEqual(authorization);
    expect(request.headers.map(({ name, value }) => [name, value])).toEqual(server.requests[0]?.headers);
  });

  it('hold the head of a response as it came', async () => {
    await using server = await HttpRecorder.start(
      () => 'HTTP/1.0 299 Fine so far\r\nX-A: 1\r\nx-a:  2 \r\n\r\n',
    );
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin });
    const event = await run.event('response-head');
    expect(event).toMatchObject({
      head: {
        statusCode: 299,
        reason: 'Fine so far',
        httpVersion: '1.0',
        rawHeaders: ['X-A', '1', 'x-a', '2'],
      },
      remoteAddress: '127.0.0.1',
      reusedConnection: false,
    });
    run.cancel();
    await run.result;
  });

  it('tell where a redirect leads and what stays behind, before anything is sent there', async () => {
    await using other = await HttpRecorder.start(() => answer(200));
    await using server = await HttpRecorder.start(() => answer(307, { Location: `${other.origin}/b?c=d` }));
    await using fixture = await ExecutorFixture.create();
    const headers = [
      header('X-Api-Key', 'k3y', { from: 'endpoint', holdsSecret: true }),
      header('Accept', '*/*', { from: 'generated' }),
    ];
    const run = fixture.start({ url: server.origin, headers });
    const redirected = await run.event('exchange-redirected');
    expect(other.server.connections).toEqual([]);
    expect(redirected).toEqual({
      type: 'exchange-redirected',
      attempt: 1,
      exchange: 1,
      statusCode: 307,
      to: `${other.origin}/b?c=d`,
      dropped: ['x-api-key'],
    });
    const { attempts, warnings } = await run.result;
    expect(attempts[0]?.exchanges[0]?.redirect).toEqual({
      to: `${other.origin}/b?c=d`,
      dropped: ['x-api-key'],
    });
    expect(run.all('warned')).toEqual(warnings.map((warning) => ({ type: 'warned', ...warning })));
    expect(warnings).toEqual([
      {
        code: 'credentials-dropped',
        message: 'A redirect led to another origin, so these were not sent there: x-api-key.',
      },
    ]);
    expect(other.server.connections[0]?.received).not.toContain('k3y');
  });

  it('tell the pause before a further attempt', async () => {
    await using server = await HttpRecorder.start((_request, number) => answer(number === 0 ? 503 : 200));
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start(
      { url: server.origin },
      { retry: { retries: 1, firstDelayMs: 40, jitter: 'none' } },
    );
    const { attempts } = await run.result;
    expect(run.all('retry-waiting')).toEqual([
      { type: 'retry-waiting', attempt: 1, delayMs: 40, reason: 'backoff' },
    ]);
    expect(attempts[0]?.decision).toEqual({ retry: true, delayMs: 40, delayFrom: 'backoff' });
  });

  it('say that a server asked for too long a pause', async () => {
    await using server = await HttpRecorder.start(() => answer(429, { 'Retry-After': '3600' }));
    await using fixture = await ExecutorFixture.create();
    const { attempts, variable, warnings } = await fixture.execute(
      { url: server.origin },
      { retry: { retries: 3 } },
    );
    expect(variable).toMatchObject({ status: 'error', status_code: 429 });
    expect(attempts).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toEqual(['retry-after-too-long']);
  });

  it('end the attempt of a failure with its code and sentence', async () => {
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: 'http://127.0.0.1:1/' });
    const ended = await run.event('attempt-ended');
    expect(ended).toMatchObject({
      attempt: 1,
      statusCode: null,
      code: 'connection-refused',
      sentence: '127.0.0.1 refused the connection on port 1.',
    });
    expect(run.all('response-head')).toEqual([]);
    await run.result;
  });

  it('do no harm to the call when their listener throws', async () => {
    await using server = await HttpRecorder.start(() => answer(200, {}, 'fine'));
    await using fixture = await ExecutorFixture.create();
    const run = fixture.start({ url: server.origin }, {}, () => {
      throw new Error('a defect of the listener');
    });
    expect((await run.result).variable).toMatchObject({ status: 'success', body: 'fine' });
    expect(fixture.defects.length).toBe(run.events.length);
  });
});

describe('Two calls at the same time', () => {
  it('keep their events and results apart', async () => {
    await using server = await HttpRecorder.start(async ({ target }) => {
      await server.request(1);
      return answer(200, { 'Content-Type': 'text/plain' }, target);
    });
    await using fixture = await ExecutorFixture.create();
    const runs = ['/a', '/b'].map((target) => fixture.start({ url: server.origin + target }));
    const bodies = await Promise.all(runs.map(async ({ result }) => (await result).variable.body));
    expect(bodies).toEqual(['/a', '/b']);
    for (const run of runs) expect(run.all('attempt-started')).toHaveLength(1);
  });
});
