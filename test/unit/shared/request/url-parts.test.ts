// Where the parts of an address come from is said part by part, and not at all where it cannot be known.
import { describe, expect, it } from 'vitest';
import { joinUrl } from '#shared/request/join-url.ts';
import { literalPiece, textOf, type TextPiece } from '#shared/request/text-piece.ts';
import { urlParts } from '#shared/request/url-parts.ts';

function partsOf(baseUrl: string, path: string, rows: readonly string[], key?: string) {
  const query = [...rows, ...(key === undefined ? [] : [key])].map((name) => ({ name, value: '1' }));
  const joined = joinUrl({ baseUrl, path, query });
  if (!joined.ok) throw new Error(joined.failure.code);
  const sources = { baseUrl, path, rows: rows.length, hasCredential: key !== undefined };
  return urlParts(sources, [literalPiece(joined.value.url)])?.map(({ from, pieces }) => [
    from,
    textOf(pieces),
  ]);
}

describe('the parts of an address', () => {
  it('are the base URL, the path and each part of the query', () => {
    expect(partsOf('https://shop.example/v2?tenant=1', '/orders?open', ['a', 'b'], 'key')).toEqual([
      ['endpoint', 'https://shop.example/v2'],
      ['node', '/orders'],
      ['endpoint', '?tenant=1'],
      ['node', '&open'],
      ['node', '&a=1'],
      ['node', '&b=1'],
      ['credential', '&key=1'],
    ]);
  });

  it.each(['https://shop.example', 'https://shop.example/', 'https://shop.example/v2/'])(
    'are the base URL alone where there is no path: %s',
    (baseUrl) => {
      expect(partsOf(baseUrl, '', [])).toEqual([['endpoint', new URL(baseUrl).href]]);
    },
  );

  it('are unknown where the path leaves the base URL', () => {
    expect(partsOf('https://shop.example/v2', '/../v1', [])).toBeUndefined();
  });

  it('are unknown where a secret stands across them', () => {
    const secret: TextPiece = { text: '/v2/orders', from: 'secret' };
    const sources = { baseUrl: 'https://shop.example/v2', path: '/orders', rows: 0, hasCredential: false };
    expect(urlParts(sources, [literalPiece('https://shop.example'), secret])).toBeNull();
  });
});
