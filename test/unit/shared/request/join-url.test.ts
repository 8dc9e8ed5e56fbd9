// Runs the table of addresses: base URL and path joined without losing or doubling anything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinUrl, type QueryRow } from '#shared/request/join-url.ts';
import { callStatusSentence } from '#shared/response/call-statuses.ts';
import { readCases } from '../../../support/read-cases.ts';
import { getOrder, prepareShopCall, shopApi } from './shop-call.ts';

interface JoinCase {
  readonly id: string;
  readonly base_url: string;
  readonly path: string;
  readonly query: readonly QueryRow[];
  readonly url?: string;
  readonly error?: { readonly code: string };
}

const rows = readCases('url-join') as readonly JoinCase[];

describe('the table of addresses', () => {
  it('has 79 rows', () => {
    expect(rows).toHaveLength(79);
  });

  it.each(rows)('$id', (row) => {
    const joined = joinUrl({ baseUrl: row.base_url, path: row.path, query: row.query });
    expect(joined.ok ? { url: joined.value.url } : { error: { code: joined.failure.code } }).toEqual(
      row.error === undefined ? { url: row.url } : { error: row.error },
    );
  });
});

describe('a call to an address of the table', () => {
  it.each(rows)('$id', ({ base_url: baseUrl, error, path, query, url }) => {
    const endpoint = shopApi({ auth: { type: 'none' }, baseUrl });
    const outcome = prepareShopCall(endpoint, getOrder({ path, query: [...query] }));
    expect(
      outcome.ok ? { url: outcome.value.request.url } : { error: { code: outcome.failure.code } },
    ).toEqual(error === undefined ? { url } : { error });
  });
});

const joined = (baseUrl: string, path: string, query: readonly QueryRow[] = []) => {
  const outcome = joinUrl({ baseUrl, path, query });
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
};

const problem = (baseUrl: string, path = ''): string => {
  const outcome = joinUrl({ baseUrl, path, query: [] });
  if (outcome.ok) throw new Error('It should be refused.');
  return callStatusSentence(outcome.failure.code, outcome.failure.placeholders);
};

describe('a fragment', () => {
  it.each([
    ['https://shop.example/#base', 'orders#path', 'path'],
    ['https://shop.example/#base', 'orders', 'base'],
    ['https://shop.example/', 'orders#', ''],
    ['https://shop.example/', 'orders', null],
    ['https://shop.example/', 'orders#a?b', 'a?b'],
  ])('of %s and %s is %s and never sent', (baseUrl, path, fragment) => {
    expect(joined(baseUrl, path)).toEqual({
      url: path === '' ? baseUrl : 'https://shop.example/orders',
      fragment,
    });
  });
});

describe('an address that is refused', () => {
  it.each([
    ['', '"" is not a valid address (it is empty).'],
    ['shop.example/v2', '"shop.example/v2" is not a valid address (http:// or https:// is missing).'],
    ['localhost:3000', '"localhost:3000" is not a valid address (http:// or https:// is missing).'],
    ['http:shop.example', '"http:shop.example" is not a valid address (two slashes must follow the scheme).'],
    [
      'https:\\\\shop.example',
      '"https:\\\\shop.example" is not a valid address (two slashes must follow the scheme).',
    ],
    [
      'http://shop.example:70000',
      '"http://shop.example:70000" is not a valid address (its host or its port is wrong).',
    ],
    ['FTP://shop.example', 'Addresses that begin with ftp: cannot be called.'],
    ['https://:8443/v2', 'The address has no host because the part after // is empty.'],
    ['https://?q=1', 'The address has no host because the part after // is empty.'],
    ['https://ann:hunter2@shop.example', 'The address holds a user name or a password.'],
  ])('%s is told why', (baseUrl, sentence) => {
    expect(problem(baseUrl)).toBe(sentence);
  });

  it('never repeats a password', () => {
    for (const scheme of ['https://', 'http://'])
      expect(problem(`${scheme}ann:hunter2@shop.example:99999/`)).not.toContain('hunter2');
  });

  it('is also one that stands in the path', () => {
    expect(problem('https://shop.example', 'http:\\\\evil.example/x')).toBe(
      'The path of the API Call is a whole address, http:\\\\evil.example/x.',
    );
  });
});

/** Node writes a lone surrogate as U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

describe('every address', () => {
  const base = fc.constantFrom('https://shop.example', 'https://shop.example/v2', 'https://shop.example/v2/');

  it('stays at the host of its base URL, whatever the path', () => {
    const nasty = fc.array(
      fc.constantFrom(
        '/',
        '\\',
        '//',
        'evil.example',
        ':',
        '@',
        '..',
        '.',
        '%2e',
        '%2F',
        'http:',
        '\t',
        ' ',
        '?',
        '#',
        'a',
      ),
    );
    fc.assert(
      fc.property(
        base,
        fc.oneof(
          fc.string(),
          nasty.map((pieces) => pieces.join('')),
        ),
        (baseUrl, path) => {
          const outcome = joinUrl({ baseUrl, path, query: [] });
          if (outcome.ok) expect(new URL(outcome.value.url).origin).toBe('https://shop.example');
          else expect(outcome.failure.code).toBe('url-path-absolute');
        },
      ),
    );
  });

  it('keeps its host and path whatever the rows hold, and gives every row back', () => {
    const row = fc.record({ name: fc.string({ unit: 'binary' }), value: fc.string({ unit: 'binary' }) });
    fc.assert(
      fc.property(base, fc.array(row), (baseUrl, query) => {
        const url = new URL(joined(baseUrl, 'orders', query).url);
        expect(url.origin + url.pathname).toBe(joined(baseUrl, 'orders').url);
        const sent = query.filter(({ name, value }) => name !== '' || value !== '');
        expect([...url.searchParams]).toEqual(
          sent.map(({ name, value }) => [wellFormed(name), wellFormed(value)]),
        );
      }),
    );
  });

  it('is read by a URL parser without a change', () => {
    fc.assert(
      fc.property(base, fc.webPath(), fc.string(), (baseUrl, path, value) => {
        const { url } = joined(baseUrl, path, [{ name: 'q', value }]);
        expect(new URL(url).href).toBe(url);
      }),
    );
  });
});
