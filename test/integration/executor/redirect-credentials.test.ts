// The credential matrix: whatever carries a secret, whichever redirect leads away, no byte of it reaches another origin.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieJar } from '#electron/cookies/cookie-jar.ts';
import type { CallCookies } from '#electron/executor/call-cookies.ts';
import { createExecutor } from '#electron/executor/execute-call.ts';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { apiCallConfigSchema } from '#shared/nodes/api-call-node.ts';
import { mergedCallPolicy } from '#shared/request/merged-call-policy.ts';
import { prepareRequest } from '#shared/request/prepare-request.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { storyId } from '../../stories/story-id.ts';
import { ExecutorFixture, loopbackLookup } from '../../support/executor-fixture.ts';
import { redirectPorts } from '../../support/redirected-ports.ts';
import { secretsOfEnvironment } from '../../support/secrets-of-environment.ts';
import { formsFound } from '../../support/search-bytes.ts';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';

const canary = 'c4nary+secret/0815';
const slot = storyId('sl', 'canary');
const endpointId = storyId('ep', 'Home API');
const secret = { secret: slot };
/** A name that stands for the secret in templates. */
const expression = '{{signing}}';

interface Carrier {
  readonly endpoint?: object;
  readonly call?: object;
  /** A line that the home server set before. */
  readonly jar?: string;
  /** Where it stands: what a redirect within the origin does with it follows from that. */
  readonly in: 'head' | 'address' | 'body';
}

const endpointHeader = (name: string, value: object): Carrier => ({
  endpoint: { headers: [{ name, value, enabled: true }] },
  in: 'head',
});
const nodeHeader = (name: string, value: string): Carrier => ({
  call: { headers: [{ name, value, enabled: true }] },
  in: 'head',
});
const nodeBody = (body: object): Carrier => ({ call: { body }, in: 'body' });

const carriers: Readonly<Record<string, Carrier>> = {
  'a bearer token': { endpoint: { auth: { type: 'bearer', token: secret } }, in: 'head' },
  'the password of Basic': {
    endpoint: { auth: { type: 'basic', userName: { template: 'ann' }, password: secret } },
    in: 'head',
  },
  'the user name of Basic': {
    endpoint: { auth: { type: 'basic', userName: { template: expression }, password: { template: '' } } },
    in: 'head',
  },
  'an API key in a header': {
    endpoint: { auth: { type: 'api-key', in: 'header', name: 'X-Api-Key', key: secret } },
    in: 'head',
  },
  'an API key in Authorization': {
    endpoint: { auth: { type: 'api-key', in: 'header', name: 'Authorization', key: secret } },
    in: 'head',
  },
  'an API key in the query': {
    endpoint: { auth: { type: 'api-key', in: 'query', name: 'key', key: secret } },
    in: 'address',
  },
  'a secret header of the endpoint': endpointHeader('X-Client', secret),
  'a plain header of the endpoint': endpointHeader('X-Client', { template: canary }),
  'a header of the endpoint with a secret in its text': endpointHeader('X-Client', {
    template: `id=7; key=${expression}`,
  }),
  'a Cookie header of the endpoint': endpointHeader('Cookie', { template: `sid=${canary}` }),
  'a header of the node that is a secret': nodeHeader('X-Signature', expression),
  'a header of the node with a secret in its text': nodeHeader('X-Signature', `v1,${expression},end`),
  'a header of the node with a secret in base64': nodeHeader('X-Signature', '{{base64 signing}}'),
  'a header of the node called Authorization': nodeHeader('authorization', `Bearer ${canary}`),
  'a Cookie header of the node': nodeHeader('cookie', `a=1; sid=${canary}`),
  'a cookie of the jar': { endpoint: { cookies: true }, jar: `sid=${canary}; Secure; Path=/`, in: 'head' },
  'the path and a row of the query': {
    call: { path: `/start/${expression}`, query: [{ name: 'q', value: expression, enabled: true }] },
    in: 'address',
  },
  'a JSON body': nodeBody({ type: 'json', template: `{"key":"${expression}"}` }),
  'a form': nodeBody({ type: 'form-urlencoded', rows: [{ name: 'key', value: expression, enabled: true }] }),
  'a multipart body': nodeBody({
    type: 'multipart',
    rows: [{ name: 'key', value: expression, enabled: true }],
  }),
};

const codes = [301, 302, 303, 307, 308] as const;
const targets = {
  'another host': 'https://b.test/away',
  'another port': 'https://a.test:8443/away',
  'another scheme': 'http://a.test/away',
  'a subdomain': 'https://www.a.test/away',
} as const;

