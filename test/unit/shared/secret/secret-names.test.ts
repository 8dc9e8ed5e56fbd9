// The names by which a run without a window is given its secrets: the same on every computer, and never one for two.
import { expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { namedSlots } from '#shared/secret/secret-names.ts';
import { storyId } from '../../../stories/story-id.ts';

const slot = (name: string) => ({ secret: storyId('sl', name) });
const endpoint = (id: string, name: string, parts: object) =>
  endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', id),
    name,
    baseUrl: '',
    ...parts,
  });
const environment = (name: string, value: string) =>
  environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: storyId('en', name),
    name,
    values: [
      { name: 'shop_token', ...slot(value), enabled: true },
      { name: 'host', value: 'x', enabled: true },
    ],
  });
const namesOf = (...given: Parameters<typeof namedSlots>) =>
  namedSlots(...given).map(({ name }) => name);

it('come from the endpoint and the place of the secret there', () => {
  const headers = [{ name: 'X-Shop-Client', value: slot('client'), enabled: true }];
  const certificate = { type: 'pem', certificate: '', key: slot('key'), passphrase: slot('passphrase') };
  const proxy = { mode: 'manual', url: 'http://127.0.0.1:3128', password: slot('proxy') };
  const all = endpoint('a', 'Shop API', {
    auth: { type: 'bearer', token: slot('token') },
    headers,
    tls: { clientCertificate: certificate },
    proxy,
  });
  expect(namesOf([all], [])).toEqual([
    'SHOP_API_TOKEN',
    'SHOP_API_X_SHOP_CLIENT',
    'SHOP_API_CLIENT_KEY',
    'SHOP_API_PASSPHRASE',
    'SHOP_API_PROXY_PASSWORD',
  ]);
  const auths = [
    { type: 'api-key', in: 'header', name: 'X-Key', key: slot('k') },
    { type: 'basic', userName: { template: 'u' }, password: slot('k') },
    {
      type: 'oauth2-client-credentials',
      tokenUrl: '',
      clientId: { template: 'c' },
      clientSecret: slot('k'),
      scope: '',
    },
    { type: 'bearer', token: { template: '{{shop_token}}' } },
  ];
  expect(auths.flatMap((auth) => namesOf([endpoint('a', 'Shop', { auth })], []))).toEqual([
    'SHOP_API_KEY',
    'SHOP_PASSWORD',
    'SHOP_CLIENT_SECRET',
  ]);
});

it('are one for a value in all environments, and never one for two endpoints', () => {
  const auth = (name: string) => ({ auth: { type: 'bearer', token: slot(name) } });
  const twins = [
    endpoint('a', 'Shop', auth('1')),
    endpoint('b', 'shop', auth('2')),
    endpoint('c', 'Shop!', auth('1')),
  ];
  expect(namesOf(twins, [environment('local', 'l'), environment('staging', 's')])).toEqual([
    'SHOP_TOKEN',
    'SHOP_TOKEN',
    'SHOP_TOKEN_2',
    'SHOP_TOKEN_3',
    'SHOP_TOKEN_2',
  ]);
});
