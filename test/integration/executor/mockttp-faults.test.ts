// Faults of a server that was made to have them, and that nobody here wrote: mockttp, plain and behind TLS.
import { generateCACertificate, getLocal, type Mockttp } from 'mockttp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallStatusCode } from '#shared/response/call-statuses.ts';
import { ExecutorFixture, type PolicyChanges } from '../../support/executor-fixture.ts';

const authority = await generateCACertificate({ subject: { commonName: 'Authority of the faults' } });

const limits: PolicyChanges = { timeouts: { responseMs: 300, idleMs: 300 } };

interface Fault {
  readonly name: string;
  readonly on: (server: Mockttp) => Promise<unknown>;
  readonly code: CallStatusCode;
  readonly phase: string;
}

const faults: readonly Fault[] = [
  {
    name: 'resets the connection',
    on: (server) => server.forGet('/fault').thenResetConnection(),
    code: 'connection-reset',
    phase: 'wait',
  },
  {
    name: 'closes the connection',
    on: (server) => server.forGet('/fault').thenCloseConnection(),
    code: 'connection-closed',
    phase: 'wait',
  },
  {
    name: 'never answers',
    on: (server) => server.forGet('/fault').thenTimeout(),
    code: 'timeout-response',
    phase: 'wait',
  },
  {
    name: 'sends a body that is not packed as it says',
    on: (server) => server.forGet('/fault').thenReply(200, 'plain', { 'content-encoding': 'gzip' }),
    code: 'body-decode-failed',
    phase: 'decode',
  },
  {
    name: 'sends in circles',
    on: (server) => server.forGet('/fault').always().thenReply(302, '', { location: '/fault' }),
    code: 'redirects-too-many',
    phase: 'redirect',
  },
];

describe.each([
  { kind: 'plain', server: getLocal() },
  { kind: 'TLS', server: getLocal({ https: authority, http2: false }) },
  { kind: 'TLS that would speak HTTP/2', server: getLocal({ https: authority, http2: true }) },
])('A server with faults ($kind)', ({ server }) => {
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  const fixture = () => ExecutorFixture.create({ certificateAuthorities: [authority.cert] });

  it.each(faults)('that $name is told by its name', async ({ code, on, phase }) => {
    await on(server);
    await using executor = await fixture();
    const { variable } = await executor.execute({ url: server.urlFor('/fault') }, limits);
    expect(variable).toMatchObject({
      status: 'failure',
      status_code: null,
      error_detail: { code, phase, attempts: 1 },
    });
    expect(executor.defects).toEqual([]);
    server.reset();
  });

  it('that recovers is asked again, as often as it counts itself', async () => {
    await server.forGet('/orders/1').once().thenResetConnection();
    await server.forGet('/orders/1').once().thenReply(503, 'busy', { 'retry-after': '0' });
    const served = await server.forGet('/orders/1').once().thenJson(200, { id: 1 });
    await using executor = await fixture();
    const { attempts, variable } = await executor.execute(
      { url: server.urlFor('/orders/1') },
      { retry: { retries: 3, firstDelayMs: 1, jitter: 'none' } },
    );
    expect(variable).toMatchObject({ status: 'success', body: { id: 1 } });
    expect(attempts.map(({ failure, statusCode }) => failure?.code ?? statusCode)).toEqual([
      'connection-reset',
      503,
      200,
    ]);
    const seen = await served.getSeenRequests();
    expect(seen.map(({ httpVersion, method }) => [method, httpVersion])).toEqual([['GET', '1.1']]);
    server.reset();
  });
});
