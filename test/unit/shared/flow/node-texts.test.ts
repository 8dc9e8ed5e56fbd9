// Renaming and where-used look through these texts; one that is left out is missed in silence.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endpointTemplateTexts } from '#shared/endpoint/endpoint-template-texts.ts';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { namesRead } from '#shared/flow/names-read.ts';
import { nodeSummary } from '#shared/flow/node-summary.ts';
import { callTemplateTexts } from '#shared/flow/template-texts.ts';
import { apiCallConfigSchema } from '#shared/nodes/api-call-node.ts';
import type { RequestBody } from '#shared/request/request-body.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';
import { anyFlow } from '../../../support/any-flow.ts';

const flow = storyFlow({
  name: 'Texts',
  nodes: [
    [
      'Start',
      'start',
      {
        inputs: [
          { name: 'city', default: '{{@request.user.city}}' },
          { name: 'unit', default: null },
        ],
      },
    ],
  ],
  connections: [],
});

const config = (body: RequestBody) =>
  apiCallConfigSchema.parse({
    endpoint: null,
    method: 'POST',
    path: '/weather/{{city}}',
    query: [
      { name: 'day', value: '{{day}}' },
      { name: 'off', value: '{{off}}', enabled: false },
    ],
    headers: [{ name: 'X-{{kind}}', value: '{{trace}}' }],
    body,
    responseVariable: 'weather',
  });

describe('the templates of an API Call', () => {
  const before = ['/weather/{{city}}', 'day', '{{day}}', 'X-{{kind}}', '{{trace}}'];

  test.each<[string, RequestBody, readonly string[]]>([
    ['no body', { type: 'none' }, []],
    ['JSON', { type: 'json', template: '{{a}}' }, ['{{a}}']],
    ['text', { type: 'text', template: '{{a}}' }, ['{{a}}']],
    ['a custom type', { type: 'custom', contentType: '{{t}}', template: '{{a}}' }, ['{{t}}', '{{a}}']],
    [
      'a form',
      {
        type: 'form-urlencoded',
        rows: [
          { name: '{{n}}', value: '{{v}}', enabled: true },
          { name: 'x', value: '{{off}}', enabled: false },
        ],
      },
      ['{{n}}', '{{v}}'],
    ],
    [
      'parts, whose file names and types are templates as well',
      {
        type: 'multipart',
        rows: [
          { name: 'text', value: '{{v}}', enabled: true },
          { name: 'doc', file: 'files/a.pdf', fileName: '{{f}}', contentType: '{{t}}', enabled: true },
          { name: 'bare', file: 'files/b.pdf', enabled: true },
          { name: 'off', file: 'files/c.pdf', fileName: '{{off}}', enabled: false },
        ],
      },
      ['text', '{{v}}', 'doc', '{{f}}', '{{t}}', 'bare', '', ''],
    ],
    ['a file', { type: 'binary', file: 'files/a', contentType: '{{t}}' }, ['{{t}}']],
    ['GraphQL', { type: 'graphql', query: '{{q}}', variables: '{{v}}' }, ['{{q}}', '{{v}}']],
  ])('with %s are those of rows that are on', (_words, body, texts) => {
    expect(callTemplateTexts(config(body))).toEqual([...before, ...texts]);
  });

  test('hold every name that stands anywhere in it, whatever the flow', () => {
    fc.assert(
      fc.property(anyFlow, (any) => {
        for (const { config } of any.nodes.filter((node) => node.kind === 'api-call')) {
          const whole = JSON.stringify(config);
          const names = namesRead(callTemplateTexts(config));
          for (const name of ['answer', 'reply', 'nobody'])
            expect(names.includes(name)).toBe(whole.includes(`{{${name}`) || whole.includes(`each ${name}`));
        }
      }),
    );
  });
});

describe('the templates of an endpoint', () => {
  const endpoint = (auth: object, headers: readonly object[] = []) =>
    endpointSchema.parse({
      format: 'flowbench.endpoint',
      version: 1,
      id: storyId('ep', 'Shop API'),
      name: 'Shop API',
      baseUrl: 'https://{{host}}/v2',
      auth,
      headers,
    });
  const secret = { secret: storyId('sl', 'token') };

  test.each([
    [{ type: 'none' }, []],
    [{ type: 'bearer', token: { template: '{{login.body.token}}' } }, ['{{login.body.token}}']],
    [{ type: 'bearer', token: secret }, []],
    [{ type: 'api-key', in: 'query', key: { template: '{{key}}' } }, ['{{key}}']],
    [{ type: 'basic', userName: { template: '{{user}}' }, password: secret }, ['{{user}}']],
    [
      {
        type: 'oauth2-authorization-code',
        authorizeUrl: '{{sign_in}}',
        tokenUrl: '{{token_url}}',
        clientId: { template: '{{client}}' },
        clientSecret: secret,
        scope: '{{scope}}',
      },
      ['{{sign_in}}', '{{token_url}}', '{{scope}}', '{{client}}'],
    ],
  ])('with %j are its address and what is visible', (auth, texts) => {
    expect(endpointTemplateTexts(endpoint(auth))).toEqual(['https://{{host}}/v2', ...texts]);
  });

  test('leave out headers that are off and headers that are secrets', () => {
    const headers = [
      { name: 'Accept-Language', value: { template: '{{language}}' } },
      { name: 'X-Off', value: { template: '{{off}}' }, enabled: false },
      { name: 'X-Key', value: secret },
    ];
    expect(endpointTemplateTexts(endpoint({ type: 'none' }, headers)).slice(1)).toEqual(['{{language}}']);
  });
});

describe('the names that templates read', () => {
  test('come in the order of reading, each once, without system names', () => {
    const texts = ['{{b}} {{a.c}}', '{{@now}} {{b.d}} {{@env.host}}', '{{#if c}}{{a}}{{/if}}'];
    expect(namesRead(texts)).toEqual(['b', 'a', 'c']);
  });

  test('are none where nothing is read, and a guess where a template is broken', () => {
    expect(namesRead(['', 'Hello', '\\{{not}}'])).toEqual([]);
    expect(namesRead(['{{order.body'])).toEqual(['order']);
  });
});

describe('the line that says what a node does', () => {
  test.each([
    ['Start', ''],
    ['User number', 'number → user_id'],
    ['Get user', 'GET /users/{{user_id}} → user_data'],
    ['Greeting', 'Hello, {{user_data.body.name}}!'],
    ['End', ''],
  ])('of %s is "%s"', (name, line) => {
    expect(nodeSummary(nodeNamed(userGreeting(), name))).toBe(line);
  });

  test('of a Start names its inputs', () => {
    expect(nodeSummary(nodeNamed(flow, 'Start'))).toBe('city, unit');
  });
});
