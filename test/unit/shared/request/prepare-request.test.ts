// The one way from a node and its endpoint to a request that can be sent or shown.
import { describe, expect, it } from 'vitest';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import { maskedRequestSchema } from '#shared/request/masked-request.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { storyId } from '../../../stories/story-id.ts';
import { clientSlot, getOrder, prepared, refused, shopApi, tokenSlot, usedSecrets } from './shop-call.ts';
import { secretsOfEnvironment } from '../../../support/secrets-of-environment.ts';

describe('the call that fetches an order', () => {
  const endpoint = shopApi({
    headers: [
      { name: 'X-Shop-Client', value: { secret: clientSlot } },
      { name: 'Accept', value: { template: 'application/json' } },
    ],
  });
  const call = getOrder({
    query: [{ name: 'expand', value: '{{part}}' }],
    headers: [{ name: 'X-Trace', value: 'trace-{{order_id}}' }],
  });
  const scope = { variables: { order_id: 7, part: 'lines & notes' } };
  const preparation = prepared(endpoint, call, scope);

  it('is a request ready to be sent', () => {
    expect(preparation.request).toEqual({
      method: 'GET',
      url: 'https://shop.example/v2/orders/7?expand=lines%20%26%20notes',
      headers: [
        { name: 'Authorization', value: 'Bearer sk_live_9a8b7c6d', from: 'credential', holdsSecret: true },
        { name: 'X-Shop-Client', value: 'client-5e4d3c', from: 'endpoint', holdsSecret: true },
        { name: 'Accept', value: 'application/json', from: 'endpoint', holdsSecret: false },
        { name: 'X-Trace', value: 'trace-7', from: 'node', holdsSecret: false },
        { name: 'Accept-Encoding', value: 'gzip, deflate, br', from: 'generated', holdsSecret: false },
        { name: 'User-Agent', value: 'Flowbench', from: 'generated', holdsSecret: false },
      ],
      body: { type: 'none' },
      proxy: { mode: 'system' },
      tls: {
        endpoint: 'Shop API',
        authorities: '',
        clientCertificate: null,
        verify: true,
        minVersion: 'TLSv1.2',
      },
    });
  });

  it('can be shown with its secrets masked and its expressions marked', () => {
    expect(preparation.masked).toEqual({
      method: 'GET',
      url: [
        { text: 'https://shop.example/v2/orders/', from: 'literal' },
        { text: '7', from: 'expression', origins: [{ name: 'order_id', kind: 'variable' }] },
        { text: '?expand=', from: 'literal' },
        { text: 'lines%20%26%20notes', from: 'expression', origins: [{ name: 'part', kind: 'variable' }] },
      ],
      urlParts: [
        { from: 'endpoint', segments: [{ text: 'https://shop.example/v2', from: 'literal' }] },
        {
          from: 'node',
          segments: [
            { text: '/orders/', from: 'literal' },
            { text: '7', from: 'expression', origins: [{ name: 'order_id', kind: 'variable' }] },
          ],
        },
        {
          from: 'node',
          segments: [
            { text: '?expand=', from: 'literal' },
            {
              text: 'lines%20%26%20notes',
              from: 'expression',
              origins: [{ name: 'part', kind: 'variable' }],
            },
          ],
        },
      ],
      headers: [
        {
          name: 'Authorization',
          from: 'credential',
          value: [
            { text: 'Bearer ', from: 'literal' },
            { text: '••••••••', from: 'secret', variable: 'SHOP_API_TOKEN' },
          ],
        },
        {
          name: 'X-Shop-Client',
          from: 'endpoint',
          value: [{ text: '••••••••', from: 'secret', variable: 'SHOP_API_X_SHOP_CLIENT' }],
        },
        { name: 'Accept', from: 'endpoint', value: [{ text: 'application/json', from: 'literal' }] },
        {
          name: 'X-Trace',
          from: 'node',
          value: [
            { text: 'trace-', from: 'literal' },
            { text: '7', from: 'expression', origins: [{ name: 'order_id', kind: 'variable' }] },
          ],
        },
        {
          name: 'Accept-Encoding',
          from: 'generated',
          value: [{ text: 'gzip, deflate, br', from: 'literal' }],
        },
        { name: 'User-Agent', from: 'generated', value: [{ text: 'Flowbench', from: 'literal' }] },
      ],
      body: { type: 'none' },
    });
    expect(maskedRequestSchema.parse(preparation.masked)).toEqual(preparation.masked);
  });

  it('names its secrets to the scrubber', () => {
    const secrets = usedSecrets(endpoint, call, scope);
    expect(secrets).toEqual([{ value: 'sk_live_9a8b7c6d' }, { value: 'client-5e4d3c' }]);
    const { ranges } = createScrubber(secrets);
    expect(ranges(JSON.stringify(preparation.request))).not.toEqual([]);
    expect(ranges(JSON.stringify(preparation.masked))).toEqual([]);
  });
});

