// Kept connections save time and can be dead when they are used again; both are counted at the server.
import { describe, expect, it } from 'vitest';
import { createAgents } from '#electron/executor/agents.ts';
import { bytesBody, ExecutorFixture } from '../../support/executor-fixture.ts';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { answer, HttpRecorder, type RecordedAnswer } from '../../support/servers/http-recorder.ts';

/** Serves the first request of each connection and does something else to every later one. */
function servesOnce(later: RecordedAnswer) {
  const served = new Set<number>();
  return ({ connection }: { readonly connection: number }): RecordedAnswer => {
    if (served.has(connection)) return later;
    served.add(connection);
    return answer(200, { 'Content-Type': 'text/plain' }, `from ${connection}`);
  };
}

describe('The connections of a run', () => {
  it('are used again by later calls, without lookup, connecting or handshake', async () => {
    await using server = await HttpRecorder.start(() => answer(200));
    await using fixture = await ExecutorFixture.create();
    await fixture.execute({ url: server.origin });
    const { attempts } = await fixture.execute({ url: server.origin });
    const [exchange] = attempts[0]!.exchanges;
    expect(server.server.connections).toHaveLength(1);
    expect(exchange?.connection?.reused).toBe(true);
    expect(exchange?.timings.map(({ phase }) => phase)).toEqual(['send', 'wait', 'download']);
    expect(exchange?.bytesReceived).toBe(answer(200).length);
  });

  it('serve calls side by side', async () => {
    await using server = await HttpRecorder.start(async () => {
      await server.request(4);
      return answer(200);
    });
    await using fixture = await ExecutorFixture.create();
    const calls = Array.from({ length: 5 }, () => fixture.execute({ url: server.origin }));
    const results = await Promise.all(calls);
    expect(results.map(({ variable }) => variable.status)).toEqual(Array(5).fill('success'));
    expect(server.server.connections).toHaveLength(5);
  });

  it('are closed with the run', async () => {
    await using server = await HttpRecorder.start(() => answer(200));
    const fixture = await ExecutorFixture.create();
    await fixture.execute({ url: server.origin });
    const connection = await server.server.connection();
    expect(connection.isOpen).toBe(true);
    await fixture[Symbol.asyncDispose]();
    await connection.closed();
  });

  it.each(['reset', 'close'] as const)(
    'that turn out to be dead (%s) cost a GET one more exchange and no attempt',
    async (then) => {
      await using server = await HttpRecorder.start(servesOnce({ then }));
      await using fixture = await ExecutorFixture.create();
      await fixture.execute({ url: server.origin });
      const { attempts, variable } = await fixture.execute({ url: server.origin });
      expect(variable).toMatchObject({ status: 'success', body: 'from 1' });
      expect(attempts).toHaveLength(1);
      const [dead, fresh] = attempts[0]!.exchanges;
      expect(dead?.failure?.code).toBe(then === 'reset' ? 'connection-reset' : 'connection-closed');
      expect([dead?.connection?.reused, fresh?.connection?.reused]).toEqual([true, false]);
      expect(server.requests).toHaveLength(3);
    },
  );

  it('that are closed by TLS in an orderly way are dead as well, since an alert is no answer', async () => {
    const { authority, server: tlsOptions } = makeCertificates();
    await using server = await HttpRecorder.start(servesOnce({ then: 'close' }), tlsOptions);
    await using fixture = await ExecutorFixture.create({ certificateAuthorities: [authority.cert] });
    const url = `https://127.0.0.1:${server.port}/`;
    await fixture.execute({ url });
    expect((await fixture.execute({ url })).variable).toMatchObject({ status: 'success', body: 'from 1' });
  });

  it('that turn out to be dead fail a POST, which the server may have carried out', async () => {
    await using server = await HttpRecorder.start(servesOnce({ then: 'reset' }));
    await using fixture = await ExecutorFixture.create();
    await fixture.execute({ url: server.origin });
    const { variable } = await fixture.execute({ method: 'POST', url: server.origin, body: bytesBody('{}') });
    expect(variable.error_detail).toEqual({ code: 'connection-reset', phase: 'wait', attempts: 1 });
    expect(server.requests).toHaveLength(2);
  });

  it('that turn out to be dead repeat a POST where the policy allows it', async () => {
    await using server = await HttpRecorder.start(servesOnce({ then: 'reset' }));
    await using fixture = await ExecutorFixture.create();
    await fixture.execute({ url: server.origin });
    const { variable } = await fixture.execute(
      { method: 'POST', url: server.origin, body: bytesBody('{"a":1}') },
      { retry: { repeatUnsafe: true } },
    );
    expect(variable).toMatchObject({ status: 'success', body: 'from 1' });
    expect(server.requests.map(({ body }) => body)).toEqual(['', '{"a":1}', '{"a":1}']);
  });

  it('that break on their first use are no reason to send anything twice', async () => {
    await using server = await HttpRecorder.start(() => ({ then: 'reset' }));
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute({ url: server.origin });
    expect(variable.error_detail).toEqual({ code: 'connection-reset', phase: 'wait', attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  it.each(['reset', 'close'] as const)(
    'that answer a few bytes and break (%s) were not dead, so nothing is sent twice',
    async (then) => {
      await using server = await HttpRecorder.start(servesOnce({ bytes: 'HTTP/1.1 20', then }));
      await using fixture = await ExecutorFixture.create();
      await fixture.execute({ url: server.origin });
      const { attempts, variable } = await fixture.execute({ url: server.origin });
      expect(variable.status).toBe('failure');
      expect(attempts[0]?.exchanges.map(({ bytesReceived }) => bytesReceived)).toEqual([11]);
      expect(server.requests).toHaveLength(2);
    },
  );

  it('that break in the middle of an answer are not repeated within an attempt', async () => {
    const cut = { bytes: 'HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n123', then: 'reset' } as const;
    await using server = await HttpRecorder.start(servesOnce(cut));
    await using fixture = await ExecutorFixture.create();
    await fixture.execute({ url: server.origin });
    const { variable } = await fixture.execute({ url: server.origin });
    expect(variable.status).toBe('failure');
    expect(server.requests).toHaveLength(2);
  });
});

describe('A connection that has been idle', () => {
  /** A run whose clock for idle connections is moved by hand. */
  async function calls(methods: readonly string[], idleMs: number): Promise<number> {
    let nowMs = 0;
    await using server = await HttpRecorder.start(() => answer(200));
    await using fixture = await ExecutorFixture.create({ nowMs: () => nowMs });
    for (const method of methods) {
      await fixture.execute({ method, url: server.origin });
      nowMs += idleMs;
    }
    return server.server.connections.length;
  }

  it.each(['POST', 'PATCH', 'PROPFIND'])('for 4 s is not used for %s', async (method) => {
    expect(await calls(['GET', method], 4_000)).toBe(2);
  });

  it.each(['POST', 'PATCH'])('for less than 4 s is used for %s', async (method) => {
    expect(await calls(['GET', method], 3_999)).toBe(1);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('for long is used for %s', async (method) => {
    expect(await calls(['POST', method], 60_000)).toBe(1);
  });
});

describe('The agents of a run', () => {
  it('differ by scheme and not by host', () => {
    const agents = createAgents();
    const [plain, other, secure] = ['http://a.test', 'http://b.test', 'https://a.test'].map((url) =>
      agents.agentFor(new URL(url)),
    );
    expect(plain).toBe(other);
    expect(plain).not.toBe(secure);
    agents.close();
  });
});
