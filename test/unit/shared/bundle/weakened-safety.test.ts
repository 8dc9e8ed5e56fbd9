// What of an imported endpoint makes its calls less safe, in a sentence each.
import { describe, expect, it } from 'vitest';
import { weakenedSafety } from '#shared/bundle/weakened-safety.ts';
import { type Endpoint, endpointSchema } from '#shared/endpoint/endpoint.ts';
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
});