describe('a call', () => {
  it('of no endpoint is refused', () => {
    expect(refused(null, getOrder({ endpoint: null }))).toEqual({
      code: 'endpoint-missing',
      sentence: 'The API endpoint of this node does not exist.',
      wayOn: 'Choose another endpoint in the API Call, or bring it back.',
      field: null,
      line: null,
      column: null,
      expression: null,
    });
    expect(refused(null, getOrder()).sentence).toBe(
      `The API endpoint ${storyId('ep', 'Shop API')} does not exist.`,
    );
  });

  it('of a new endpoint without an address says that it is missing', () => {
    const exception = refused(newEndpoint(storyId('ep', 'New'), 'New API'), getOrder());
    expect(exception.code).toBe('url-invalid');
    expect(exception.sentence).toContain('http:// or https:// is missing');
    expect(exception.field).toBe('the base URL of New API');
  });

  it('with a method that is none is refused', () => {
    const call = { ...getOrder(), method: 'GET /x' as 'GET' };
    expect(refused(shopApi(), call)).toMatchObject({
      code: 'method-invalid',
      sentence: '"GET /x" is not a valid HTTP method.',
    });
  });

  it('says of a broken template which field it is in and where', () => {
    const call = getOrder({ headers: [{ name: 'X-Trace', value: 'a\n{{#if order_id}}' }] });
    expect(refused(shopApi(), call)).toMatchObject({
      code: 'template-block-unclosed',
      field: 'the header X-Trace',
      line: 2,
      column: 1,
    });
    expect(refused(shopApi(), call).sentence).toContain('line 2, column 1 of the header X-Trace');
  });

  it('with an unknown variable in its path is refused and does not lose the segment', () => {
    const exception = refused(shopApi(), getOrder(), { variables: {} });
    expect(exception).toMatchObject({
      code: 'url-path-value-missing',
      field: 'the path',
      line: 1,
      column: 11,
    });
    expect(exception.sentence).toContain('order_id');
  });

  it('warns of unknown variables elsewhere, and is refused in strict mode', () => {
    const call = getOrder({ query: [{ name: 'page', value: '{{page}}' }] });
    expect(prepared(shopApi(), call).warnings).toEqual([
      { code: 'unknown-variable', name: 'page', line: 1, column: 3, field: 'the query row page' },
    ]);
    expect(refused(shopApi(), call, { variables: { order_id: 7 }, strict: true })).toMatchObject({
      code: 'placeholder-unresolved',
      field: 'the query row page',
    });
  });

  it('says which product sends it, unless a header says otherwise', () => {
    const given = { userAgent: 'Flowbench/0.1.0' };
    expect(prepared(shopApi(), getOrder(), {}, given).request.headers.at(-1)?.value).toBe('Flowbench/0.1.0');
    const own = getOrder({ headers: [{ name: 'user-agent', value: 'Shop bot' }] });
    const names = prepared(shopApi(), own, {}, given).request.headers.map(({ name }) => name);
    expect(names).toEqual(['Authorization', 'user-agent', 'Accept', 'Accept-Encoding']);
  });

  it('renders what is switched off as little as it sends it', () => {
    const broken = { name: '{{#if}}', value: '{{', enabled: false };
    const call = getOrder({
      query: [broken],
      headers: [broken],
      body: { type: 'form-urlencoded', rows: [broken] },
    });
    const missing = { name: 'X-Key', value: { secret: storyId('sl', 'Never set') }, enabled: false };
    const { request } = prepared(shopApi({ headers: [missing] }), call);
    expect(request.url).toBe('https://shop.example/v2/orders/7');
    expect(request.headers.map(({ name }) => name)).not.toContain('X-Key');
  });

  it('keeps the fragment of its path for display only', () => {
    const { request } = prepared(shopApi(), getOrder({ path: '/orders#top' }));
    expect({ fragment: request.fragment, url: request.url }).toEqual({
      fragment: 'top',
      url: 'https://shop.example/v2/orders',
    });
  });
});

describe('secrets that cannot be had', () => {
  const failures = [
    [{ state: 'missing' }, 'secret-missing', 'The secret token has no value in Shop API.'],
    [
      { state: 'other-origin' },
      'secret-missing',
      'The secret token has no value in Shop API for https://shop.example, because it was entered for another address.',
    ],
    [
      { state: 'unreadable' },
      'vault-value-unreadable',
      'The secret token can no longer be decrypted on this computer.',
    ],
    [{ state: 'locked' }, 'vault-locked', 'The secrets are locked.'],
    [
      { state: 'unavailable', detail: 'basic_text' },
      'vault-unavailable',
      'This computer has no key store that can be used for secrets (basic_text).',
    ],
    [
      { state: 'unavailable' },
      'vault-unavailable',
      'This computer has no key store that can be used for secrets.',
    ],
  ] as const;

  it.each(failures)('stop the call: %o', (reading, code, sentence) => {
    const exception = refused(shopApi(), getOrder(), {}, { secret: () => reading });
    expect(exception).toMatchObject({ code, sentence, field: 'the token of Shop API' });
  });

  it('do not hide a defect of the vault behind an exception of the call', () => {
    const secret = () => {
      throw new Error('The vault is broken.');
    };
    expect(() => refused(shopApi(), getOrder(), {}, { secret })).toThrow('The vault is broken.');
  });

  it('are asked for with the origin that they would be sent to', () => {
    const asked: string[] = [];
    prepared(
      shopApi({ baseUrl: 'HTTPS://Shop.Example:443/v2' }),
      getOrder(),
      {},
      {
        secret: (slot, origin) => {
          asked.push(`${slot} ${origin}`);
          return { state: 'set', value: 'sk_live_9a8b7c6d' };
        },
      },
    );
    expect(asked).toEqual([`${tokenSlot} https://shop.example`]);
  });
});

