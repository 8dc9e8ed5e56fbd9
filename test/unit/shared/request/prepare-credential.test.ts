// Where each kind of authentication puts its credential, and what is secret about it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Authentication } from '#shared/endpoint/endpoint.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { getOrder, prepared, refused, sentHeader, shopApi, tokenSlot, usedSecrets } from './shop-call.ts';

const withAuth = (auth: Authentication) => shopApi({ auth });
const secretReading = (value: string) => ({ secret: () => ({ state: 'set', value }) as const });

describe('a bearer token', () => {
  it('goes into Authorization', () => {
    const preparation = prepared(withAuth({ type: 'bearer', token: { secret: tokenSlot } }), getOrder());
    expect(sentHeader(preparation, 'Authorization')).toEqual(['Bearer sk_live_9a8b7c6d']);
  });

  it('may come from a variable, and then it is shown', () => {
    const endpoint = withAuth({ type: 'bearer', token: { template: '{{login.token}}' } });
    const preparation = prepared(endpoint, getOrder(), {
      variables: { order_id: 7, login: { token: 'abc.def==' } },
    });
    expect(preparation.request.headers[0]).toEqual({
      name: 'Authorization',
      value: 'Bearer abc.def==',
      from: 'credential',
      holdsSecret: false,
    });
    expect(preparation.masked.headers[0]?.value.at(-1)).toEqual({
      text: 'abc.def==',
      from: 'expression',
      origins: [{ name: 'login.token', kind: 'variable' }],
    });
  });

  it.each(['', ' ', '\t'])('of "%s" is empty and is never sent', (value) => {
    const endpoint = withAuth({ type: 'bearer', token: { secret: tokenSlot } });
    expect(refused(endpoint, getOrder(), {}, secretReading(value))).toMatchObject({
      code: 'credential-empty',
      sentence: 'The token of Shop API is empty.',
      field: 'the token of Shop API',
    });
  });

  it('that nobody set is empty too', () => {
    const endpoint = withAuth({ type: 'bearer', token: { template: '{{login.token}}' } });
    expect(refused(endpoint, getOrder()).code).toBe('credential-empty');
  });

  it.each([
    ['tok\r\nX-Evil: 1', 'header-value-line-break'],
    ['tok\n', 'header-value-line-break'],
    ['tok\u0001', 'header-value-control-character'],
    ['tokŁ', 'header-value-not-latin1'],
  ])('of %j cannot be sent, and the reason does not repeat it', (value, code) => {
    const endpoint = withAuth({ type: 'bearer', token: { secret: tokenSlot } });
    const exception = refused(endpoint, getOrder(), {}, secretReading(value));
    expect(exception).toMatchObject({ code, field: 'the header Authorization' });
    expect(JSON.stringify(exception)).not.toMatch(/tok[^e]|Ł|U\+/);
  });
});

describe('an API key', () => {
  it('goes into the header that the endpoint names', () => {
    const endpoint = withAuth({
      type: 'api-key',
      in: 'header',
      name: 'X-API-Key',
      key: { secret: tokenSlot },
    });
    expect(prepared(endpoint, getOrder()).request.headers[0]).toEqual({
      name: 'X-API-Key',
      value: 'sk_live_9a8b7c6d',
      from: 'credential',
      holdsSecret: true,
    });
  });

  it.each(['', 'X API Key', 'X-Key:'])('is refused in a header named "%s"', (name) => {
    const endpoint = withAuth({ type: 'api-key', in: 'header', name, key: { secret: tokenSlot } });
    expect(refused(endpoint, getOrder())).toMatchObject({ code: 'header-name-invalid' });
  });

  it('goes into the query, encoded once and masked', () => {
    const endpoint = withAuth({ type: 'api-key', in: 'query', name: 'key', key: { secret: tokenSlot } });
    const { maskedUrl, request } = prepared(endpoint, getOrder(), {}, secretReading('k&y=1/Ł'));
    expect(request.url).toBe('https://shop.example/v2/orders/7?key=k%26y%3D1%2F%C5%81');
    expect(maskedUrl).toBe('https://shop.example/v2/orders/7?key=••••••••');
    expect(request.headers.map(({ name }) => name)).not.toContain('Authorization');
  });

  it.each(['header', 'query'] as const)('that is empty is never sent in the %s', (place) => {
    const endpoint = withAuth({ type: 'api-key', in: place, name: 'key', key: { secret: tokenSlot } });
    expect(refused(endpoint, getOrder(), {}, secretReading('')).sentence).toBe(
      'The API key of Shop API is empty.',
    );
  });
});