describe('A redirect', () => {
  const home = 'https://a.test';
  let plain: HttpRecorder;
  let secure: HttpRecorder;
  let fixture: ExecutorFixture;
  let reply = answer(200);

  beforeAll(async () => {
    const certificates = makeCertificates();
    const serve = ({ target }: { readonly target: string }) =>
      target.startsWith('/start') || target === '/' ? reply : answer(200);
    plain = await HttpRecorder.start(serve);
    secure = await HttpRecorder.start(serve, certificates.server);
    fixture = await ExecutorFixture.create({
      lookup: loopbackLookup,
      certificateAuthorities: [certificates.authority.cert],
    });
    redirectPorts(fixture.agents, (_host, port) => (port === 80 ? plain.port : secure.port));
  });

  afterAll(async () => {
    await fixture[Symbol.asyncDispose]();
    await plain[Symbol.asyncDispose]();
    await secure[Symbol.asyncDispose]();
  });

  /** Sends the call and gives the bytes that came to the first address and to the one after it. */
  async function bytesAfter(carrier: Carrier, code: number, location: string) {
    reply = answer(code, { Location: location });
    const endpoint = endpointSchema.parse({
      format: 'flowbench.endpoint',
      version: 1,
      id: endpointId,
      name: 'Home API',
      baseUrl: home,
      redirects: { allowPlainHttp: true },
      ...carrier.endpoint,
    });
    const call = apiCallConfigSchema.parse({
      endpoint: endpointId,
      method: 'POST',
      path: '/start',
      body: { type: 'json', template: '{"order":42}' },
      responseVariable: 'response',
      ...carrier.call,
    });
    const prepared = prepareRequest({
      endpoint,
      call,
      scope: {
        variables: {},
        system: { now: '2025-03-04T10:20:30.000Z', uuid: () => '' },
      },
      boundary: () => 'boundary',
      environmentSecrets: secretsOfEnvironment({ signing: canary }),
      scrubber: createScrubber,
      secret: () => ({ state: 'set', value: canary }),
    });
    if (!prepared.ok) throw new Error(prepared.failure.sentence);
    const before = { plain: plain.requests.length, secure: secure.requests.length };
    const executor = createExecutor({
      agents: fixture.agents,
      resolveFile: (file) => file,
      bodyFolder: () => Promise.resolve(fixture.folder),
      onDefect: (error) => fixture.defects.push(error),
    });
    const cookies = jarOf(carrier);
    const { attempts, variable } = await executor.execute(
      prepared.value.request,
      mergedCallPolicy(endpoint, call),
      {
        signal: new AbortController().signal,
        onEvent: () => undefined,
        ...(cookies === null ? {} : { cookies }),
      },
    );
    const requests = [...secure.requests.slice(before.secure), ...plain.requests.slice(before.plain)].map(
      ({ body, headers, method, target }) => {
        const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
        return Buffer.from(`${method} ${target} HTTP/1.1\r\n${head}\r\n${body}`, 'latin1');
      },
    );
    const [redirected] = attempts[0]?.exchanges ?? [];
    return { first: requests[0], next: requests.slice(1), variable, dropped: redirected?.redirect?.dropped };
  }

  function jarOf({ jar }: Carrier): CallCookies | null {
    if (jar === undefined) return null;
    const cookies = new CookieJar();
    cookies.keep(new URL(home), [jar]);
    return { cookiesFor: (url) => cookies.cookiesFor(url), keep: () => undefined };
  }

  const rows = Object.entries(carriers).flatMap(([name, carrier]) =>
    codes.map((code) => ({ name, carrier, code, keepsBody: code === 307 || code === 308 })),
  );

  it('is tried with twenty carriers of a secret', () => {
    expect(Object.keys(carriers)).toHaveLength(20);
  });

  it.each(rows)('$code takes $name to no other origin', async ({ carrier, code, keepsBody }) => {
    for (const [where, location] of Object.entries(targets)) {
      const { dropped, first, next, variable } = await bytesAfter(carrier, code, location);
      // A secret that was never sent would prove nothing.
      expect(formsFound(first ?? Buffer.alloc(0), canary), where).not.toEqual([]);
      const staysHere = carrier.in === 'body' && keepsBody;
      expect(next, where).toHaveLength(staysHere ? 0 : 1);
      expect(variable.error_detail?.code, where).toBe(staysHere ? 'redirect-body-secret' : undefined);
      // Cookies know no ports (RFC 6265 §8.5): what the host set goes to every port of it.
      const isForEveryPort = carrier.jar !== undefined && where === 'another port';
      const found = next.flatMap((bytes) => formsFound(bytes, canary));
      expect(found.length > 0, `${where}: ${found.join()}`).toBe(isForEveryPort);
      if (carrier.in === 'head' && carrier.jar === undefined) expect(dropped, where).toHaveLength(1);
    }
    expect(fixture.defects).toEqual([]);
  });

  it.each(rows)(
    '$code within the origin leaves $name to the next request',
    async ({ carrier, code, keepsBody }) => {
      const { dropped, first, next } = await bytesAfter(carrier, code, '/next');
      expect(formsFound(first ?? Buffer.alloc(0), canary)).not.toEqual([]);
      expect(next).toHaveLength(1);
      const isThere = formsFound(next[0] ?? Buffer.alloc(0), canary).length > 0;
      expect(isThere).toBe(carrier.in === 'head' || (carrier.in === 'body' && keepsBody));
      expect(dropped).toEqual([]);
    },
  );

  it('takes a cookie of the jar that is for a whole domain to its subdomain, and no further', async () => {
    const carrier: Carrier = { endpoint: { cookies: true }, jar: `sid=${canary}; Domain=a.test`, in: 'head' };
    const shared = await bytesAfter(carrier, 302, targets['a subdomain']);
    expect(formsFound(shared.next[0] ?? Buffer.alloc(0), canary)).not.toEqual([]);
    const foreign = await bytesAfter(carrier, 302, targets['another host']);
    expect(formsFound(foreign.next[0] ?? Buffer.alloc(0), canary)).toEqual([]);
  });
});
