// A flow run by the host over real HTTP: what it publishes is all that the window will know of it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userGreeting, usersApi, usersApiTokenSlot } from '../../stories/user-greeting.ts';
import { startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, wholeBodyOf, type HostedRuns } from '../../support/host-runs.ts';
import { nodeNamed, storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';

const token = 'story-token-0815';
const flow = userGreeting();
const start = { flowId: flow.id, environmentId: null, inputs: {} };

let server: StoryServer;
let runs: HostedRuns;
beforeEach(async () => {
  server = await startStoryServer({ token });
  runs = await hostRuns({
    documents: [flow, usersApi(server.url)],
    secrets: { [usersApiTokenSlot]: token },
  });
});
afterEach(async () => {
  await runs.close();
  await server.close();
  expect(runs.defects).toEqual([]);
});

describe('a run of a flow', () => {
  test('talks, calls with its token, and uses the answer', async () => {
    const runId = startedRun(runs.host.start(start));
    expect(await runs.event(runId, 'asked')).toMatchObject({ text: 'Which user?', answerType: 'number' });
    expect(runs.host.answer({ runId, text: '7' })).toEqual({ ok: true, value: null });
    expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended', message: null });
    expect(runs.eventsOf(runId, 'said').map(({ text }) => text)).toEqual(['Hello, Ana Sousa!']);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/users/7',
      headers: { authorization: `Bearer ${token}` },
    });
  });

  test('begins at any node with variables, and as somebody', async () => {
    const persona = { platform: 'web', user: [{ name: 'first_name', value: 'Ann' }] };
    const nodeId = nodeNamed(flow, 'Get user').id;
    const from = { nodeId, variables: { user_id: '7' } };
    const runId = startedRun(runs.host.start({ ...start, from, persona }));
    expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended' });
    expect(runs.eventsOf(runId, 'asked')).toEqual([]);
    expect(server.requests[0]).toMatchObject({ path: '/users/7' });
  });

  test('does not begin at a node that is gone, nor with a text that is no value of its variable', () => {
    const from = { nodeId: storyId('nd', 'gone'), variables: {} };
    expect(runs.host.start({ ...start, from })).toMatchObject({ failure: { code: 'node-missing' } });
    const nodeId = nodeNamed(flow, 'Get user').id;
    const unfit = { nodeId, variables: { user_id: 'seven' } };
    expect(runs.host.start({ ...start, from: unfit })).toMatchObject({
      failure: { code: 'input-invalid', field: 'user_id' },
    });
  });

  test('reads the persona as @request', async () => {
    const asking = storyFlow({
      name: 'Persona',
      nodes: [
        ['Start', 'start', {}],
        ['Greet', 'message', { text: '{{@request.platform}} {{@request.user.first_name}}' }],
      ],
      connections: [['Start', 'next', 'Greet']],
    });
    const own = await hostRuns({ documents: [asking] });
    const persona = { platform: 'sms', user: [{ name: 'first_name', value: 'Bo' }] };
    const runId = startedRun(own.host.start({ flowId: asking.id, environmentId: null, inputs: {}, persona }));
    expect(await own.event(runId, 'said')).toMatchObject({ text: 'sms Bo' });
    await own.close();
  });

  test('numbers its events from 0 without a gap, in the order of time', async () => {
    const runId = startedRun(runs.host.start(start));
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    const events = runs.events(runId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index));
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
    const types = events.map(({ type }) => type).filter((type) => type !== 'exchange-phase');
    expect(types).toEqual([
      'run-started',
      'node-entered',
      'node-left',
      'node-entered',
      'asked',
      'answered',
      'variable-set',
      'node-left',
      'node-entered',
      'call-prepared',
      'attempt-started',
      'exchange-started',
      'response-head',
      'attempt-ended',
      'call-ended',
      'variable-set',
      'node-left',
      'node-entered',
      'said',
      'node-left',
      'node-entered',
      'run-ended',
    ]);
  });

  test('shows the request with its token masked by position', async () => {
    const runId = startedRun(runs.host.start(start));
    runs.host.answer({ runId, text: '7' });
    const { endpointName, request } = await runs.event(runId, 'call-prepared');
    expect(endpointName).toBe('Users API');
    expect(request.headers.find(({ name }) => name === 'Authorization')).toEqual({
      name: 'Authorization',
      from: 'credential',
      value: [
        { text: 'Bearer ', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'USERS_API_TOKEN' },
      ],
    });
    await runs.event(runId, 'run-ended');
  });

  test('says how the call ended and gives a handle to its body', async () => {
    const runId = startedRun(runs.host.start(start));
    runs.host.answer({ runId, text: '7' });
    const ended = await runs.event(runId, 'call-ended');
    expect(ended).toMatchObject({
      status: 'success',
      statusCode: 200,
      reason: 'OK',
      attempts: 1,
      variable: 'user_data',
      body: { kind: 'json', contentType: 'application/json' },
    });
    const body = await wholeBodyOf(runs.host, runId, ended.body?.handle ?? '');
    expect(JSON.parse(body)).toMatchObject({ id: 7, name: 'Ana Sousa' });
    expect(ended.sizeBytes).toBe(Buffer.byteLength(body));
    await runs.event(runId, 'run-ended');
  });

  test('asks the vault under workspace, document, slot and address', async () => {
    const runId = startedRun(runs.host.start(start));
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    expect(runs.asked).toEqual([
      {
        workspaceId: storyId('ws', 'Acme Shop'),
        documentId: storyId('ep', 'Users API'),
        slot: usersApiTokenSlot,
        origin: server.url,
      },
    ]);
  });

  test('goes the way of trouble where the server says no', async () => {
    const runId = startedRun(runs.host.start(start));
    runs.host.answer({ runId, text: '99' });
    await runs.event(runId, 'run-ended');
    const call = nodeNamed(flow, 'Get user').id;
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({
      status: 'error',
      statusCode: 404,
      code: 'http-status',
      sentence: '127.0.0.1 answered 404 Not Found.',
    });
    expect(runs.eventsOf(runId, 'node-left').find(({ nodeId }) => nodeId === call)).toMatchObject({
      exit: 'error',
      through: 'error',
    });
    expect(runs.eventsOf(runId, 'said')[0]?.text).toBe('Sorry, that did not work.');
  });

  test('keeps several runs apart, over connections of their own', async () => {
    const ids = [startedRun(runs.host.start(start)), startedRun(runs.host.start(start))] as const;
    runs.host.answer({ runId: ids[1], text: '8' });
    runs.host.answer({ runId: ids[0], text: '7' });
    await Promise.all(ids.map((runId) => runs.event(runId, 'run-ended')));
    const said = (runId: (typeof ids)[number]) => runs.eventsOf(runId, 'said').map(({ text }) => text);
    expect(said(ids[0])).toEqual(['Hello, Ana Sousa!']);
    expect(said(ids[1])).toEqual(['Hello, Ben Okafor!']);
    expect(server.socketsOpened).toBe(2);
  });

  test('closes its connections when it is over', async () => {
    const runId = startedRun(runs.host.start(start));
    runs.host.answer({ runId, text: '7' });
    const { socketClosed } = await server.nextRequest();
    await runs.event(runId, 'run-ended');
    await socketClosed;
    expect(server.socketsOpen).toBe(0);
  });
});

