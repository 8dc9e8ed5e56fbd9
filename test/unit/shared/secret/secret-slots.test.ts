// Which secrets an endpoint has is read from its document; a slot that is overlooked would be orphaned.
import { describe, expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { secretSlotOrigin, secretSlots } from '#shared/secret/secret-slots.ts';

function endpointWith(settings: object) {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: 'ep_shopshopshop',
    name: 'Shop API',
    baseUrl: 'https://shop.example',
    ...settings,
  });
}

describe('the slots of an endpoint', () => {
  it.each([
    ['none', { type: 'none' }, []],
    ['bearer', { type: 'bearer', token: { secret: 'sl_tokentokento' } }, ['sl_tokentokento']],
    ['a visible bearer', { type: 'bearer', token: { template: '{{token}}' } }, []],
    [
      'API key',
      { type: 'api-key', in: 'query', name: 'key', key: { secret: 'sl_keykeykeykey' } },
      ['sl_keykeykeykey'],
    ],
    [
      'basic, whose user name is not a secret',
      { type: 'basic', userName: { template: 'anna' }, password: { secret: 'sl_passpasspass' } },
      ['sl_passpasspass'],
    ],
    [
      'digest',
      { type: 'digest', userName: { template: 'anna' }, password: { secret: 'sl_passpasspass' } },
      ['sl_passpasspass'],
    ],
    [
      'OAuth, whose client id is not a secret',
      {
        type: 'oauth2-client-credentials',
        tokenUrl: 'https://auth.example/token',
        clientId: { template: 'shop' },
        clientSecret: { secret: 'sl_clientclient' },
      },
      ['sl_clientclient'],
    ],
  ])('are those of its authentication: %s', (_, auth, slots) => {
    expect(secretSlots(endpointWith({ auth }))).toEqual(slots);
  });

  it('are those of its headers too, also of headers that are off, each once', () => {
    const endpoint = endpointWith({
      auth: { type: 'bearer', token: { secret: 'sl_tokentokento' } },
      headers: [
        { name: 'X-Client', value: { secret: 'sl_clientclient' }, enabled: false },
        { name: 'Accept', value: { template: 'application/json' } },
        { name: 'X-Token', value: { secret: 'sl_tokentokento' } },
      ],
    });
    expect(secretSlots(endpoint)).toEqual(['sl_tokentokento', 'sl_clientclient']);
  });

  it('are those of its client certificate too, which are bound to the API', () => {
    const clientCertificate = (more: object) => ({ tls: { clientCertificate: more } });
    const key = { secret: 'sl_keykeykeykey' };
    const passphrase = { secret: 'sl_passpasspass' };
    const pem = endpointWith(clientCertificate({ type: 'pem', certificate: '', key, passphrase }));
    expect(secretSlots(pem)).toEqual(['sl_keykeykeykey', 'sl_passpasspass']);
    expect(secretSlotOrigin(pem, secretSlots(pem)[0]!)).toBe('https://shop.example');
    const file = endpointWith(clientCertificate({ type: 'pkcs12', file: key }));
    expect(secretSlots(file)).toEqual(['sl_keykeykeykey']);
  });

  const proxy = {
    mode: 'manual',
    url: 'http://Proxy.example:3128/',
    userName: { template: 'ana' },
    password: { secret: 'sl_proxyproxypr' },
  };
  const auth = { type: 'bearer', token: { secret: 'sl_tokentokento' } };

  it('are that of its proxy too, which is bound to where the proxy is', () => {
    const endpoint = endpointWith({ auth, proxy });
    expect(secretSlots(endpoint)).toEqual(['sl_tokentokento', 'sl_proxyproxypr']);
    expect(secretSlots(endpoint).map((slot) => secretSlotOrigin(endpoint, slot))).toEqual([
      'https://shop.example',
      'http://proxy.example:3128',
    ]);
    expect(secretSlots(endpointWith({ proxy: { ...proxy, password: { template: '{{p}}' } } }))).toEqual([]);
  });

  it('that is used for both is bound to the API, so that the proxy is not given it', () => {
    const endpoint = endpointWith({ auth, proxy: { ...proxy, password: { secret: 'sl_tokentokento' } } });
    expect(secretSlots(endpoint).map((slot) => secretSlotOrigin(endpoint, slot))).toEqual([
      'https://shop.example',
    ]);
  });

  it('binds the secret of a client to the token URL, unless the API gets it too', () => {
    const auth = {
      type: 'oauth2-authorization-code',
      authorizeUrl: 'https://auth.example/authorize',
      tokenUrl: 'https://auth.example:8443/token?tenant=1',
      clientId: { template: 'shop' },
      clientSecret: { secret: 'sl_clientclient' },
    };
    const headers = [{ name: 'X-Client', value: { secret: 'sl_headerheader' } }];
    const origins = (endpoint: ReturnType<typeof endpointWith>) =>
      secretSlots(endpoint).map((slot) => [slot, secretSlotOrigin(endpoint, slot)]);
    const { baseUrl } = endpointWith({});
    expect(origins(endpointWith({ auth, headers }))).toEqual([
      ['sl_clientclient', 'https://auth.example:8443'],
      ['sl_headerheader', new URL(baseUrl).origin],
    ]);
    const shared = { ...auth, clientSecret: { secret: 'sl_headerheader' } };
    expect(origins(endpointWith({ auth: shared, headers }))).toEqual([
      ['sl_headerheader', new URL(baseUrl).origin],
    ]);
  });
});
