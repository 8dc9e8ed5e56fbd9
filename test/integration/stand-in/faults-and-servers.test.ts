// Every fault is held against a real server that does the same: what a call comes to must be equal but for its times.
import type { TlsOptions } from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CallResult } from '#electron/executor/call-result.ts';
import type { ConnectionSettings } from '#electron/executor/agents.ts';
import type { Fault } from '#shared/stand-in/fault.ts';
import { newFault } from '#shared/stand-in/new-fault.ts';
import {
  bytesBody,
  ExecutorFixture,
  loopbackLookup,
  type PolicyChanges,
  type RequestParts,
} from '../../support/executor-fixture.ts';
import { planOfFault } from '../../support/stand-in-plans.ts';
import { ConnectBlackHole } from '../../support/servers/black-holes.ts';
import { type Certificates, makeCertificates } from '../../support/servers/certificates.ts';
import { answer, HttpRecorder, type RecordedAnswer } from '../../support/servers/http-recorder.ts';
import { RawServer } from '../../support/servers/raw-server.ts';

/** What two calls must have in common: everything but times, sizes of a handshake and the address that answered. */
function comparable({ attempts, body, head, variable, warnings, wayOn }: CallResult) {
  const { timestamp: _timestamp, ...rest } = variable;
  return {
    variable: rest,
    wayOn,
    warnings,
    bodyBytes: body.sizeBytes,
    head: head === null ? null : { ...head, receivedAtMs: 0 },
    attempts: attempts.map(({ decision, exchanges, failure, statusCode }) => ({
      decision: { ...decision, delayMs: 0 },
      failure: failure === null ? null : { ...failure, placeholders: withoutElapsed(failure) },
      statusCode,
      exchanges: exchanges.map(({ bytesReceived, bytesSent, connection, redirect, timings }) => ({
        bytesReceived,
        bytesSent,
        stood: connection !== null,
        redirect,
        phases: timings.map(({ phase }) => phase),
      })),
    })),
  };
}

/** Where no clock struck, its place in the sentences holds how long it took. */
function withoutElapsed({ code, placeholders }: NonNullable<CallResult['attempts'][number]['failure']>) {
  return code.startsWith('timeout-') ? placeholders : { ...placeholders, limit_ms: 0 };
}

/** A call that a server answers, and the same call with a fault, which the server must hear nothing of. */
async function bothAnswered(
  given: RecordedAnswer,
  fault: Fault,
  changes: PolicyChanges = {},
  parts: Partial<RequestParts> = {},
) {
  await using server = await HttpRecorder.start(() => given);
  await using fixture = await ExecutorFixture.create();
  const request = { url: `${server.origin}/orders/42`, ...parts };
  const live = await fixture.execute(request, changes);
  const heard = server.server.connections.length;
  const faulty = await fixture.startWithStandIn(request, planOfFault(fault), changes).result;
  expect(server.server.connections.length).toBe(heard);
  expect(fixture.defects).toEqual([]);
  return { live, faulty };
}

function jsonAnswer(statusLine: string, body: string, more = '', length = body.length): string {
  return `HTTP/1.1 ${statusLine}\r\nContent-Type: application/json\r\n${more}Content-Length: ${length}\r\n\r\n${body}`;
}

const order = '{"id":42,"items":[1,2,3]}';

