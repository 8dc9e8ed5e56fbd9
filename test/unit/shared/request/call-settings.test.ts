// What the window says of a call's settings has to be what the executor was given, and whose it was.
import { expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { apiCallConfigSchema } from '#shared/nodes/api-call-node.ts';
import { callSettings } from '#shared/request/call-settings.ts';
import { mergedCallPolicy } from '#shared/request/merged-call-policy.ts';
import { settingGroups } from '../../../../renderer/features/response-viewer/settings-lines.ts';
import { storyId } from '../../../stories/story-id.ts';

const endpoint = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: storyId('ep', 'Shop API'),
  name: 'Shop API',
  baseUrl: 'https://shop.example',
  retry: { retries: 3 },
  redirects: { policy: 'same-origin' },
});
const call = apiCallConfigSchema.parse({
  endpoint: endpoint.id,
  method: 'GET',
  path: '/orders',
  responseVariable: 'order',
  overrides: { timeouts: { responseMs: 5000 }, retry: { codes: [503], onFailure: false } },
});

it('the settings of a call are its policy, and name what the call sets itself', () => {
  const settings = callSettings(endpoint, call);
  const { redirects, retry, timeouts } = mergedCallPolicy(endpoint, call);
  expect(settings).toEqual({
    timeouts,
    retry,
    redirects,
    cookies: false,
    tls: { minVersion: 'TLSv1.2', verify: true },
    proxy: 'system',
    ofCall: ['timeouts.responseMs', 'retry.onFailure', 'retry.codes'],
  });
});

it('the settings of a call are said in words', () => {
  const lines = settingGroups(callSettings(endpoint, call)).flatMap((group) => group.lines);
  const said = Object.fromEntries(lines.map(({ label, ofCall, value }) => [label, [value, ofCall]]));
  expect(said).toMatchObject({
    Connection: ['10 s', false],
    Response: ['5 s', true],
    Total: ['off', false],
    Retries: ['3', false],
    'First delay': ['500 ms', false],
    Retried: ['503', true],
    'POST and PATCH': ['not repeated', false],
    Redirects: ['followed within the origin, at most 10', false],
    Cookies: ['off', false],
    TLS: ['TLS 1.2 or newer, verified', false],
    Proxy: ['as the system says', false],
  });
  const off = callSettings(
    {
      ...endpoint,
      retry: { ...endpoint.retry, retries: 0 },
      redirects: { ...endpoint.redirects, policy: 'never' },
    },
    call,
  );
  expect(settingGroups(off).map(({ lines: shown }) => shown.length)).toEqual([4, 1, 4]);
});
