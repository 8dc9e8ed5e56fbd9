// One API Call can be tried without its flow; it has to behave as it would within it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { environmentSchema } from '#shared/environment/environment.ts';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { ApiCallConfig } from '#shared/nodes/api-call-node.ts';
import type { MaskedRequest, MaskedSegment } from '#shared/request/masked-request.ts';
import { nodeNamed, storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { usersApi, usersApiTokenSlot } from '../../stories/user-greeting.ts';
import { hostRuns, startedRun, type HostedRuns } from '../../support/host-runs.ts';

const token = 'story-token-0815';
const users = storyId('ep', 'Users API');
const environmentId = storyId('en', 'staging');

const flow = storyFlow({
  name: 'Notes',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'language', default: 'en' }] }],
    ['Number', 'prompt', { text: '?', answerType: 'number', variable: 'user_id' }],
    ['Before', 'api-call', { endpoint: users, method: 'GET', path: '/users/7', responseVariable: 'user' }],
    [
      'Write',
      'api-call',
      {
        endpoint: users,
        method: 'POST',
        path: '/echo/{{user_id}}',
        query: [{ name: 'stage', value: '{{@env.stage}}' }],
        body: {
          type: 'json',
          template: '{"id":{{user_id}},"name":"{{user.body.name}}","note":{{note}},"in":"{{language}}"}',
        },
        responseVariable: 'written',
      },
    ],
    ['After', 'message', { text: 'After' }],
  ],
  connections: [['Write', 'success', 'After']],
});
const write = nodeNamed(flow, 'Write');
const config = write.config as ApiCallConfig;

let server: StoryServer;
let runs: HostedRuns;
beforeEach(async () => {
  server = await startStoryServer({ token });
  runs = await hostRuns({
    documents: [
      flow,
      usersApi(server.url),
      environmentSchema.parse({
        format: 'flowbench.environment',
        version: 1,
        id: environmentId,
        name: 'staging',
        values: [{ name: 'stage', value: 'second stage' }],
      }),
    ],
    secrets: { [usersApiTokenSlot]: token },
  });
});
afterEach(async () => {
  await runs.close();
  await server.close();
});

const given = { user_id: '12345678901234567890', user: '{"body":{"name":"Zoë \\"Zo\\""}}', note: 'plain' };

describe('one API Call alone', () => {
  const tryIt = { flowId: flow.id, nodeId: write.id, environmentId, variables: given };

  test('is sent with the given values, read as what the flow would put there', async () => {
    const runId = startedRun(runs.host.tryCall(tryIt));
    expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended' });
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request?.path).toBe('/echo/12345678901234567890?stage=second%20stage');
    expect(request?.body).toBe('{"id":12345678901234567890,"name":"Zoë \\"Zo\\"","note":"plain","in":"en"}');
  });

  test('is a run of its flow that ends with its node', async () => {
    const runId = startedRun(runs.host.tryCall(tryIt));
    await runs.event(runId, 'run-ended');
    expect(runs.eventsOf(runId, 'run-started')[0]).toMatchObject({
      flowId: flow.id,
      environmentName: 'staging',
    });
    expect(runs.eventsOf(runId, 'node-entered').map(({ nodeId }) => nodeId)).toEqual([write.id]);
    expect(runs.eventsOf(runId, 'said')).toEqual([]);
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ nodeId: write.id, status: 'success' });
  });

  test('is not sent where a value does not fit', () => {
    const variables = { ...given, user_id: 'seven' };
    expect(runs.host.tryCall({ ...tryIt, variables })).toEqual({
      ok: false,
      failure: {
        code: 'input-invalid',
        message: 'The value of user_id is not a number.',
        field: 'user_id',
      },
    });
  });

  test('must be an API Call of the saved flow', () => {
    const nodeId = nodeNamed(flow, 'After').id;
    expect(runs.host.tryCall({ ...tryIt, nodeId })).toMatchObject({ ok: false });
    expect(runs.host.tryCall({ ...tryIt, flowId: storyId('fl', 'nobody') })).toMatchObject({ ok: false });
  });
});

describe('a test request of an endpoint', () => {
  test('is a run of one call with the endpoint’s own settings', async () => {
    const runId = startedRun(
      runs.host.testEndpoint({ endpointId: users, environmentId, method: 'GET', path: '/users/8' }),
    );
    expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended' });
    expect(runs.eventsOf(runId, 'run-started')[0]).toMatchObject({ flowName: 'Users API' });
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ status: 'success', statusCode: 200 });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test('ends normally whatever the server says', async () => {
    const runId = startedRun(
      runs.host.testEndpoint({ endpointId: users, environmentId: null, method: 'DELETE', path: '/none' }),
    );
    expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended', message: null });
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ status: 'error', statusCode: 404 });
  });

  test('needs an endpoint', () => {
    const endpointId = storyId('ep', 'nobody');
    expect(
      runs.host.testEndpoint({ endpointId, environmentId: null, method: 'GET', path: '' }),
    ).toMatchObject({ ok: false, failure: { code: 'endpoint-missing' } });
  });
});

