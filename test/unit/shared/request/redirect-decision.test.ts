// Runs the table of redirects on the pure decision: follow, with which method, and what stays behind.
import { describe, expect, it } from 'vitest';
import { type RedirectPolicy, redirectPolicySchema } from '#shared/endpoint/endpoint.ts';
import type { PreparedBody, PreparedHeader, PreparedRequest } from '#shared/request/prepared-request.ts';
import {
  redirectDecision,
  type RedirectChain,
  type RedirectDecision,
  startRedirectChain,
} from '#shared/request/redirect-decision.ts';
import { isSuccessCode } from '#shared/response/success-code.ts';
import { readCases } from '../../../support/read-cases.ts';

interface RedirectTable {
  readonly policy_defaults: PolicyCase;
  readonly cases: readonly {
    readonly id: string;
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
    readonly policy: PolicyCase;
    readonly success_codes?: readonly number[];
    readonly responses: readonly {
      readonly code: number | string;
      readonly location?: string;
      readonly locations?: readonly string[];
    }[];
    readonly requests: readonly object[];
    readonly end: {
      readonly status: string;
      readonly status_code: number | null;
      readonly code?: string;
      readonly notes?: readonly string[];
      readonly fragment?: string;
    };
  }[];
}

interface PolicyCase {
  readonly follow?: boolean;
  readonly limit?: number;
  readonly allow_plain_http?: boolean;
}

type RedirectCase = RedirectTable['cases'][number];

const table = readCases('redirects') as RedirectTable;

function policyOf(given: PolicyCase): RedirectPolicy {
  const { follow, limit, allow_plain_http: allowPlainHttp } = { ...table.policy_defaults, ...given };
  return redirectPolicySchema.parse({ policy: follow ? 'follow' : 'never', limit, allowPlainHttp });
}

function requestOf({ request }: RedirectCase): PreparedRequest {
  const body: PreparedBody =
    request.body === undefined
      ? { type: 'none' }
      : {
          type: 'bytes',
          bytes: new TextEncoder().encode(request.body),
          holdsSecret: request.body_holds_secret ?? false,
        };
  const headers = request.headers.map(({ holds_secret: holdsSecret, ...header }) => ({
    ...header,
    holdsSecret: holdsSecret ?? false,
  }));
  const { fragment, method, url } = request;
  return { method, url, headers, body, ...(fragment === undefined ? {} : { fragment }) };
}

type End = RedirectCase['end'];

/** Plays the servers of a case: what each request looked like, and how the attempt ended. */
function play(row: RedirectCase): { readonly requests: readonly object[]; readonly end: End } {
  const requests: object[] = [];
  let chain = startRedirectChain(requestOf(row));
  for (const response of row.responses) {
    requests.push(seen(chain.request));
    if (typeof response.code === 'string')
      return { requests, end: endOf(chain, 'failure', null, response.code) };
    const locations = response.locations ?? (response.location === undefined ? [] : [response.location]);
    const head = { statusCode: response.code, locations };
    const decision = redirectDecision(chain, head, policyOf(row.policy), row.success_codes ?? []);
    if (decision.type !== 'follow') return { requests, end: endAfter(chain, decision, response.code, row) };
    chain = decision.chain;
  }
  throw new Error('The servers of this case have no more to say.');
}

function endAfter(
  chain: RedirectChain,
  decision: Exclude<RedirectDecision, { type: 'follow' }>,
  statusCode: number,
  row: RedirectCase,
): End {
  if (decision.type === 'refuse') return endOf(chain, 'error', statusCode, decision.refusal.code);
  if (decision.type === 'too-many') return endOf(chain, 'failure', null, 'redirects-too-many');
  return isSuccessCode(statusCode, row.success_codes ?? [])
    ? endOf(chain, 'success', statusCode)
    : endOf(chain, 'error', statusCode, 'http-status');
}

function seen({ method, url, headers, body }: PreparedRequest): object {
  return { method, url, headers: headers.map((header) => header.name), body: body.type !== 'none' };
}

function endOf(chain: RedirectChain, status: string, statusCode: number | null, code?: string): End {
  return {
    status,
    status_code: statusCode,
    ...(code === undefined ? {} : { code }),
    ...(chain.dropped.length === 0 ? {} : { notes: ['credentials-dropped'] }),
    ...(chain.fragment === null ? {} : { fragment: chain.fragment }),
  };
}

describe('the table of redirects', () => {
  it('has 85 rows', () => {
    expect(table.cases).toHaveLength(85);
  });

  it('has the defaults of an endpoint', () => {
    expect(policyOf({})).toEqual(redirectPolicySchema.parse({}));
  });

  it.each(table.cases)('$id', (row) => {
    expect(play(row)).toEqual({ requests: row.requests, end: row.end });
  });
});

