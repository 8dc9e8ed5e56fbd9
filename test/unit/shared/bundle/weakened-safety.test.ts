// What of an imported endpoint makes its calls less safe, in a sentence each.
import { describe, expect, it } from 'vitest';
import { weakenedSafety } from '#shared/bundle/weakened-safety.ts';
import { type Endpoint, endpointSchema } from '#shared/endpoint/endpoint.ts';
import { type Environment, environmentSchema } from '#shared/environment/environment.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { bundleStory } from '../../../support/bundle-story.ts';

const { shop } = bundleStory;
const sentences = (change: object) =>
  weakenedSafety([endpointSchema.parse({ ...shop, ...change })]).map(({ what }) => what);

describe('settings that weaken safety', () => {
  it('are none in an endpoint as it is made', () => {
    expect(sentences({})).toEqual([]);
  });

  it.each<[change: Partial<Record<keyof Endpoint, unknown>>, sentence: string]>([
    [{ baseUrl: 'http://shop.example' }, 'Calls go to http://shop.example without encryption.'],
    [{ tls: { verify: false } }, 'Certificates of servers are not verified.'],
    [{ tls: { ca: 'PEM' } }, 'Certificate authorities of its own are trusted.'],
    [{ tls: { minVersion: 'TLSv1' } }, 'TLS 1.0 is accepted, which is broken.'],
    [
      { proxy: { mode: 'manual', url: 'http://10.0.0.1:3128' } },
      'Calls go through the proxy http://10.0.0.1:3128.',
    ],
    [{ redirects: { allowPlainHttp: true } }, 'Redirects may lead from https to plain http.'],
    [
      {
        auth: {
          type: 'oauth2-client-credentials',
          tokenUrl: 'http://id.example/token',
          clientId: { template: 'a' },
          clientSecret: { template: 'b' },
        },
      },
      'Access tokens are fetched from http://id.example/token without encryption.',
    ],
  ])('are told: %j', (change, sentence) => {
    expect(sentences(change)).toEqual([sentence]);
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost/', 'http://[::1]:1'])(
    'are not on this machine: %s',
    (baseUrl) => {
      expect(sentences({ baseUrl })).toEqual([]);
    },
  );

  it.each(['http://localhost.evil.example', 'http://127.0.0.1.evil.example'])(
    'are where it only looks like it: %s',
    (baseUrl) => {
      expect(sentences({ baseUrl })).toHaveLength(1);
    },
  );

  const environment = (name: string, apiUrl: string, more: object = {}) =>
    environmentSchema.parse({
      format: 'flowbench.environment',
      version: 1,
      id: storyId('en', name),
      name,
      values: [{ name: 'api_url', value: apiUrl }],
      ...more,
    });
  const by = (baseUrl: string, ...environments: Environment[]) =>
    weakenedSafety([...environments, endpointSchema.parse({ ...shop, baseUrl })]).map(({ what }) => what);
  const staging = environment('Staging', 'http://shop.example');
  const production = environment('Production', 'https://shop.example');
  const local = environment('Here', 'http://localhost:8080');

  it.each(['{{@env.api_url}}/v1', '{{api_url}}/v1', '{{{ @env.api_url }}}/v1', ' {{~api_url~}}/v1'])(
    'are told where the value of an environment makes them: %s',
    (baseUrl) => {
      expect(by(baseUrl, staging, production, local)).toEqual([
        'Calls go to http://shop.example/v1 without encryption, by a value of the environment “Staging”.',
      ]);
      expect(by(baseUrl, production, local)).toEqual([]);
    },
  );

  it('are told of the defaults, also where an environment says nothing else', () => {
    const defaults = environment('Defaults', 'http://shop.example', { defaults: true });
    const silent = { ...staging, values: [] };
    expect(by('{{@env.api_url}}', silent, defaults, production)).toEqual([
      'Calls go to http://shop.example without encryption, by a value of the defaults.',
    ]);
  });

  it('are told of the place of access tokens too', () => {
    const auth = {
      type: 'oauth2-client-credentials',
      tokenUrl: '{{@env.api_url}}/token',
      clientId: { template: 'a' },
      clientSecret: { template: 'b' },
    };
    expect(
      weakenedSafety([staging, endpointSchema.parse({ ...shop, auth })]).map(({ what }) => what),
    ).toEqual([
      'Access tokens are fetched from http://shop.example/token without encryption, by a value of the environment “Staging”.',
    ]);
  });

  const unknownAt = (address: string) => `Where calls go is only known when they are made: ${address}.`;

  it.each([
    '{{default api_url "http://shop.example"}}',
    'https://{{lower @env.api_url}}/v1',
    'https://shop.{{@env.nowhere}}/v1',
    'https:/{{nowhere}}/v1',
    'https:\t//\\{{nowhere}}',
    '{{nowhere}}://shop.example',
    '{{@request.user.host}}/',
    'https://shop.example:{{#if a}}1{{/if}}/',
    `https://${'a'.repeat(400)}.{{nowhere}}`,
  ])('are told where nobody knows yet where calls go: %s', (baseUrl) => {
    expect(by(baseUrl, staging, production)).toEqual([unknownAt(baseUrl.slice(0, 300))]);
  });

  it.each([
    'https://shop.example/{{default version "v1"}}',
    'https://shop.example?{{nowhere}}',
    'https://shop.example/{{nowhere',
    '{{@env.api_url}}/{{nowhere}}',
    '{{@sample.url}}/carrier',
  ])('are not where the host is plain, whatever comes behind it: %s', (baseUrl) => {
    expect(by(baseUrl, production)).toEqual([]);
  });

  it('are told both of a host that is not known and of no encryption to it', () => {
    expect(by('http://{{nowhere}}/')).toEqual([
      'Calls go to http://{{nowhere}}/ without encryption.',
      unknownAt('http://{{nowhere}}/'),
    ]);
  });

  it('are told where a flow that calls sets the name itself, which hides the value of an environment', () => {
    const flow = (endpoint: string) =>
      storyFlow({
        name: 'Calling',
        nodes: [
          ['Start', 'start', { inputs: [{ name: 'api_url' }] }],
          ['Get', 'api-call', { endpoint, method: 'GET', path: '/', responseVariable: 'r' }],
        ],
        connections: [],
      });
    const told = (baseUrl: string, endpoint: string) =>
      weakenedSafety([production, flow(endpoint), endpointSchema.parse({ ...shop, baseUrl })]);
    expect(told('{{api_url}}', shop.id)).toEqual([{ endpoint: shop.name, what: unknownAt('{{api_url}}') }]);
    expect(told('{{@env.api_url}}', shop.id)).toEqual([]);
    expect(told('{{api_url}}', storyId('ep', 'another'))).toEqual([]);
  });

  it('are told of the place of access tokens that is not known yet', () => {
    const auth = {
      type: 'oauth2-client-credentials',
      tokenUrl: '{{default a "b"}}/token',
      clientId: { template: 'a' },
      clientSecret: { template: 'b' },
    };
    expect(sentences({ auth })).toEqual([
      'Where access tokens are fetched from is only known when that is done: {{default a "b"}}/token.',
    ]);
  });

  it('render nothing of what a stranger wrote, and take no more than a moment for thousands', () => {
    const value = `http://a.example/{{#each @env}}${'{{api_url}}'.repeat(10_000)}{{/each}}`;
    const many = Array.from({ length: 1_000 }, (_, at) =>
      environment(`E${String(at)}`, `${value}${String(at)}`),
    );
    const began = performance.now();
    const sentences = by('{{api_url}}'.repeat(10_000), ...many);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]?.length).toBeLessThan(500);
    const distinct = many.map((each, at) => environment(each.name, `http://${String(at)}.example`));
    expect(by('{{api_url}}', ...distinct)).toHaveLength(4);
    expect(by('{{api_url}}', ...distinct).at(-1)).toBe('So it is by the values of 997 more environments.');
  });
});
