// Cookies over real sockets: what servers set comes back where it may, and nobody who looks on sees a value.
import { afterEach, describe, expect, it } from 'vitest';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { hostRuns, startedRun, wholeBodyOf, type HostedRuns } from '../../support/host-runs.ts';
import { type Answerer, HttpRecorder, type RecordedRequest } from '../../support/servers/http-recorder.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const session = 'c4nary-session-0815';
const local = storyId('en', 'local');
const staging = storyId('en', 'staging');
const environments = [
  environmentSchema.parse({ format: 'flowbench.environment', version: 1, id: local, name: 'local' }),
  environmentSchema.parse({ format: 'flowbench.environment', version: 1, id: staging, name: 'staging' }),
];

function api(baseUrl: string, change: object = {}): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl,
    cookies: true,
    ...change,
  });
}

/** An answer with several lines of one name. */
const setting = (status: number, cookies: readonly string[], rest: readonly string[] = [], body = '') =>
  [
    `HTTP/1.1 ${String(status)} X`,
    ...cookies.map((cookie) => `Set-Cookie: ${cookie}`),
    ...rest,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    '',
    body,
  ].join('\r\n');

/** `/login` sets, everything else answers 200. */
const login =
  (...cookies: readonly string[]): Answerer =>
  ({ target }) =>
    target.startsWith('/login') ? setting(200, cookies) : setting(200, []);

async function serve(answer: Answerer): Promise<HttpRecorder> {
  const server = await HttpRecorder.start(answer);
  closing.push(() => server[Symbol.asyncDispose]());
  return server;
}

async function host(...endpoints: readonly Endpoint[]): Promise<HostedRuns> {
  const runs = await hostRuns({ documents: [...endpoints, ...environments] });
  closing.push(() => runs.close());
  return runs;
}

async function call(
  runs: HostedRuns,
  path: string,
  environmentId: EnvironmentId | null = null,
  endpointId = storyId('ep', 'Shop API'),
) {
  const runId = startedRun(runs.host.testEndpoint({ endpointId, environmentId, method: 'GET', path }));
  await runs.event(runId, 'run-ended');
  return runId;
}

const cookieOf = (request: RecordedRequest | undefined) =>
  request?.headers.filter(([name]) => name.toLowerCase() === 'cookie').map(([, value]) => value);