describe('A fault that answers', () => {
  it.each([
    ['200 OK', 200],
    ['301 Moved Permanently', 301],
    ['404 Not Found', 404],
    ['429 Too Many Requests', 429],
    ['503 Service Unavailable', 503],
  ])('with %s comes to what a server comes to', async (line, statusCode) => {
    const { faulty, live } = await bothAnswered(jsonAnswer(line, order), {
      kind: 'status',
      statusCode,
      body: order,
    });
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.variable.status_code).toBe(statusCode);
  });

  it('counts the same attempts as a server whose every answer is repeated', async () => {
    const retry = { retries: 2, firstDelayMs: 0 };
    const fault: Fault = { kind: 'status', statusCode: 503, body: order, retryAfterS: 0 };
    const given = jsonAnswer('503 Service Unavailable', order, 'Retry-After: 0\r\n');
    const { faulty, live } = await bothAnswered(given, fault, { retry });
    expect(faulty.attempts).toHaveLength(3);
    // A real server keeps its connection, so that it is connected to only once.
    const withoutPhases = (result: CallResult) =>
      comparable(result).attempts.map(({ exchanges: _exchanges, ...rest }) => rest);
    expect(withoutPhases(faulty)).toEqual(withoutPhases(live));
    expect(faulty.variable.error_detail).toEqual({ ...live.variable.error_detail });
  });

  it('gives no body to a HEAD and none for 204', async () => {
    const head = await bothAnswered(
      jsonAnswer('200 OK', '', '', order.length),
      { kind: 'status', statusCode: 200, body: order },
      {},
      { method: 'HEAD' },
    );
    expect(comparable(head.faulty)).toEqual(comparable(head.live));
    expect(head.faulty.variable).toMatchObject({ status: 'success', body: null });
    const none = await bothAnswered(
      'HTTP/1.1 204 No Content\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n',
      { kind: 'status', statusCode: 204, body: '' },
    );
    expect(comparable(none.faulty)).toEqual(comparable(none.live));
  });

  it('waits until a large request has left', async () => {
    const body = bytesBody('x'.repeat(300_000));
    const { faulty, live } = await bothAnswered(
      jsonAnswer('200 OK', order),
      { kind: 'status', statusCode: 200, body: order },
      {},
      { method: 'POST', body },
    );
    expect(comparable(faulty)).toEqual(comparable(live));
  });

  it('with broken JSON has the same parse error', async () => {
    const body = '{"id":42,"items":[1,2';
    const { faulty, live } = await bothAnswered(jsonAnswer('200 OK', body), {
      kind: 'malformed-json',
      statusCode: 200,
      body,
    });
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.variable.parse_error).toBeDefined();
  });

  it('with a body that is cut is the same failure', async () => {
    const cut = jsonAnswer('200 OK', order.slice(0, Math.floor(order.length / 2)), '', order.length);
    const { faulty, live } = await bothAnswered(
      { bytes: cut, then: 'close' },
      { kind: 'cut-body', statusCode: 200, body: order },
    );
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.variable.error_detail?.code).toBe('body-truncated');
  });

  it('that is larger than the limit is the same failure', async () => {
    const limits = { bodyBytes: 10 };
    const { faulty, live } = await bothAnswered(
      jsonAnswer('200 OK', order),
      { kind: 'status', statusCode: 200, body: order },
      { limits },
    );
    expect(comparable(faulty).variable).toEqual(comparable(live).variable);
    expect(faulty.variable.error_detail?.code).toBe('response-too-large');
  });

  it('in drops comes to the whole answer, and takes the time it is told', async () => {
    const { faulty, live } = await bothAnswered(jsonAnswer('200 OK', order), {
      kind: 'slow-drip',
      statusCode: 200,
      body: order,
      overMs: 250,
    });
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.tookMs).toBeGreaterThanOrEqual(245);
  });

  it('late comes to the whole answer, and takes the time it is told', async () => {
    const { faulty, live } = await bothAnswered(jsonAnswer('200 OK', order), {
      kind: 'latency',
      statusCode: 200,
      body: order,
      delayMs: 200,
    });
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.tookMs).toBeGreaterThanOrEqual(198);
  });

  it('later than the response clock is cut by it as a late server is', async () => {
    const fault: Fault = { kind: 'latency', statusCode: 200, body: order, delayMs: 60_000 };
    const timeouts = { responseMs: 100 };
    const { faulty, live } = await bothAnswered({ then: 'silence' }, fault, { timeouts });
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.variable.error_detail?.code).toBe('timeout-response');
  });
});

