// What the window shows of runs that really happened: a server, an executor, a host, and the projection of their events.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunId } from '#shared/ids/ids.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { nodeNamed } from '../../stories/story-flow.ts';
import { startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { userGreeting, usersApi, usersApiTokenSlot } from '../../stories/user-greeting.ts';
import { hostRuns, startedRun, type HostedRuns } from '../../support/host-runs.ts';
import { viewsOf } from '../../support/told-run.ts';

const token = 'story-token-0815';
const flow = userGreeting();
const call = nodeNamed(flow, 'Get user');
const start = { flowId: flow.id, environmentId: null, inputs: {} };

let server: StoryServer;
let runs: HostedRuns;
let failures = 0;

beforeEach(async () => {
  failures = 0;
  server = await startStoryServer({
    token,
    routes: {
      unsteady: (_request, response) => {
        failures += 1;
        response.writeHead(failures < 3 ? 503 : 200, { 'Content-Type': 'application/json' });
        response.end('{"name":"Ana Sousa"}');
      },
      moved: (_request, response) => response.writeHead(302, { Location: '/users/7' }).end(),
    },
  });
});
afterEach(async () => {
  await runs.close();
  await server.close();
});

/** Runs the greeting against the server, with another path where one is given, to its end. */
async function viewsOfGreeting(
  change: { path?: string; endpoint?: (endpoint: Endpoint) => object } = {},
  answers: readonly string[] = ['7'],
): Promise<readonly RunView[]> {
  const changed = {
    ...flow,
    nodes: flow.nodes.map((node) =>
      node.kind === 'api-call'
        ? { ...node, config: { ...node.config, path: change.path ?? node.config.path } }
        : node,
    ),
  };
  const endpoint = usersApi(server.url);
  runs = await hostRuns({
    documents: [changed, endpointSchema.parse({ ...endpoint, ...change.endpoint?.(endpoint) })],
    secrets: { [usersApiTokenSlot]: token },
  });
  const runId: RunId = startedRun(runs.host.start(start));
  await runs.event(runId, 'asked');
  for (const text of answers) runs.host.answer({ runId, text });
  await runs.event(runId, 'run-ended');
  return viewsOf(runs.events(runId));
}

function pairsOf(raw: readonly string[]): readonly (readonly string[])[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
}

describe('the view of a real run', () => {
  test('tells the greeting from the question to the name that the server gave', async () => {
    const views = await viewsOfGreeting();
    const view = views.at(-1)!;
    expect(view).toMatchObject({ outcome: 'ended', message: null, waiting: null });
    expect(view.conversation.map((item) => ('text' in item ? item.text : item.type))).toEqual([
      'Which user?',
      '7',
      'call',
      'Hello, Ana Sousa!',
      'ended',
    ]);
    expect(view.taken.map(({ exit, failed }) => [exit, failed])).toEqual([
      ['next', false],
      ['next', false],
      ['success', false],
      ['next', false],
    ]);
    expect(view.timeline.map(({ result }) => result)).toEqual(['', 'answered', '200', 'said', 'ended']);
    expect(view.variables.map(({ name }) => name)).toEqual(['user_data', 'user_id']);
    expect(JSON.stringify(views)).not.toContain(token);
  });

  test('shows every step on the way: the question waits, the call runs, its attempt ends', async () => {
    const views = await viewsOfGreeting();
    const states = views.map((view) => view.nodes[call.id]?.state ?? 'idle');
    expect([...new Set(states)]).toEqual(['idle', 'running', 'done']);
    expect(views.some((view) => view.waiting?.answerType === 'number')).toBe(true);
    expect(views.every(({ elapsedMs }, at) => elapsedMs >= (views[at - 1]?.elapsedMs ?? 0))).toBe(true);
  });

  test('goes on waiting after an answer that does not fit', async () => {
    const views = await viewsOfGreeting({}, ['seven', '7']);
    const refused = views.findIndex((view) => view.conversation.some(({ type }) => type === 'refused'));
    expect(views[refused]?.waiting).toMatchObject({ answerType: 'number' });
    expect(views.at(-1)?.outcome).toBe('ended');
  });

  test('holds the call with its attempt, exchange, phases, head and body', async () => {
    const [only, ...others] = (await viewsOfGreeting()).at(-1)!.calls;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ nodeId: call.id, endpointName: 'Users API' });
    expect(only?.ended).toMatchObject({ status: 'success', statusCode: 200, variable: 'user_data' });
    expect(only?.body).toMatchObject({ kind: 'json' });
    const [attempt] = only?.attempts ?? [];
    expect(attempt).toMatchObject({ number: 1, statusCode: 200, code: null, delayMs: null });
    expect(attempt?.exchanges[0]?.head).toMatchObject({ statusCode: 200, httpVersion: '1.1' });
    expect(attempt?.exchanges[0]?.phases.map(({ phase }) => phase)).toEqual(
      expect.arrayContaining(['connect', 'wait']),
    );
  });

  test('keeps every attempt and the delays between them', async () => {
    const retry = { retries: 3, firstDelayMs: 1, jitter: 'none' };
    const views = await viewsOfGreeting({
      path: '/unsteady',
      endpoint: (endpoint) => ({ retry: { ...endpoint.retry, ...retry } }),
    });
    const [only] = views.at(-1)!.calls;
    expect(only?.attempts.map(({ number, statusCode }) => [number, statusCode])).toEqual([
      [1, 503],
      [2, 503],
      [3, 200],
    ]);
    expect(only?.attempts.map(({ delayMs }) => delayMs)).toEqual([1, 2, null]);
    expect(views.at(-1)?.nodes[call.id]).toMatchObject({ state: 'done', statusCode: 200, attempts: 3 });
    expect(server.requests).toHaveLength(3);
  });

  test('shows the hops of a redirect as exchanges of one attempt', async () => {
    const [only] = (await viewsOfGreeting({ path: '/moved' })).at(-1)!.calls;
    const [attempt, ...others] = only?.attempts ?? [];
    expect(others).toEqual([]);
    expect(attempt?.exchanges.map(({ head }) => head?.statusCode)).toEqual([302, 200]);
    expect(attempt?.exchanges[0]?.redirectedTo).toBe(`${server.url}/users/7`);
    const shown = attempt?.exchanges.map(({ headers }) =>
      headers.map(({ name, value }) => [name, value.map(({ text }) => text).join('')]),
    );
    const came = server.requests.map(({ rawHeaders }) => pairsOf(rawHeaders));
    const masked = (lines: readonly (readonly string[])[]) =>
      lines.map(([name = '', value = '']) => [name, value.replace(token, '••••••••')]);
    expect(shown).toEqual(came.map(masked));
  });

  test('shows an error that the flow takes care of', async () => {
    const view = (await viewsOfGreeting({ path: '/nowhere' })).at(-1)!;
    expect(view.outcome).toBe('ended');
    expect(view.nodes[call.id]).toMatchObject({ state: 'failed', statusCode: 404 });
    expect(view.taken).toContainEqual({ node: call.id, exit: 'error', failed: true });
    expect(view.conversation.map((item) => ('text' in item ? item.text : ''))).toContain(
      'Sorry, that did not work.',
    );
  });

  test('shows a call that could not be made, with what to do', async () => {
    const view = (await viewsOfGreeting({ endpoint: () => ({ baseUrl: 'ftp://nowhere' }) })).at(-1)!;
    expect(view.calls).toHaveLength(1);
    expect(view.calls[0]).toMatchObject({ request: null, attempts: [], body: null });
    expect(view.calls[0]?.ended).toMatchObject({ status: 'exception', statusCode: null });
    expect(view.calls[0]?.ended?.wayOn).not.toBeNull();
    expect(view.nodes[call.id]?.state).toBe('exception');
    expect(server.requests).toEqual([]);
  });
});
