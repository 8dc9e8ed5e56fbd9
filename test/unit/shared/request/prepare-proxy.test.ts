// What a call is told of its endpoint's proxy, and when it is rather not made at all.
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { proxySchema } from '#shared/endpoint/proxy.ts';
import { storyId } from '../../../stories/story-id.ts';
import { getOrder, prepared, refused, shopApi, usedSecrets } from './shop-call.ts';

type GivenManual = Extract<z.input<typeof proxySchema>, { mode: 'manual' }>;

const slot = storyId('sl', 'Shop proxy');
const shopThrough = (given: Partial<GivenManual> = {}) =>
  shopApi({
    auth: { type: 'none' },
    proxy: { mode: 'manual', url: 'http://proxy.example:3128', ...given },
  });
const secretReading = (value: string) => ({ secret: () => ({ state: 'set', value }) as const });
const server = { scheme: 'http', host: 'proxy.example', port: 3128 };

describe('The proxy of a call', () => {
  it.each(['none', 'system'] as const)('is %s', (mode) => {
    expect(prepared(shopApi({ proxy: { mode } }), getOrder()).request.proxy).toEqual({ mode });
  });

  it('has no credentials unless it asks for them', () => {
    expect(prepared(shopThrough({ noProxy: ['.example.org'] }), getOrder()).request.proxy).toEqual({
      mode: 'manual',
      route: { server, credentials: null },
      noProxy: ['.example.org'],
    });
  });

  it('takes its password for its own address, and no header, no preview and no endpoint of the chain gets it', () => {
    const asked: string[] = [];
    const endpoint = shopThrough({ userName: { template: 'shop-{{order_id}}' }, password: { secret: slot } });
    const secret = (of: string, origin: string) => {
      asked.push(`${of} for ${origin}`);
      return { state: 'set', value: 'correct horse' } as const;
    };
    const preparation = prepared(endpoint, getOrder(), {}, { secret });
    expect(preparation.request.proxy).toEqual({
      mode: 'manual',
      route: { server, credentials: { userName: 'shop-7', password: 'correct horse' } },
      noProxy: [],
    });
    expect(asked).toEqual([`${slot} for http://proxy.example:3128`]);
    expect(JSON.stringify([preparation.request.headers, preparation.masked])).not.toContain('correct horse');
    expect(usedSecrets(endpoint, getOrder(), {}, { secret })).toContainEqual({
      value: 'correct horse',
      user: 'shop-7',
    });
  });
});

describe('No call is made', () => {
  it.each([
    ['', '"" is not a valid proxy address.'],
    ['proxy.example:3128', '"proxy.example:3128" is not a valid proxy address.'],
    ['http://me:hidden@proxy.example', '"http://…@proxy.example" is not a valid proxy address.'],
    ['me:hidden@proxy.example', '"…@proxy.example" is not a valid proxy address.'],
  ])('through %j', (url, sentence) => {
    expect(refused(shopThrough({ url }), getOrder())).toMatchObject({
      code: 'proxy-url-invalid',
      sentence,
      wayOn: 'Write it as http://host:port.',
      field: 'the proxy of Shop API',
    });
  });

  it('while the password is missing, or was entered for another proxy', () => {
    const endpoint = shopThrough({ userName: { template: 'ana' }, password: { secret: slot } });
    expect(refused(endpoint, getOrder())).toMatchObject({
      code: 'secret-missing',
      field: 'the proxy password of Shop API',
    });
    const moved = refused(endpoint, getOrder(), {}, { secret: () => ({ state: 'other-origin' }) });
    expect(moved.sentence).toContain('http://proxy.example:3128, because it was entered for another address');
  });

  it('with credentials that are empty or cannot be sent', () => {
    const userName = { template: 'ana' };
    expect(refused(shopThrough({ userName: { template: '' } }), getOrder()).code).toBe('credential-empty');
    expect(refused(shopThrough({ userName: { template: '{{nobody}}' } }), getOrder())).toMatchObject({
      code: 'credential-empty',
      sentence: 'The proxy user name of Shop API is empty.',
    });
    expect(
      refused(
        shopThrough({ userName: { template: 'a:b' }, password: { secret: slot } }),
        getOrder(),
        {},
        secretReading('x'),
      ),
    ).toMatchObject({
      code: 'credential-invalid',
      sentence: 'The proxy user name of Shop API holds a colon, which cannot be sent.',
    });
    expect(
      refused(shopThrough({ userName, password: { secret: slot } }), getOrder(), {}, secretReading('')).code,
    ).toBe('credential-empty');
  });
});