describe('An endpoint that keeps cookies', () => {
  it('sends back what the server set, in one header', async () => {
    const server = await serve(login(`sid=${session}; HttpOnly; Path=/`, 'lang=en'));
    const runs = await host(api(server.origin));
    await call(runs, '/login');
    await call(runs, '/orders');
    expect(server.requests.map(cookieOf)).toEqual([[], [`sid=${session}; lang=en`]]);
  });

  it('keeps none where it is off, as it is at first', async () => {
    const server = await serve(login('sid=1'));
    const { cookies: _, ...plain } = api(server.origin);
    const runs = await host(endpointSchema.parse(plain));
    await call(runs, '/login');
    await call(runs, '/orders');
    expect(server.requests.map(cookieOf)).toEqual([[], []]);
  });

  it('goes by path, host, flag and end', async () => {
    const server = await serve(
      login(
        'deep=1; Path=/orders',
        'secure=2; Secure',
        'over=3; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
        'foreign=4; Domain=shop.example',
        'here=5',
      ),
    );
    const elsewhere = api(`http://127.0.0.1:${String(server.port)}`, { id: storyId('ep', 'Address') });
    const runs = await host(api(`http://localhost:${String(server.port)}`), elsewhere);
    await call(runs, '/login');
    await call(runs, '/orders/7');
    await call(runs, '/users');
    await call(runs, '/orders/7', null, elsewhere.id);
    expect(server.requests.slice(1).map(cookieOf)).toEqual([
      ['deep=1; secure=2; here=5'],
      ['secure=2; here=5'],
      [],
    ]);
  });

  it('forgets what the server ends', async () => {
    const server = await serve(({ target }) => {
      if (target === '/login') return setting(200, ['sid=1', 'lang=en']);
      return target === '/logout' ? setting(200, ['sid=; Max-Age=0']) : setting(200, []);
    });
    const runs = await host(api(server.origin));
    for (const path of ['/login', '/logout', '/orders']) await call(runs, path);
    expect(server.requests.map(cookieOf)).toEqual([[], ['sid=1; lang=en'], ['lang=en']]);
  });

  it('lets what the person wrote win', async () => {
    const server = await serve(login('sid=jar', 'lang=en'));
    const own = { name: 'Cookie', value: { template: 'sid=mine; debug' }, enabled: true };
    const runs = await host(api(server.origin, { headers: [own] }));
    await call(runs, '/login');
    await call(runs, '/orders');
    expect(server.requests.map(cookieOf)).toEqual([['sid=mine; debug'], ['sid=mine; debug; lang=en']]);
  });

  it('does not share between environments', async () => {
    const server = await serve(({ target }) => setting(200, [`sid=${target.slice(1)}`]));
    const runs = await host(api(server.origin));
    await call(runs, '/none');
    await call(runs, '/local', local);
    await call(runs, '/staging', staging);
    await call(runs, '/none');
    await call(runs, '/local', local);
    await call(runs, '/staging', staging);
    const none: string[] = [];
    expect(server.requests.map(cookieOf)).toEqual([
      none,
      none,
      none,
      ['sid=none'],
      ['sid=local'],
      ['sid=staging'],
    ]);
  });

  it('shares between endpoints of one environment', async () => {
    const server = await serve(login('sid=1'));
    const second = api(server.origin, { id: storyId('ep', 'Second'), name: 'Second' });
    const runs = await host(api(server.origin), second);
    await call(runs, '/login', local);
    await call(runs, '/orders', local, second.id);
    expect(cookieOf(server.requests[1])).toEqual(['sid=1']);
  });

  it('keeps what calls under way at once bring, all of it', async () => {
    const server = await serve(({ target }) =>
      target.startsWith('/set') ? setting(200, [`c${target.slice(5)}=1; Path=/`]) : setting(200, []),
    );
    const runs = await host(api(server.origin));
    await Promise.all(Array.from({ length: 12 }, (_, number) => call(runs, `/set/${String(number)}`)));
    await call(runs, '/get');
    expect(cookieOf(server.requests.at(-1))?.[0]?.split('; ')).toHaveLength(12);
  });
});

describe('On its way', () => {
  it('every hop sends and keeps cookies for its own address', async () => {
    const other = await serve(({ target }) =>
      target === '/in' ? setting(302, ['b=2'], [`Location: /done`]) : setting(200, []),
    );
    const otherOrigin = `http://127.0.0.1:${String(other.port)}`;
    const server = await serve(({ target }) => {
      if (target === '/start') return setting(302, ['a=1', 'here=0; Path=/next'], ['Location: /next']);
      return setting(302, [], [`Location: ${otherOrigin}/in`]);
    });
    const runs = await host(api(`http://localhost:${String(server.port)}`));
    await call(runs, '/start');
    expect(server.requests.map(cookieOf)).toEqual([[], ['here=0; a=1']]);
    expect(other.requests.map(cookieOf)).toEqual([[], ['b=2']]);
    await call(runs, '/start');
    expect(server.requests.slice(2).map(cookieOf)).toEqual([['a=1'], ['here=0; a=1']]);
    expect(other.requests.slice(2).map(cookieOf)).toEqual([['b=2'], ['b=2']]);
  });

  it('what the person wrote stays behind at a foreign address, and the jar goes by its own rules', async () => {
    const other = await serve(({ target }) => (target === '/own' ? setting(200, ['b=2']) : setting(200, [])));
    const otherOrigin = `http://127.0.0.1:${String(other.port)}`;
    const server = await serve(() => setting(302, ['a=1'], [`Location: ${otherOrigin}/in`]));
    const own = { name: 'Cookie', value: { template: 'mine=1' }, enabled: true };
    const second = api(otherOrigin, { id: storyId('ep', 'Second') });
    const runs = await host(api(`http://localhost:${String(server.port)}`, { headers: [own] }), second);
    await call(runs, '/own', null, second.id);
    await call(runs, '/start');
    const runId = await call(runs, '/start');
    expect(server.requests.map(cookieOf)).toEqual([['mine=1'], ['mine=1; a=1']]);
    expect(other.requests.map(cookieOf)).toEqual([[], ['b=2'], ['b=2']]);
    expect(runs.eventsOf(runId, 'exchange-redirected')[0]?.dropped).toEqual(['cookie']);
  });

  it('a further attempt sends what the one before it was given', async () => {
    const server = await serve((_, number) => (number === 0 ? setting(503, ['sid=1']) : setting(200, [])));
    const retry = { retries: 1, firstDelayMs: 0 };
    const runs = await host(api(server.origin, { retry }));
    await call(runs, '/orders');
    expect(server.requests.map(cookieOf)).toEqual([[], ['sid=1']]);
  });
});