describe('what cannot be run', () => {
  test.each([
    ['a flow that does not exist', { flowId: storyId('fl', 'nobody') }, 'flow-missing'],
    ['a document that is no flow', { flowId: storyId('ep', 'Users API') as never }, 'flow-missing'],
  ])('%s', (_, change, code) => {
    expect(runs.host.start({ ...start, ...change })).toMatchObject({ ok: false, failure: { code } });
  });

  test('an answer to a run that does not wait for one', async () => {
    const runId = startedRun(runs.host.start(start));
    runs.host.answer({ runId, text: '7' });
    expect(runs.host.answer({ runId, text: '8' })).toMatchObject({
      ok: false,
      failure: { code: 'not-running' },
    });
    await runs.event(runId, 'run-ended');
    expect(runs.host.answer({ runId: storyId('rn', 'nobody'), text: '8' })).toMatchObject({ ok: false });
  });
});

describe('a call that our side cannot make', () => {
  test.each([
    ['missing', 'secret-missing'],
    ['other-origin', 'secret-missing'],
    ['unreadable', 'vault-value-unreadable'],
    ['locked', 'vault-locked'],
    ['unavailable', 'vault-unavailable'],
  ] as const)('is an exception and sends nothing: the secret is %s', async (state, code) => {
    const own = await hostRuns({
      documents: [flow, usersApi(server.url)],
      secrets: { [usersApiTokenSlot]: { state } },
    });
    const runId = startedRun(own.host.start(start));
    own.host.answer({ runId, text: '7' });
    await own.event(runId, 'run-ended');
    expect(own.eventsOf(runId, 'call-ended')[0]).toMatchObject({
      status: 'exception',
      code,
      attempts: 0,
      body: null,
    });
    expect(own.eventsOf(runId, 'call-prepared')).toEqual([]);
    expect(own.eventsOf(runId, 'said')[0]?.text).toBe('Sorry, that did not work.');
    expect(server.socketsOpened).toBe(0);
    await own.close();
  });

  test('is one where the endpoint is gone', async () => {
    const own = await hostRuns({ documents: [flow] });
    const runId = startedRun(own.host.start(start));
    own.host.answer({ runId, text: '7' });
    await own.event(runId, 'run-ended');
    expect(own.eventsOf(runId, 'call-ended')[0]).toMatchObject({ code: 'endpoint-missing' });
    await own.close();
  });

  test('is one where the chosen environment is gone', async () => {
    const runId = startedRun(runs.host.start({ ...start, environmentId: storyId('en', 'gone') }));
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ code: 'environment-missing' });
    expect(server.requests).toEqual([]);
  });
});