describe('the preview of a call', () => {
  const input = { flowId: flow.id, config, environmentId, variables: given };
  const textOf = (segments: readonly MaskedSegment[]) => segments.map(({ text }) => text).join('');
  const shown = async (change: Partial<typeof input> = {}): Promise<MaskedRequest> => {
    const preview = await runs.host.preview({ ...input, ...change });
    if (!preview.ok) throw new Error(preview.failure.message);
    return preview.value;
  };

  test('is the request as the server would get it, the token masked, and nothing is sent', async () => {
    const request = await shown();
    expect(textOf(request.url)).toBe(`${server.url}/echo/12345678901234567890?stage=second%20stage`);
    const body = request.body.type === 'text' ? textOf(request.body.segments) : '';
    expect(JSON.stringify(request)).not.toContain(token);
    expect(server.socketsOpened).toBe(0);

    const runId = startedRun(runs.host.tryCall({ ...input, nodeId: write.id }));
    await runs.event(runId, 'run-ended');
    expect(server.requests[0]?.body).toBe(body);
    const sent = server.requests[0]?.headers ?? {};
    for (const { name, value } of request.headers) {
      const masked = textOf(value).replace('••••••••', token);
      expect(sent[name.toLowerCase()]).toBe(masked);
    }
    expect(request.headers.map(({ name }) => name.toLowerCase())).toEqual(Object.keys(sent));
  });

  test('says where the parts and the values come from', async () => {
    const { headers, url, urlParts } = await shown();
    expect(urlParts?.map(({ from }) => from)).toEqual(['endpoint', 'node', 'node']);
    expect(url.flatMap(({ origins = [] }) => origins)).toEqual([
      { name: 'user_id', kind: 'variable' },
      { name: '@env.stage', kind: 'environment' },
    ]);
    expect(Object.fromEntries(headers.map(({ from, name }) => [name, from]))).toMatchObject({
      Host: 'generated',
      Authorization: 'credential',
      'Content-Length': 'generated',
      Connection: 'generated',
    });
  });

  test('opens the files of the body, as sending does', async () => {
    const missing = { type: 'binary', file: 'attachments/gone.pdf' } as const;
    const preview = await runs.host.preview({ ...input, config: { ...config, body: missing } });
    expect(preview).toMatchObject({ ok: false, failure: { code: 'body-file-unreadable' } });
  });

  test('shows an edit that was not saved', async () => {
    const request = await shown({ config: { ...config, method: 'PUT', path: '/elsewhere' } });
    expect(request.method).toBe('PUT');
    expect(textOf(request.url)).toBe(`${server.url}/elsewhere?stage=second%20stage`);
  });

  test('says where a template is wrong', async () => {
    const preview = await runs.host.preview({ ...input, config: { ...config, path: '/a/{{#if x}}' } });
    expect(preview).toMatchObject({
      ok: false,
      failure: { code: 'template-block-unclosed', field: 'the path', line: 1, column: 4 },
    });
  });

  test('says what keeps the call from being made', async () => {
    const failureOf = async (change: object) => {
      const preview = await runs.host.preview({ ...input, ...change });
      return preview.ok ? null : preview.failure.code;
    };
    expect(await failureOf({ config: { ...config, endpoint: null } })).toBe('endpoint-missing');
    expect(await failureOf({ environmentId: storyId('en', 'gone') })).toBe('environment-missing');
    expect(await failureOf({ flowId: storyId('fl', 'nobody') })).toBe('flow-missing');
    expect(await failureOf({ variables: { user_id: 'seven' } })).toBe('input-invalid');
    expect(server.socketsOpened).toBe(0);
  });
});

test('a preview says which default of the flow gives no value', async () => {
  const broken = storyFlow({
    name: 'Broken',
    nodes: [['Start', 'start', { inputs: [{ name: 'count', type: 'number', default: 'many' }] }]],
    connections: [],
  });
  const own = await hostRuns({ documents: [broken, endpointSchema.parse(usersApi(server.url))] });
  const preview = await own.host.preview({ flowId: broken.id, config, environmentId: null, variables: {} });
  expect(preview).toMatchObject({
    ok: false,
    failure: { code: 'input-invalid', message: 'The default of count is not a number.' },
  });
  await own.close();
});
