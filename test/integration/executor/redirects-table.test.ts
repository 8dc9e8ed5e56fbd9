// Runs the table of redirects between real servers with TLS, where the pure decision is one part of many.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExchangeRecord } from '#electron/executor/exchange-record.ts';
import type { PreparedHeader } from '#shared/request/prepared-request.ts';
import {
  bytesBody,
  ExecutorFixture,
  header,
  loopbackLookup,
  type PolicyChanges,
  type RequestParts,
} from '../../support/executor-fixture.ts';
import { readCases } from '../../support/read-cases.ts';
import { redirectPorts } from '../../support/redirected-ports.ts';
import { type Certificates, makeCertificates } from '../../support/servers/certificates.ts';
import { HttpRecorder, type RecordedRequest } from '../../support/servers/http-recorder.ts';

/** A row of the table; `../../cases/redirects.json` is described beside it. */
interface RedirectCase {
  readonly id: string;
  readonly why: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly {
      readonly name: string;
      readonly value: string;
      readonly from: PreparedHeader['from'];
      readonly holds_secret?: boolean;
    }[];
    readonly body?: string;
    readonly body_holds_secret?: boolean;
    readonly fragment?: string;
  };
  readonly policy: {
    readonly follow?: boolean;
    readonly limit?: number;
    readonly allow_plain_http?: boolean;
  };
  readonly success_codes?: readonly number[];
  readonly responses: readonly {
    readonly code: number | string;
    readonly location?: string;
    readonly locations?: readonly string[];
  }[];
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly string[];
    readonly body: boolean;
  }[];
  readonly end: {
    readonly status: string;
    readonly status_code: number | null;
    readonly code?: string;
    readonly notes?: readonly string[];
    /** Of the address that answered, for display. */
    readonly fragment?: string;
  };
}

const { cases } = readCases('redirects') as { readonly cases: readonly RedirectCase[] };

describe('The executor follows redirects as their table says, between real servers with TLS', () => {
  let certificates: Certificates;
  let plain: HttpRecorder;
  let secure: HttpRecorder;
  let current: RedirectCase;
  const seen: (RecordedRequest & { readonly url: string })[] = [];

  beforeAll(async () => {
    certificates = makeCertificates();
    const serve = (scheme: string) => (request: RecordedRequest) => {
      const host = request.headers.find(([name]) => name === 'Host')?.[1] ?? '';
      seen.push({ ...request, url: `${scheme}://${host}${request.target}` });
      return answerOf(current.responses[seen.length - 1]!);
    };
    plain = await HttpRecorder.start(serve('http'));
    secure = await HttpRecorder.start(serve('https'), certificates.server);
  });

  afterAll(async () => {
    await plain[Symbol.asyncDispose]();
    await secure[Symbol.asyncDispose]();
  });

  it('has every row of the table', () => {
    expect(cases).toHaveLength(85);
  });

  it.each(cases)('$id: $why', async (row) => {
    current = row;
    seen.length = 0;
    await using fixture = await ExecutorFixture.create({
      lookup: loopbackLookup,
      certificateAuthorities: [certificates.authority.cert],
    });
    redirectPorts(fixture.agents, (_host, port) => {
      const isRefused = row.responses[seen.length]?.code === 'connection-refused';
      return isRefused ? refusedPort : port === 80 ? plain.port : secure.port;
    });
    const { attempts, variable, warnings } = await fixture.execute(requestOf(row), policyOf(row));

    expect(seen.map((request) => observed(request, row))).toEqual(reached(row));
    for (const { headers } of seen) expect(headers).toEqual(valuesOf(headers, row));
    expect(attempts[0]?.exchanges.map(({ request }) => request.url)).toEqual(
      row.requests.map(({ url }) => url),
    );
    expect({
      status: variable.status,
      status_code: variable.status_code,
      code: variable.error_detail?.code,
      notes: warnings.length === 0 ? undefined : warnings.map(({ code }) => code),
      fragment: fragmentAfter(attempts[0]!.exchanges),
    }).toEqual({
      status: row.end.status,
      status_code: row.end.status_code,
      code: row.end.code,
      notes: row.end.notes,
      fragment: row.end.fragment,
    });
    expect(fixture.defects).toEqual([]);
  });
});

/** Nothing can listen there: the port of the multiplexer, which no system runs. */
const refusedPort = 1;

function requestOf({ request }: RedirectCase): RequestParts {
  const headers = request.headers.map(({ from, holds_secret: holdsSecret = false, name, value }) =>
    header(name, value, { from, holdsSecret }),
  );
  const { body, body_holds_secret: isSecret = false, fragment, method, url } = request;
  return {
    method,
    url,
    headers,
    ...(fragment === undefined ? {} : { fragment }),
    ...(body === undefined ? {} : { body: bytesBody(body, isSecret) }),
  };
}

/** Every request of the row but one that finds no server. */
function reached({ requests, responses }: RedirectCase): RedirectCase['requests'] {
  return requests.filter((_, at) => typeof responses[at]?.code === 'number');
}

/** What the row says of the values of those headers that came; the length is counted, whatever a row says. */
function valuesOf(sent: RecordedRequest['headers'], { request }: RedirectCase): RecordedRequest['headers'] {
  const given = request.headers.filter(({ name }) => name !== 'content-length');
  return sent.map(([name, value]) => [name, given.find((header) => header.name === name)?.value ?? value]);
}

function fragmentAfter(exchanges: readonly ExchangeRecord[]): string | undefined {
  const address = exchanges.findLast(({ redirect }) => redirect !== null)?.redirect?.to;
  return address === undefined ? undefined : new URL(address).hash.slice(1) || undefined;
}

function policyOf({ policy, success_codes: successCodes = [] }: RedirectCase): PolicyChanges {
  const { allow_plain_http: allowPlainHttp = false, follow = true, limit = 10 } = policy;
  return { redirects: { policy: follow ? 'follow' : 'never', limit, allowPlainHttp }, successCodes };
}

function answerOf({ code, location, locations }: RedirectCase['responses'][number]): string {
  const all = locations ?? (location === undefined ? [] : [location]);
  return `HTTP/1.1 ${code} X\r\n${all.map((text) => `Location: ${text}\r\n`).join('')}Content-Length: 0\r\n\r\n`;
}

/** The request as the row describes it: without what the connection needs and the row does not mention. */
function observed(request: RecordedRequest & { readonly url: string }, row: RedirectCase) {
  const mentioned = new Set(row.request.headers.map(({ name }) => name));
  const names = request.headers.map(([name]) => name);
  return {
    method: request.method,
    url: request.url,
    headers: names.filter((name) => mentioned.has(name) || !connectionHeaders.has(name.toLowerCase())),
    body: request.body !== '',
  };
}

const connectionHeaders: ReadonlySet<string> = new Set(['host', 'content-length', 'connection']);
