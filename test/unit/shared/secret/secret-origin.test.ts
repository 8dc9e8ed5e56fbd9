// A secret is bound to an address; whether another text names the same one decides if it is sent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretOrigin } from '#shared/secret/secret-origin.ts';

describe('where a secret may go', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    ['https://shop.example/', 'https://shop.example'],
    ['https://shop.example/v2?tenant=7#top', 'https://shop.example'],
    ['HTTPS://Shop.Example:443/v2', 'https://shop.example'],
    ['http://shop.example:80', 'http://shop.example'],
    ['http://shop.example:8080/v2', 'http://shop.example:8080'],
    ['  https://shop.example/v2', 'https://shop.example'],
    ['http://[::1]:8080/', 'http://[::1]:8080'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
    ['https://shop.example/{{tenant}}/v2', 'https://shop.example'],
    ['https://shop.example?key={{key}}', 'https://shop.example'],
    ['https://shop.example#{{part}}', 'https://shop.example'],
    ['https://anna:pw@shop.example/', 'https://shop.example'],
  ])('is the origin of a literal address: %s', (baseUrl, origin) => {
    expect(secretOrigin(baseUrl, ['ignored.example'])).toBe(origin);
  });

  it.each([
    ['https://{{@env.shop_host}}/v2', 'https://{{@env.shop_host}} ["shop.example"]'],
    ['https://{{@env.shop_host}}', 'https://{{@env.shop_host}} ["shop.example"]'],
    ['https://shop.example:{{port}}/v2', 'https://shop.example:{{port}} ["shop.example"]'],
    ['https://{{tenant}}.shop.example/v2/{{x}}', 'https://{{tenant}}.shop.example ["shop.example"]'],
    ['https://shop.example{{path}}', 'https://shop.example{{path}} ["shop.example"]'],
    ['{{@env.base}}/v2', '{{@env.base}} ["shop.example"]'],
    ['{{scheme}}://shop.example/v2', '{{scheme}}://shop.example ["shop.example"]'],
    ['https://{{replace host "/" "?"}}/v2', 'https://{{replace host "/" "?"}} ["shop.example"]'],
    ['https://{{{host}}}/v2', 'https://{{{host}}} ["shop.example"]'],
  ])('is the template up to the path and the allowed hosts: %s', (baseUrl, origin) => {
    expect(secretOrigin(baseUrl, ['shop.example'])).toBe(origin);
  });

  it('is the whole base URL where a block chooses between addresses', () => {
    const one = 'https://{{#if live}}shop.example{{else}}staging.example{{/if}}/v2';
    const other = 'https://{{#if live}}shop.example{{else}}evil.example{{/if}}/v2';
    expect(secretOrigin(one, [])).not.toBe(secretOrigin(other, []));
    expect(secretOrigin('{{#if live}}https://a.example/{{else}}https://b.example/{{/if}}', [])).toContain(
      'b.example',
    );
  });

  it.each([
    '',
    'shop.example',
    'https:/shop.example',
    '/v2',
    'foo://shop.example/',
    'https://',
    'https://a b/',
  ])('is the text itself while that is no address: %j', (baseUrl) => {
    expect(secretOrigin(baseUrl, [])).toBe(baseUrl.trim());
  });

  it('does not depend on order, case, space or repeats of the allowed hosts', () => {
    const hosts = secretOrigin('https://{{h}}', [' B.example', 'a.example', 'b.example', '']);
    expect(hosts).toBe('https://{{h}} ["a.example","b.example"]');
  });

  it('tells hosts apart that only look alike when they are joined', () => {
    expect(secretOrigin('https://{{h}}', ['a, b'])).not.toBe(secretOrigin('https://{{h}}', ['a', 'b']));
    expect(secretOrigin('https://{{h}} ["a"]', [])).not.toBe(secretOrigin('https://{{h}}', ['a']));
  });

  it('never takes two literal hosts for the same place', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
    fc.assert(
      fc.property(label, label, fc.stringMatching(/^[\w/.-]{0,20}$/), (one, other, path) => {
        const same =
          secretOrigin(`https://${one}.example/${path}`, []) === secretOrigin(`https://${other}.example`, []);
        expect(same).toBe(one === other);
      }),
    );
  });

  it('is a text for every input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (baseUrl, hosts) => {
        expect(typeof secretOrigin(baseUrl, hosts)).toBe('string');
      }),
    );
  });
});
