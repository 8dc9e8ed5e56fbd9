// Of each rule about API endpoints and environments one that it tells about, and others that are almost the same and sound.
import { storyId } from '../story-id.ts';
import { documentsOnly, environmentOf, shopApi, type LintCase } from './lint-case.ts';

const slot = storyId('sl', 'Shop token');
const endpoint = (change: Parameters<typeof shopApi>[0]) => documentsOnly({ endpoints: [shopApi(change)] });
const environment = (values: NonNullable<Parameters<typeof environmentOf>[1]>) =>
  documentsOnly({ environments: [environmentOf('local', values)] });
const withToken = (state: 'set' | 'missing' | 'other-origin') =>
  documentsOnly({
    endpoints: [shopApi({ auth: { type: 'bearer', token: { secret: slot } } })],
    secretStates: {
      [shopApi().id]: [{ slot, state, setAt: null, enteredFor: null, short: false }],
    },
  });
const oauth = (tokenUrl: string) =>
  endpoint({
    auth: {
      type: 'oauth2-client-credentials',
      tokenUrl,
      clientId: { template: 'shop' },
      clientSecret: { secret: slot },
    },
  });

/** By rule. */
export const documentCases: Readonly<Record<string, LintCase>> = {
  'base-url-invalid': {
    says: ['Begin with https:// or http:// and a host, such as https://api.example.com/v1.'],
    of: endpoint({ baseUrl: 'shop.example/v1' }),
    nearMisses: { 'an address': endpoint({ baseUrl: 'http://localhost:8080' }) },
  },
  'allowed-hosts-missing': {
    says: ['The host comes from an expression, and no host is allowed.'],
    of: endpoint({ baseUrl: 'https://{{host}}/v1' }),
    nearMisses: {
      'an expression in the path': endpoint({ baseUrl: 'https://shop.example/{{tenant}}' }),
      'a list': endpoint({ baseUrl: 'https://{{host}}/v1', allowedHosts: ['shop.example'] }),
    },
  },
  'allowed-host-invalid': {
    says: ['shop.example/v1 is no host: enter one such as api.example.com or localhost:8080.'],
    of: endpoint({ allowedHosts: ['shop.example/v1'] }),
    nearMisses: { 'a host with a port': endpoint({ allowedHosts: ['shop.example:8443'] }) },
  },
  'oauth-url-invalid': {
    says: ['Enter where access tokens come from, such as https://auth.example.com/oauth2/token.'],
    of: oauth(''),
    nearMisses: { 'an address': oauth('https://auth.example/token') },
  },
  'proxy-url-invalid': {
    says: ['Begin with http://, https://, socks5:// or socks5h://.'],
    of: endpoint({ proxy: { mode: 'manual', url: 'proxy:3128' } }),
    nearMisses: { 'a proxy': endpoint({ proxy: { mode: 'manual', url: 'http://127.0.0.1:3128' } }) },
  },
  'secret-unset': {
    says: ['The token of Shop API is not set on this computer.'],
    of: withToken('missing'),
    nearMisses: {
      set: withToken('set'),
      'nothing known yet': endpoint({ auth: { type: 'bearer', token: { secret: slot } } }),
    },
  },
  'plain-http-secret': {
    says: ['Credentials go to shop.example over plain http, where they can be read on the way.'],
    of: endpoint({ baseUrl: 'http://shop.example', auth: { type: 'bearer', token: { secret: slot } } }),
    nearMisses: {
      'this computer': endpoint({
        baseUrl: 'http://127.0.0.1:8080',
        auth: { type: 'bearer', token: { secret: slot } },
      }),
      'without a credential': endpoint({ baseUrl: 'http://shop.example' }),
    },
  },
  'environment-name-invalid': {
    says: ['Templates cannot use a value called shop name.'],
    of: environment([{ name: 'shop name', value: 'Acme' }]),
    nearMisses: { 'an empty row': environment([{ name: '', value: '' }]) },
  },
  'environment-name-repeated': {
    says: ['A later value is called shop, too, and takes the place of this one.'],
    of: environment([
      { name: 'shop', value: 'Acme' },
      { name: 'shop', value: 'Other' },
    ]),
    nearMisses: {
      'one of them off': environment([
        { name: 'shop', value: 'Acme', enabled: false },
        { name: 'shop', value: 'Other' },
      ]),
    },
  },
};