describe('A timeout that is a fault', () => {
  const begun = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 64\r\n\r\n{';
  const cases: readonly (readonly [
    clock: 'response' | 'idle' | 'total',
    setting: 'responseMs' | 'idleMs' | 'totalMs',
    given: RecordedAnswer,
  ])[] = [
    ['response', 'responseMs', { then: 'silence' }],
    ['idle', 'idleMs', { bytes: begun, then: 'silence' }],
    ['total', 'totalMs', { then: 'silence' }],
  ];

  it.each(cases)(
    'of the %s clock is the clock that strikes at a silent server',
    async (clock, setting, given) => {
      const fault: Fault = { kind: 'timeout', clock, inRealTime: false };
      const { faulty, live } = await bothAnswered(given, fault, { timeouts: { [setting]: 150 } });
      expect(comparable(faulty)).toEqual(comparable(live));
      expect(faulty.variable.error_detail?.code).toBe(`timeout-${clock}`);
    },
  );

  it.each(cases)('of the %s clock does not wait for it', async (clock, setting) => {
    await using fixture = await ExecutorFixture.create();
    const plan = planOfFault({ kind: 'timeout', clock });
    const changes = { timeouts: { [setting]: 3_600_000 } };
    const { tookMs, variable } = await fixture.startWithStandIn({ url: 'http://127.0.0.1:9/' }, plan, changes)
      .result;
    expect(variable.error_detail?.code).toBe(`timeout-${clock}`);
    expect(variable.error).toContain('3600000 ms');
    expect(tookMs).toBeLessThan(5_000);
  });

  it('of the connect clock is the clock that strikes where nobody accepts', async () => {
    await using hole = await ConnectBlackHole.start();
    await using fixture = await ExecutorFixture.create();
    const request = { url: `http://127.0.0.1:${hole.port}/` };
    const changes = { timeouts: { connectMs: 150 }, retry: { retries: 1, firstDelayMs: 0 } };
    const live = await fixture.execute(request, changes);
    const plan = planOfFault({ kind: 'timeout', clock: 'connect' });
    const faulty = await fixture.startWithStandIn(request, plan, changes).result;
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.variable.error_detail).toEqual({ code: 'timeout-connect', phase: 'connect', attempts: 2 });
  });

  it('of a total clock that is off strikes as if it were set to 30 seconds', async () => {
    await using fixture = await ExecutorFixture.create();
    const plan = planOfFault({ kind: 'timeout', clock: 'total' });
    const { variable } = await fixture.startWithStandIn({ url: 'http://127.0.0.1:9/' }, plan).result;
    expect(variable.error).toBe('The call to 127.0.0.1 took longer than 30000 ms in all.');
  });

  it('in real time waits for its clock', async () => {
    await using fixture = await ExecutorFixture.create();
    const plan = planOfFault({ kind: 'timeout', clock: 'response', inRealTime: true });
    const changes = { timeouts: { responseMs: 200 } };
    const { tookMs, variable } = await fixture.startWithStandIn({ url: 'http://127.0.0.1:9/' }, plan, changes)
      .result;
    expect(variable.error_detail?.code).toBe('timeout-response');
    expect(tookMs).toBeGreaterThanOrEqual(198);
  });
});

describe('A connection that is a fault', () => {
  async function both(
    request: RequestParts,
    fault: Fault,
    settings: ConnectionSettings = {},
  ): Promise<{ live: CallResult; faulty: CallResult }> {
    await using fixture = await ExecutorFixture.create(settings);
    const changes = { retry: { retries: 1, firstDelayMs: 0 } };
    const live = await fixture.execute(request, changes);
    const faulty = await fixture.startWithStandIn(request, planOfFault(fault), changes).result;
    return { live, faulty };
  }

  it('that is refused is what a closed port gives, also to a POST', async () => {
    const request = { method: 'POST', url: 'http://127.0.0.1:1/', body: bytesBody('once') };
    const { faulty, live } = await both(request, newFault('refused'));
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.variable.error_detail).toEqual({
      code: 'connection-refused',
      phase: 'connect',
      attempts: 2,
    });
  });

  it('whose name is not known is what a name server says', async () => {
    const { faulty, live } = await both({ url: 'http://shop.test/' }, newFault('dns'), {
      lookup: (_host, _options, callback) => {
        callback(Object.assign(new Error('none'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), []);
      },
    });
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.variable.error_detail?.code).toBe('dns-not-found');
  });

  it('whose name is not known can be had for an address, too', async () => {
    await using fixture = await ExecutorFixture.create();
    const plan = planOfFault({ kind: 'dns' });
    const { variable } = await fixture.startWithStandIn({ url: 'http://127.0.0.1:9/' }, plan).result;
    expect(variable.error_detail).toEqual({ code: 'dns-not-found', phase: 'dns', attempts: 1 });
  });

  it('that breaks is what a server that breaks it gives', async () => {
    const { faulty, live } = await bothAnswered({ then: 'reset' }, newFault('reset'));
    expect(comparable(faulty)).toEqual(comparable(live));
    expect(faulty.variable.error_detail?.code).toBe('connection-reset');
  });
});

