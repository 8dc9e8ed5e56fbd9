// Whatever a value holds, it must not become structure: no segment, header, part or host of its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScrubber } from '#shared/secret/scrubber.ts';
import {
  getOrder,
  prepared,
  prepareShopCall,
  sentHeader,
  shopApi,
  tokenSlot,
  usedSecrets,
} from './shop-call.ts';

/** Texts that people and attackers put into variables, besides any others. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '/',
        '\\',
        '..',
        '.',
        '%2e',
        '?',
        '#',
        '&',
        '=',
        '@',
        ':',
        '"',
        '{{x}}',
        '\r\n',
        '\0',
        ' ',
        'é',
      ),
    )
    .map((pieces) => pieces.join('')),
);

const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

describe('a value in the path', () => {
  const endpoint = shopApi({ auth: { type: 'none' } });
  const call = getOrder({ path: '/users/{{user}}/keys?of={{user}}' });

  it('stays one segment, or the call is not made', () => {
    fc.assert(
      fc.property(anyText, (user) => {
        const outcome = prepareShopCall(endpoint, call, { variables: { user } });
        if (!outcome.ok) {
          expect(outcome.failure.code).toBe('url-dot-segment');
          expect(['.', '..']).toContain(user);
          return;
        }
        const url = new URL(outcome.value.request.url);
        const [before, segment = '', behind] = url.pathname.split('/').slice(2);
        expect([url.origin, before, behind]).toEqual(['https://shop.example', 'users', 'keys']);
        expect(url.pathname.split('/')).toHaveLength(5);
        expect(decodeURIComponent(segment)).toBe(wellFormed(user));
        expect([...url.searchParams]).toEqual([['of', wellFormed(user)]]);
      }),
    );
  });

  it('is marked in the preview exactly, and the preview is the address', () => {
    fc.assert(
      fc.property(anyText, (user) => {
        const outcome = prepareShopCall(endpoint, call, { variables: { user } });
        if (!outcome.ok) return;
        const { masked, request } = outcome.value;
        expect(masked.url.map(({ text }) => text).join('')).toBe(request.url);
        const marked = masked.url.filter(({ from }) => from === 'expression').map(({ text }) => text);
        expect(marked.map(decodeURIComponent)).toEqual(
          user === '' ? [] : [wellFormed(user), wellFormed(user)],
        );
      }),
    );
  });
});

describe('a value that looks like a template', () => {
  it('is data and never read again, in any field', () => {
    const value = '{{secret}}{{#if x}}';
    const endpoint = shopApi({ auth: { type: 'bearer', token: { template: '{{value}}' } } });
    const call = getOrder({
      method: 'POST',
      path: '/{{value}}',
      query: [{ name: 'q', value: '{{value}}' }],
      headers: [{ name: 'X-Note', value: '{{value}}' }],
      body: { type: 'json', template: '{"a":"{{value}}"}' },
    });
    const preparation = prepared(endpoint, call, { variables: { value, secret: 'x' } });
    expect(decodeURIComponent(preparation.request.url)).toBe(`https://shop.example/v2/${value}?q=${value}`);
    expect(sentHeader(preparation, 'Authorization')).toEqual([`Bearer ${value}`]);
    expect(sentHeader(preparation, 'X-Note')).toEqual([value]);
    expect(preparation.warnings).toEqual([]);
  });
});

describe('a secret', () => {
  // With a quote, beyond ASCII, short, long, and with what every encoding changes.
  const canaries = ['tok"en-1234', 'gehëim-8765', 'abc123', 'k&y=/1+2 3%4', `long-${'s3cr3t'.repeat(600)}`];
  const carriers = [
    { type: 'bearer', token: { secret: tokenSlot } },
    { type: 'api-key', in: 'header', name: 'X-API-Key', key: { secret: tokenSlot } },
    { type: 'api-key', in: 'query', name: 'key', key: { secret: tokenSlot } },
    { type: 'basic', userName: { template: 'ann' }, password: { secret: tokenSlot } },
  ] as const;

  it.each(carriers)('in $type is in the request and nowhere else', (auth) => {
    for (const canary of canaries) {
      const header = { name: 'X-Shop-Client', value: { secret: tokenSlot } };
      const endpoint = shopApi({ auth, headers: [header] });
      const secret = () => ({ state: 'set', value: canary }) as const;
      const preparation = prepared(endpoint, getOrder(), {}, { secret });
      const secrets = usedSecrets(endpoint, getOrder(), {}, { secret });
      const { request, ...shown } = preparation;
      expect(sentHeader(preparation, 'X-Shop-Client')).toEqual([canary]);
      expect(secrets.map(({ value }) => value)).toContain(canary);
      const forms = [
        canary,
        JSON.stringify(canary).slice(1, -1),
        encodeURIComponent(canary),
        Buffer.from(canary).toString('base64'),
        Buffer.from(`ann:${canary}`).toString('base64'),
      ];
      for (const form of forms) expect(JSON.stringify(shown)).not.toContain(form);
      expect(createScrubber(secrets).ranges(JSON.stringify(shown))).toEqual([]);
      expect(request.headers.every(({ holdsSecret, value }) => holdsSecret || !value.includes(canary))).toBe(
        true,
      );
    }
  });

  it('is in no sentence about why a call is not made', () => {
    const broken = [
      getOrder({ path: '/{{nobody}}' }),
      getOrder({ path: 'https://evil.example/' }),
      getOrder({ headers: [{ name: 'X Y', value: '1' }] }),
      getOrder({ body: { type: 'json', template: '{' } }),
    ];
    for (const auth of carriers)
      for (const call of broken) {
        const outcome = prepareShopCall(shopApi({ auth }), call);
        expect(outcome.ok).toBe(false);
        expect(JSON.stringify(outcome)).not.toContain('sk_live');
      }
  });
});
