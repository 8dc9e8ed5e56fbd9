// The address decides who gets the credentials, so values must not be able to change its structure.
import { describe, expect, it } from 'vitest';
import { getOrder, prepared, refused, shopApi, tokenSlot } from './shop-call.ts';

const noAuth = { auth: { type: 'none' } } as const;

describe('a host from an expression', () => {
  const endpoint = (baseUrl: string, allowedHosts: string[]) => shopApi({ ...noAuth, baseUrl, allowedHosts });
  const environment = {
    shop_host: 'staging.shop.example:8443',
    base: 'https://staging.shop.example:8443/v2',
  };

  it.each(['https://{{@env.shop_host}}/v2', '{{@env.base}}', 'https://staging.{{domain}}:8443/v2'])(
    'is called where the endpoint lists it: %s',
    (baseUrl) => {
      const variables = { order_id: 7, domain: 'shop.example' };
      const listed = endpoint(baseUrl, ['shop.example', 'staging.shop.example']);
      expect(prepared(listed, getOrder(), { variables, environment }).request.url).toBe(
        'https://staging.shop.example:8443/v2/orders/7',
      );
    },
  );

  it('is refused where the endpoint does not list it', () => {
    const unlisted = endpoint('https://{{@env.shop_host}}/v2', ['shop.example']);
    expect(refused(unlisted, getOrder(), { environment })).toMatchObject({
      code: 'host-not-allowed',
      sentence:
        'The host staging.shop.example:8443 is not among the hosts that the endpoint Shop API allows.',
      field: 'the base URL of Shop API',
    });
  });

  it.each([
    '{{scheme}}://shop.example/v2',
    'https://shop.example:{{port}}/v2',
    'https://shop.example{{{tail}}}/v2',
  ])('is also one of which only a part comes from there: %s', (baseUrl) => {
    const variables = { order_id: 7, scheme: 'http', port: 8443, tail: '.evil.example' };
    expect(refused(endpoint(baseUrl, []), getOrder(), { variables }).code).toBe('host-not-allowed');
  });

  it('is compared after the parser has read it', () => {
    const disguised = { shop_host: 'ＳＨＯＰ.example' };
    const listed = endpoint('https://{{@env.shop_host}}/v2', ['shop.example']);
    expect(prepared(listed, getOrder(), { environment: disguised }).request.url).toBe(
      'https://shop.example/v2/orders/7',
    );
  });

  it('is not what a path after the host makes', () => {
    const written = endpoint('https://shop.example/{{version}}', []);
    const variables = { order_id: 7, version: 'v2' };
    expect(prepared(written, getOrder(), { variables }).request.url).toBe('https://shop.example/v2/orders/7');
  });

  it('is asked for before any secret is', () => {
    const unlisted = shopApi({ baseUrl: 'https://{{@env.shop_host}}/v2', allowedHosts: [] });
    const secret = () => {
      throw new Error('The vault was asked.');
    };
    expect(refused(unlisted, getOrder(), { environment }, { secret }).code).toBe('host-not-allowed');
  });
});

describe('an address', () => {
  it('joins base, path, rows and key in this order', () => {
    const endpoint = shopApi({
      baseUrl: 'https://shop.example/v2?tenant=acme',
      auth: { type: 'api-key', in: 'query', name: 'api key', key: { secret: tokenSlot } },
    });
    const call = getOrder({
      path: '/orders?state={{state}}',
      query: [
        { name: 'tag', value: 'a' },
        { name: '', value: '' },
        { name: '{{key}}', value: 'b' },
      ],
    });
    const { masked, maskedUrl, request } = prepared(endpoint, call, {
      variables: { state: 'open & due', key: 'tag' },
    });
    expect(request.url).toBe(
      'https://shop.example/v2/orders?tenant=acme&state=open%20%26%20due&tag=a&tag=b&api%20key=sk_live_9a8b7c6d',
    );
    expect(maskedUrl).toBe(
      'https://shop.example/v2/orders?tenant=acme&state=open%20%26%20due&tag=a&tag=b&api%20key=••••••••',
    );
    expect(masked.url.map(({ from }) => from)).toEqual([
      'literal',
      'expression',
      'literal',
      'expression',
      'literal',
      'secret',
    ]);
  });

  it.each([
    ['', 'url-invalid'],
    ['ftp://shop.example', 'url-scheme-unsupported'],
    ['https://ann@shop.example', 'url-userinfo'],
    ['https:///v2', 'url-host-missing'],
    ['https://shop.example:70000', 'url-invalid'],
  ])('with the base URL "%s" is refused as %s', (baseUrl, code) => {
    const exception = refused(shopApi({ ...noAuth, baseUrl }), getOrder());
    expect(exception).toMatchObject({ code, field: 'the base URL of Shop API' });
    expect(exception.wayOn).not.toContain('unknown');
    expect(exception.sentence).not.toContain('unknown');
  });

  it('is read without the white space around its base', () => {
    const endpoint = shopApi({ ...noAuth, baseUrl: ' https://shop.example/v2\n' });
    expect(prepared(endpoint, getOrder()).request.url).toBe('https://shop.example/v2/orders/7');
  });

  it('with a whole address as path is refused', () => {
    const call = getOrder({ path: 'https://evil.example/{{order_id}}' });
    expect(refused(shopApi(noAuth), call)).toMatchObject({ code: 'url-path-absolute', field: 'the path' });
  });

  it.each([
    ['/u/{{order_id}}/keys', '..', 'url-dot-segment'],
    ['/u/{{order_id}}', null, 'url-path-value-missing'],
  ])('with the path %s and the value %s is refused as %s', (path, value, code) => {
    const variables = { order_id: value };
    expect(refused(shopApi(noAuth), getOrder({ path }), { variables })).toMatchObject({
      code,
      field: 'the path',
    });
  });

  it('keeps every digit of a large number', () => {
    const scope = { variables: { order_id: '12345678901234567890' } };
    expect(prepared(shopApi(noAuth), getOrder(), scope).request.url).toBe(
      'https://shop.example/v2/orders/12345678901234567890',
    );
  });
});