describe('secrets of the environment', () => {
  const scope = {
    variables: { order_id: 7 },
    environment: { tenant: 'acme' },
  };
  const environmentSecrets = secretsOfEnvironment({ signing_key: 'whsec_1f2e3d4c5b' });

  it('are masked wherever a call uses them, and the request knows where they are', () => {
    const call = getOrder({
      method: 'POST',
      query: [{ name: 'sig', value: '{{@env.signing_key}}' }],
      headers: [
        { name: 'X-Signature', value: 'v1={{signing_key}}' },
        { name: 'X-Tenant', value: '{{tenant}}' },
      ],
      body: { type: 'json', template: '{"key":"{{signing_key}}","tenant":"{{tenant}}"}' },
    });
    const { masked, maskedUrl, request } = prepared(shopApi(), call, scope, { environmentSecrets });
    expect(request.url).toBe('https://shop.example/v2/orders/7?sig=whsec_1f2e3d4c5b');
    expect(maskedUrl).toBe('https://shop.example/v2/orders/7?sig=••••••••');
    expect(request.headers.filter(({ holdsSecret }) => holdsSecret).map(({ name }) => name)).toEqual([
      'Authorization',
      'X-Signature',
    ]);
    expect(request.body).toMatchObject({ type: 'bytes', holdsSecret: true });
    expect(masked.body).toMatchObject({
      segments: [
        { text: '{"key":"', from: 'literal' },
        { text: '••••••••', from: 'secret' },
        { text: '","tenant":"', from: 'literal' },
        { text: 'acme', from: 'expression' },
        { text: '"}', from: 'literal' },
      ],
    });
    expect(JSON.stringify(masked)).not.toContain('whsec');
    expect(usedSecrets(shopApi(), call, scope, { environmentSecrets })).toContainEqual({
      value: 'whsec_1f2e3d4c5b',
    });
  });

  it('do not show in the sentence about an address that they break', () => {
    const endpoint = shopApi({ baseUrl: 'https://shop.example:{{signing_key}}/' });
    const exception = refused(endpoint, getOrder(), scope, { environmentSecrets });
    expect(JSON.stringify(exception)).not.toContain('whsec');
  });

  it('do not show in the sentence about a host that is not allowed', () => {
    const endpoint = shopApi({ baseUrl: 'https://{{signing_key}}.example/', allowedHosts: ['shop.example'] });
    const asHost = { environmentSecrets: secretsOfEnvironment({ signing_key: 'whsec-1f2e3d4c5b' }) };
    const exception = refused(endpoint, getOrder(), scope, asHost);
    expect(exception.code).toBe('host-not-allowed');
    expect(JSON.stringify(exception)).not.toContain('whsec');
  });
});

describe('a secret that came back in a response', () => {
  const echoed = 'sk_live_9a8b7c6d';
  const scope = { variables: { order_id: 7, told: { secret: echoed, padding: 'x'.repeat(64 * 1024 - 8) } } };

  it('is a secret again wherever the flow puts it: in the address, a header and the body', () => {
    const call = getOrder({
      method: 'POST',
      query: [{ name: 'key', value: '{{told.secret}}' }],
      headers: [{ name: 'X-Echo', value: 'v1={{told.secret}}' }],
      body: { type: 'json', template: '{"echo":"{{told.secret}}"}' },
    });
    const { masked, maskedUrl, request } = prepared(shopApi(), call, scope);
    expect(request.headers.find(({ name }) => name === 'X-Echo')).toMatchObject({ holdsSecret: true });
    expect(request.body).toMatchObject({ holdsSecret: true });
    expect(maskedUrl).toBe('https://shop.example/v2/orders/7?key=••••••••');
    expect(JSON.stringify(masked)).not.toContain('9a8b');
  });

  it('is one in a form and in a multipart body as well', () => {
    const rows = [{ name: 'echo', value: '{{told.secret}}', enabled: true }];
    for (const type of ['form-urlencoded', 'multipart'] as const) {
      const call = getOrder({ method: 'POST', body: { type, rows } });
      expect(prepared(shopApi(), call, scope).request.body).toMatchObject({ holdsSecret: true });
    }
  });

  it('does not show its beginning where the shown body ends', () => {
    const body = { type: 'text', template: '{{told.padding}}{{told.secret}} and more' } as const;
    const { masked } = prepared(shopApi(), getOrder({ method: 'POST', body }), scope);
    expect(masked.body).toMatchObject({
      truncated: true,
      segments: [{ text: scope.variables.told.padding }, { text: '••••••••', from: 'secret' }],
    });
  });
});