describe('A TLS failure that is a fault', () => {
  let certificates: Certificates;
  beforeAll(() => {
    certificates = makeCertificates();
  });

  const refusals: readonly (readonly [Extract<Fault, { kind: 'tls' }>['trouble'], () => TlsOptions])[] = [
    ['certificate-expired', () => certificates.expired],
    ['certificate-not-yet-valid', () => certificates.notYetValid],
    ['certificate-self-signed', () => certificates.selfSigned],
    ['certificate-not-trusted', () => certificates.notTrusted],
    ['certificate-host-mismatch', () => certificates.otherHost],
  ];

  async function outcomes(trouble: Extract<Fault, { kind: 'tls' }>['trouble'], url: string) {
    await using fixture = await ExecutorFixture.create({
      lookup: loopbackLookup,
      certificateAuthorities: [certificates.authority.cert],
    });
    const changes = { retry: { retries: 1, firstDelayMs: 0 } };
    const live = await fixture.execute({ url }, changes);
    const running = fixture.startWithStandIn({ url }, planOfFault({ kind: 'tls', trouble }), changes);
    const faulty = await running.result;
    return { live, faulty, secured: running.all('exchange-secured') };
  }

  /** The words of a certificate that was made up are not those of the real one. */
  function kindOf({ attempts, variable }: CallResult) {
    return {
      status: variable.status,
      detail: variable.error_detail,
      decisions: attempts.map(({ decision }) => ({ ...decision, delayMs: 0 })),
      phases: attempts.map(({ exchanges }) =>
        exchanges.map(({ timings }) => timings.map(({ phase }) => phase)),
      ),
    };
  }

  it.each(refusals)(
    'as %s is what the real certificate gives, and shows what is wrong',
    async (trouble, options) => {
      await using server = await HttpRecorder.start(() => answer(200, {}, 'ok'), options());
      const { faulty, live, secured } = await outcomes(trouble, `https://a.test:${server.port}/`);
      expect(kindOf(faulty)).toEqual(kindOf(live));
      expect(faulty.variable.error_detail).toMatchObject({ code: trouble, phase: 'tls' });
      expect(faulty.variable.error).not.toContain('unknown');
      expect(secured.map(({ secured: { trouble: words, verification } }) => [verification, words])).toEqual([
        ['failed', faulty.variable.error],
      ]);
    },
  );

  it('without TLS on the other side is what a plain server gives', async () => {
    await using server = await RawServer.start(({ socket }) => {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    });
    const { faulty, live } = await outcomes('tls-not-spoken', `https://a.test:${server.port}/`);
    expect(kindOf(faulty)).toEqual(kindOf(live));
  });

  it('in the handshake is what a server that ends it gives', async () => {
    await using server = await RawServer.start(({ socket }) => {
      socket.once('data', () => socket.destroy());
    });
    const { faulty, live } = await outcomes('tls-handshake-failed', `https://a.test:${server.port}/`);
    expect(kindOf(faulty)).toEqual(kindOf(live));
    expect(faulty.variable.error_detail?.code).toBe('tls-handshake-failed');
  });
});
