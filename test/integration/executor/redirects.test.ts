// What the table of redirects cannot say: bodies, connections and further attempts along the way.
import { describe, expect, it } from 'vitest';
import { bytesBody, ExecutorFixture, header } from '../../support/executor-fixture.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';

describe('The answer that redirects', () => {
  it('gives its connection to the next hop where its body is short', async () => {
    await using server = await HttpRecorder.start(({ target }) =>
      target === '/end' ? answer(200) : answer(302, { Location: '/end' }, 'You should go to /end.'),
    );
    await using fixture = await ExecutorFixture.create();
    const { attempts } = await fixture.execute({ url: server.origin });
    expect(server.server.connections).toHaveLength(1);
    expect(attempts[0]?.exchanges.map(({ connection }) => connection?.reused)).toEqual([false, true]);
  });

  it('holds nothing up where its body does not end, and its connection is closed', async () => {
    const endless = 'HTTP/1.1 302 X\r\nLocation: /end\r\nContent-Length: 1000000\r\n\r\nsome of it';
    await using server = await HttpRecorder.start(({ target }) =>
      target === '/end' ? answer(200) : endless,
    );
    await using fixture = await ExecutorFixture.create();
    const { tookMs, variable } = await fixture.execute({ url: server.origin });
    expect(variable.status).toBe('success');
    expect(tookMs).toBeLessThan(4_000);
    await server.server.connections[0]!.closed();
    expect(server.server.connections).toHaveLength(2);
  });

  it('may announce any size, since its body is not kept', async () => {
    const large = answer(302, { Location: '/end' }, 'x'.repeat(5_000));
    await using server = await HttpRecorder.start(({ target }) => (target === '/end' ? answer(200) : large));
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute({ url: server.origin }, { limits: { bodyBytes: 10 } });
    expect(variable.status).toBe('success');
  });

  it('is the answer, with its body, where it is not followed', async () => {
    await using server = await HttpRecorder.start(() =>
      answer(302, { Location: '/end', 'Content-Type': 'text/plain' }, 'over there'),
    );
    await using fixture = await ExecutorFixture.create();
    const { head, variable } = await fixture.execute(
      { url: server.origin },
      { redirects: { policy: 'never' } },
    );
    expect(variable).toMatchObject({ status: 'error', status_code: 302, body: 'over there' });
    expect(head?.statusCode).toBe(302);
  });
});

describe('A further attempt', () => {
  it('begins again at the first address, with the method, the body and every header', async () => {
    await using other = await HttpRecorder.start((_request, number) => answer(number === 0 ? 503 : 200));
    await using server = await HttpRecorder.start(() => answer(303, { Location: other.origin }));
    await using fixture = await ExecutorFixture.create();
    const { attempts, variable } = await fixture.execute(
      {
        method: 'PUT',
        url: server.origin,
        headers: [header('Authorization', 'Bearer s3cret', { from: 'credential', holdsSecret: true })],
        body: bytesBody('{"order":42}'),
      },
      { retry: { retries: 1, firstDelayMs: 0 } },
    );
    expect(variable.status).toBe('success');
    expect(attempts.map(({ exchanges }) => exchanges.length)).toEqual([2, 2]);
    const told = server.requests.map(({ body, headers, method }) => [method, body, headers]);
    expect(told[0]).toEqual(told[1]);
    expect(told[1]?.[1]).toBe('{"order":42}');
    expect(server.requests[1]?.headers).toContainEqual(['Authorization', 'Bearer s3cret']);
    expect(other.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(other.server.connections.map(({ received }) => received).join()).not.toContain('s3cret');
  });

  it('is not made for a POST that had reached its server before a later hop failed', async () => {
    await using server = await HttpRecorder.start(() => answer(307, { Location: 'http://127.0.0.1:1/' }));
    await using fixture = await ExecutorFixture.create();
    const { attempts, variable } = await fixture.execute(
      { method: 'POST', url: server.origin, body: bytesBody('{}') },
      { retry: { retries: 3, firstDelayMs: 0 } },
    );
    expect(variable.error_detail).toEqual({ code: 'connection-refused', phase: 'connect', attempts: 1 });
    expect(attempts[0]?.decision).toEqual({ retry: false, reason: 'method-not-repeated' });
    expect(server.requests).toHaveLength(1);
  });
});
