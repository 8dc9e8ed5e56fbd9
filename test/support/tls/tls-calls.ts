// Makes calls over TLS and reports them as plain facts, so that they can be made in another process and compared.
import type { PreparedProxy } from '#shared/request/prepared-proxy.ts';
import type { PreparedTls } from '#shared/request/prepared-tls.ts';
import { ExecutorFixture, loopbackLookup } from '../executor-fixture.ts';

/** A call; everything left out is as an endpoint has it by default. */
export interface TlsCall {
  readonly url: string;
  readonly method?: string;
  readonly tls?: Partial<PreparedTls>;
  readonly proxy?: PreparedProxy;
  readonly retries?: number;
}

/** What came of a call. */
export interface TlsCallFacts {
  readonly status: string;
  readonly statusCode: number | null;
  readonly code: string | null;
  readonly sentence: string | null;
  /** The text that the server answered. */
  readonly body: unknown;
  readonly attempts: number;
  /** Of each exchange whose server showed a certificate. */
  readonly secured: readonly {
    readonly version: string;
    readonly verification: string;
    readonly trouble: string | null;
    /** The common names of the chain. */
    readonly chain: readonly string[];
  }[];
  /** What a redirect left behind. */
  readonly dropped: readonly string[];
  /** Exceptions that nobody expected. */
  readonly defects: readonly string[];
}

const nothingSpecial: PreparedTls = {
  endpoint: 'Shop API',
  authorities: '',
  clientCertificate: null,
  verify: true,
  minVersion: 'TLSv1.2',
};

/** Makes calls one after the other within one run. Every name leads to this machine. */
export async function factsOfCalls(calls: readonly TlsCall[]): Promise<readonly TlsCallFacts[]> {
  await using fixture = await ExecutorFixture.create({ lookup: loopbackLookup });
  const facts: TlsCallFacts[] = [];
  for (const call of calls) facts.push(await factsOf(fixture, call));
  return facts;
}

async function factsOf(
  fixture: ExecutorFixture,
  { method = 'GET', proxy, retries = 0, tls, url }: TlsCall,
): Promise<TlsCallFacts> {
  const request = {
    method,
    url,
    tls: { ...nothingSpecial, ...tls },
    ...(proxy === undefined ? {} : { proxy }),
  };
  const run = fixture.start(request, { retry: { retries, firstDelayMs: 0 } });
  const { variable } = await run.result;
  return {
    status: variable.status,
    statusCode: variable.status_code,
    code: variable.error_detail?.code ?? null,
    sentence: variable.error ?? null,
    body: variable.body,
    attempts: run.all('attempt-started').length,
    secured: run.all('exchange-secured').map(({ secured }) => ({
      version: secured.version,
      verification: secured.verification,
      trouble: secured.trouble,
      chain: secured.certificates.map(({ subject }) => subject),
    })),
    dropped: run.all('exchange-redirected').flatMap(({ dropped }) => dropped),
    defects: fixture.defects.map(String),
  };
}