describe('a redirect', () => {
  const header = (name: string, from: PreparedHeader['from'], holdsSecret = false): PreparedHeader => ({
    name,
    value: 'v',
    from,
    holdsSecret,
  });
  const request: PreparedRequest = {
    method: 'GET',
    url: 'https://shop.example/v2/orders/7',
    headers: [
      header('Authorization', 'credential', true),
      header('X-Trace', 'node'),
      header('X-Trace', 'node'),
    ],
    body: { type: 'none' },
  };
  const decide = (
    location: string,
    policy: Partial<RedirectPolicy> = {},
    from = startRedirectChain(request),
  ) =>
    redirectDecision(
      from,
      { statusCode: 302, locations: [location] },
      { ...redirectPolicySchema.parse({}), ...policy },
      [],
    );

  it('to another origin is refused where only the same one is wanted', () => {
    expect(decide('https://files.example/7', { policy: 'same-origin' })).toEqual({
      type: 'refuse',
      refusal: {
        code: 'redirect-other-origin',
        location: 'https://files.example/7',
        otherHost: 'files.example',
      },
    });
    expect(decide('/v2/orders/8', { policy: 'same-origin' }).type).toBe('follow');
  });

  it('keeps every line of a header that comes several times', () => {
    const decision = decide('https://files.example/7');
    expect(decision.type === 'follow' && decision.chain.request.headers.map(({ name }) => name)).toEqual([
      'X-Trace',
      'X-Trace',
    ]);
  });

  it('says what was left behind at this hop and on the whole way', () => {
    const away = decide('https://files.example/7');
    if (away.type !== 'follow') throw new Error('It should be followed.');
    expect(away.droppedNow).toEqual(['authorization']);
    const back = decide(request.url, {}, away.chain);
    expect(back).toMatchObject({ droppedNow: [], chain: { dropped: ['authorization'] } });
  });

  it.each([
    'https://@files.example/7',
    '//@files.example/7',
    '\\\\ann@files.example/7',
    'https:\\\\ann:pw@files.example/7',
  ])('with an at sign before the host is refused and its user information not repeated: %s', (location) => {
    expect(decide(location)).toEqual({
      type: 'refuse',
      refusal: { code: 'redirect-userinfo', location: 'https://files.example/7', otherHost: 'files.example' },
    });
  });

  it('does not repeat the password of an address that cannot be read', () => {
    const decision = decide('http://ann:hunter2@[::1');
    expect(JSON.stringify(decision)).not.toContain('hunter2');
  });

  it('with a limit of nothing is not followed at all', () => {
    expect(decide('/v2/orders/8', { limit: 0 })).toEqual({ type: 'too-many', limit: 0 });
  });

  it('changes neither the chain nor the request that it came from', () => {
    const chain = startRedirectChain(request);
    const before = JSON.stringify(chain);
    decide('https://files.example/7', {}, chain);
    expect(JSON.stringify(chain)).toBe(before);
  });
});

describe('the credential matrix', () => {
  const carriers: readonly (readonly [string, PreparedHeader['from'], boolean])[] = [
    ['Authorization', 'credential', true],
    ['authorization', 'node', false],
    ['AUTHORIZATION', 'node', true],
    ['Cookie', 'node', false],
    ['cookie', 'generated', false],
    ['Proxy-Authorization', 'node', false],
    ['X-API-Key', 'credential', true],
    ['X-API-Key', 'endpoint', true],
    ['X-Tenant', 'endpoint', false],
    ['X-Signature', 'node', true],
    ['X-Token', 'generated', true],
  ];
  const foreign = [
    'https://other.example/',
    'https://shop.example:8443/',
    'https://www.shop.example/',
    'https://shop.example./',
    'http://shop.example/',
  ];

  for (const statusCode of [301, 302, 303, 307, 308])
    it(`lets nothing reach a foreign origin through a ${String(statusCode)}`, () => {
      for (const [name, from, holdsSecret] of carriers)
        for (const location of foreign) {
          const headers: PreparedHeader[] = [{ name, value: 'canary', from, holdsSecret }];
          const request: PreparedRequest = {
            method: 'POST',
            url: 'https://shop.example/a?api_key=canary',
            headers,
            body: { type: 'none' },
          };
          const decision = redirectDecision(
            startRedirectChain(request),
            { statusCode, locations: [location] },
            redirectPolicySchema.parse({ allowPlainHttp: true }),
            [],
          );
          expect(decision.type).toBe('follow');
          if (decision.type === 'follow')
            expect(JSON.stringify(decision.chain.request)).not.toContain('canary');
        }
    });
});