describe('Basic', () => {
  const basic = (userName: string, password: Extract<Authentication, { type: 'basic' }>['password']) =>
    withAuth({ type: 'basic', userName: { template: userName }, password });
  const token = (text: string) => `Basic ${Buffer.from(text, 'utf8').toString('base64')}`;

  it('joins user name and password in UTF-8', () => {
    const preparation = prepared(
      basic('łukasz', { secret: tokenSlot }),
      getOrder(),
      {},
      secretReading('pä:ss'),
    );
    expect(sentHeader(preparation, 'Authorization')).toEqual([token('łukasz:pä:ss')]);
  });

  it('shows neither password nor token and names both to the scrubber', () => {
    const endpoint = basic('{{user}}', { secret: tokenSlot });
    const scope = { variables: { order_id: 7, user: 'ann' } };
    const preparation = prepared(endpoint, getOrder(), scope);
    expect(preparation.masked.headers[0]?.value).toEqual([
      { text: 'Basic ', from: 'literal' },
      { text: '••••••••', from: 'secret' },
    ]);
    const secrets = usedSecrets(endpoint, getOrder(), scope);
    expect(secrets).toContainEqual({ value: 'sk_live_9a8b7c6d', user: 'ann' });
    expect(createScrubber(secrets).ranges(token('ann:sk_live_9a8b7c6d'))).not.toEqual([]);
  });

  it('without a secret is visible', () => {
    const endpoint = basic('ann', { template: 'demo' });
    const preparation = prepared(endpoint, getOrder());
    expect(preparation.request.headers[0]).toMatchObject({ value: token('ann:demo'), holdsSecret: false });
    expect(usedSecrets(endpoint, getOrder())).toEqual([]);
  });

  it.each([
    ['', { secret: tokenSlot }, ':sk_live_9a8b7c6d'],
    ['ann', { template: '' }, 'ann:'],
  ])('may leave one of the two empty on purpose', (userName, password, text) => {
    expect(sentHeader(prepared(basic(userName, password), getOrder()), 'Authorization')).toEqual([
      token(text),
    ]);
  });

  it.each([
    ['', { template: '' }, 'The user name and password of Shop API is empty.'],
    ['{{nobody}}', { secret: tokenSlot }, 'The user name of Shop API is empty.'],
    ['ann', { template: '{{nothing}}' }, 'The password of Shop API is empty.'],
  ])('with the user name "%s" and the password %o is refused', (userName, password, sentence) => {
    expect(refused(basic(userName, password), getOrder())).toMatchObject({
      code: 'credential-empty',
      sentence,
    });
  });

  it('with a secret that is empty is refused', () => {
    const exception = refused(basic('ann', { secret: tokenSlot }), getOrder(), {}, secretReading(''));
    expect(exception.sentence).toBe('The password of Shop API is empty.');
  });

  it('with a colon in the user name is refused', () => {
    expect(refused(basic('a:b', { secret: tokenSlot }), getOrder())).toMatchObject({
      code: 'credential-invalid',
      field: 'the user name of Shop API',
    });
  });

  it.each(['pass\nword', 'pass\0'])('with a line break in the password is refused', (value) => {
    const exception = refused(basic('ann', { secret: tokenSlot }), getOrder(), {}, secretReading(value));
    expect(exception.code).toBe('header-value-line-break');
    expect(JSON.stringify(exception)).not.toContain('pass\\');
  });

  it('is read back by every server, whatever the two texts are', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !/[\r\n\0]/.test(value));
    fc.assert(
      fc.property(text, text, (user, password) => {
        fc.pre(!user.includes(':'));
        const scope = { variables: { order_id: 7, user } };
        const preparation = prepared(
          basic('{{user}}', { secret: tokenSlot }),
          getOrder(),
          scope,
          secretReading(password),
        );
        const [header = ''] = sentHeader(preparation, 'Authorization');
        expect(Buffer.from(header.slice('Basic '.length), 'base64').toString('utf8')).toBe(
          `${user}:${password}`,
        );
      }),
    );
  });
});

describe('no authentication', () => {
  it('sends no credential', () => {
    const endpoint = withAuth({ type: 'none' });
    const { request } = prepared(endpoint, getOrder());
    expect(request.headers.map(({ from }) => from)).not.toContain('credential');
    expect(usedSecrets(endpoint, getOrder())).toEqual([]);
  });
});

describe('Digest authentication', () => {
  const digest = (userName: string, password: Extract<Authentication, { type: 'digest' }>['password']) =>
    withAuth({ type: 'digest', userName: { template: userName }, password });

  it('is worked out later, and says so where the request is shown', () => {
    const preparation = prepared(digest('ann', { secret: tokenSlot }), getOrder());
    expect(sentHeader(preparation, 'Authorization')).toEqual([]);
    expect(preparation.request.authorization).toEqual({
      type: 'digest',
      userName: 'ann',
      password: 'sk_live_9a8b7c6d',
    });
    const [line, ...others] = preparation.masked.headers;
    expect(line).toEqual({
      name: 'Authorization',
      value: [
        { text: 'Digest ', from: 'literal' },
        { text: '••••••••', from: 'secret' },
      ],
      from: 'credential',
      digest: [
        { text: 'ann:', from: 'literal' },
        { text: '••••••••', from: 'secret', variable: 'SHOP_API_PASSWORD' },
      ],
      note: expect.stringContaining('challenge of the server') as string,
    });
    expect(others.map(({ name }) => name)).toEqual(preparation.request.headers.map(({ name }) => name));
  });

  it('is empty without a user name and a password', () => {
    expect(refused(digest('', { template: '' }), getOrder())).toMatchObject({
      code: 'credential-empty',
      field: 'the user name and password of Shop API',
    });
    expect(refused(digest('ann', { secret: tokenSlot }), getOrder(), {}, secretReading('')).code).toBe(
      'credential-empty',
    );
  });

  it('does not go beside another Authorization', () => {
    const call = getOrder({ headers: [{ name: 'authorization', value: 'mine', enabled: true }] });
    expect(refused(digest('ann', { secret: tokenSlot }), call).code).toBe('header-reserved');
  });
});