describe('Whoever looks on', () => {
  const values = {
    long: session,
    short: 'q7Kz',
    quoted: '"quoted c4nary value"',
    utf8: 'Kanarienvögel-4711',
  };
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}; Path=/`);
  const flow = storyFlow({
    name: 'Log in',
    nodes: [
      ['Start', 'start', {}],
      [
        'Log in',
        'api-call',
        { endpoint: storyId('ep', 'Shop API'), method: 'GET', path: '/login', responseVariable: 'login' },
      ],
      [
        'Orders',
        'api-call',
        { endpoint: storyId('ep', 'Shop API'), method: 'GET', path: '/orders', responseVariable: 'orders' },
      ],
      ['Say', 'message', { text: 'It is {{login.headers.set-cookie.0}}' }],
      ['End', 'end', { result: '{{orders.body}}' }],
    ],
    connections: [
      ['Start', 'next', 'Log in'],
      ['Log in', 'success', 'Orders'],
      ['Orders', 'success', 'Say'],
      ['Say', 'next', 'End'],
    ],
  });

  async function loggedIn() {
    const answer: Answerer = (request) => {
      if (request.target === '/login') return Buffer.from(setting(200, lines));
      const echo = Buffer.from(JSON.stringify({ echo: cookieOf(request)?.[0] }), 'latin1').toString('utf8');
      return Buffer.from(setting(200, [], ['Content-Type: application/json', `X-Echo: ${session}`], echo));
    };
    const server = await serve(answer);
    const runs = await hostRuns({ documents: [api(server.origin), flow] });
    closing.push(() => runs.close());
    const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));
    await runs.event(runId, 'run-ended');
    return { runs, runId, server };
  }

  it('sees no value in any event, however short it is, while the flow has the real ones', async () => {
    const { runId, runs, server } = await loggedIn();
    const sent = cookieOf(server.requests[1])?.[0] ?? '';
    expect(Buffer.from(sent, 'latin1').toString('utf8')).toBe(
      'long=c4nary-session-0815; short=q7Kz; quoted="quoted c4nary value"; utf8=Kanarienvögel-4711',
    );
    const told = JSON.stringify(runs.events(runId));
    for (const value of ['c4nary-session', 'q7Kz', 'quoted c4nary', 'Kanarien', 'KanarienvÃ']) {
      // A short value that the server writes into a body is found by nobody, as with every short secret.
      const isEchoed = value === 'q7Kz';
      const places = isEchoed ? JSON.stringify(headsOf(runs, runId)) : told;
      expect(places).not.toContain(value);
    }
    const [, orders] = runs.eventsOf(runId, 'exchange-started');
    expect(orders?.headers.find(({ name }) => name === 'Cookie')).toMatchObject({
      from: 'cookie-jar',
      value: [
        { text: 'long=', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'COOKIE_LONG' },
        { text: '; short=' },
        { text: '••••••••' },
        { text: '; quoted=' },
        { text: '••••••••' },
        { text: '; utf8=' },
        { text: '••••••••' },
      ],
    });
    const [head] = runs.eventsOf(runId, 'response-head');
    expect(head?.headers.filter(([name]) => name === 'Set-Cookie')).toEqual([
      ['Set-Cookie', 'long=••••••••; Path=/'],
      ['Set-Cookie', 'short=••••••••; Path=/'],
      ['Set-Cookie', 'quoted=••••••••; Path=/'],
      ['Set-Cookie', 'utf8=••••••••; Path=/'],
    ]);
  });

  it('sees the response variable without values, and a message too', async () => {
    const { runId, runs } = await loggedIn();
    const variable = runs.eventsOf(runId, 'variable-set').find(({ name }) => name === 'login');
    expect(variable?.value.json).toContain('short=••••••••; Path=/');
    expect(variable?.value.json).toContain('long=••••••••; Path=/');
    expect(runs.eventsOf(runId, 'said')[0]).toMatchObject({ text: 'It is long=••••••••; Path=/' });
  });

  it('reads bodies without values', async () => {
    const { runId, runs } = await loggedIn();
    const ended = runs.eventsOf(runId, 'call-ended')[1];
    const body = await wholeBodyOf(runs.host, runId, ended?.body?.handle ?? '');
    expect(body).toContain('long=••••••••');
    expect(body).toContain('short=q7Kz');
    expect(body).not.toContain('Kanarien');
  });

  function headsOf(runs: HostedRuns, runId: Parameters<HostedRuns['events']>[0]) {
    return [
      ...runs.eventsOf(runId, 'response-head'),
      ...runs.eventsOf(runId, 'exchange-started'),
      ...runs.eventsOf(runId, 'call-ended'),
      ...runs.eventsOf(runId, 'variable-set').filter(({ name }) => name === 'login'),
    ];
  }
});

describe('Before a call is sent', () => {
  it('the preview shows the cookies of the environment, and what it shows is what is sent', async () => {
    const server = await serve(login(`sid=${session}`, 'lang=en'));
    const endpoint = api(server.origin);
    const flow = storyFlow({ name: 'Look', nodes: [['Start', 'start', {}]], connections: [] });
    const runs = await hostRuns({ documents: [endpoint, flow, ...environments] });
    closing.push(() => runs.close());
    await call(runs, '/login', local);
    const config = { endpoint: endpoint.id, method: 'GET' as const, path: '/orders' };
    const previewed = async (environmentId: EnvironmentId | null) => {
      const full = storyFlow({
        name: 'x',
        nodes: [['A', 'api-call', { ...config, responseVariable: 'x' }]],
        connections: [],
      });
      const node = full.nodes[0]!;
      if (node.kind !== 'api-call') throw new Error('not a call');
      const shown = await runs.host.preview({
        flowId: flow.id,
        config: node.config,
        environmentId,
        variables: {},
      });
      if (!shown.ok) throw new Error(shown.failure.message);
      return shown.value.headers;
    };
    expect((await previewed(null)).some(({ name }) => name === 'Cookie')).toBe(false);
    const shown = await previewed(local);
    expect(JSON.stringify(shown)).not.toContain(session);
    await call(runs, '/orders', local);
    const sent = server.requests.at(-1)?.headers.map(([name, value]) => `${name}: ${value}`);
    const masked = sent?.map((line) => line.replace(session, '••••••••').replace('lang=en', 'lang=••••••••'));
    expect(shown.map(({ name, value }) => `${name}: ${value.map(({ text }) => text).join('')}`)).toEqual(
      masked,
    );
    expect(shown.find(({ name }) => name === 'Cookie')?.from).toBe('cookie-jar');
  });
});
