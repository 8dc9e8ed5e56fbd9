// What an endpoint asks of TLS is asked of a real nginx; the same table runs in the application's own TLS library.
import { afterAll, describe, expect, it, vi } from 'vitest';
import { tableDifferences } from '../../support/tls/table-differences.ts';
import { factsOfCalls } from '../../support/tls/tls-calls.ts';
import { oldPkcs12Case } from '../../support/tls/client-certificate-cases.ts';
import { tlsCases } from '../../support/tls/tls-cases.ts';
import { startTlsServers } from '../../support/tls/tls-servers.ts';

const servers = await startTlsServers();

afterAll(() => servers[Symbol.asyncDispose]());

describe('Over TLS', () => {
  const rows = [...tlsCases(servers), oldPkcs12Case(servers, false)];

  it.each(rows.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    expect(tableDifferences(row, await factsOfCalls(row.calls))).toEqual([]);
  });

  it('a server is verified whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const [facts] = await factsOfCalls([{ url: `https://a.test:${servers.ports.notTrusted}/` }]);
    vi.unstubAllEnvs();
    expect(facts?.code).toBe('certificate-not-trusted');
  });
});
