// Parts of an address are marked for the preview, and marks must never shift onto a secret.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinUrl } from '#shared/request/join-url.ts';
import { type TextPiece, textOf } from '#shared/request/text-piece.ts';
import { kindOfAuthority, type UrlPieceParts, urlPieces } from '#shared/request/url-pieces.ts';

const literal = (text: string): TextPiece => ({ text, from: 'literal' });
const expression = (text: string): TextPiece => ({ text, from: 'expression' });
const secret = (text: string): TextPiece => ({ text, from: 'secret' });

function address(parts: UrlPieceParts): string {
  const joined = joinUrl({
    baseUrl: textOf(parts.base),
    path: textOf(parts.path),
    query: parts.query.map(({ name, value }) => ({ name: textOf(name), value: textOf(value) })),
  });
  if (!joined.ok) throw new Error(joined.failure.code);
  return joined.value.url;
}

/** The pieces of an address as `literal`, `<expression>` and `!secret!`, in one text. */
function drawn(parts: UrlPieceParts): string {
  const around = { literal: ['', ''], expression: ['<', '>'], secret: ['!', '!'] } as const;
  return urlPieces(parts, address(parts))
    .filter(({ text }) => text !== '')
    .map(({ from, text }) => around[from].join(text))
    .join('');
}

describe('the pieces of an address', () => {
  const base = [literal('https://shop.example/v2')];

  it.each<readonly [string, UrlPieceParts, string]>([
    [
      'in path and query',
      {
        base,
        path: [literal('orders/'), expression('7'), literal('/lines/'), expression('7')],
        query: [{ name: [literal('q')], value: [expression('a b')] }],
      },
      'https://shop.example/v2/orders/<7>/lines/<7>?q=<a%20b>',
    ],
    [
      'that look like the text around them',
      { base, path: [literal('/aaa/'), expression('a'), literal('a')], query: [] },
      'https://shop.example/v2/aaa/<a>a',
    ],
    [
      'in a base that is one expression',
      { base: [expression('https://shop.example:8443/api/v2/')], path: [literal('/x')], query: [] },
      '<https://shop.example:8443>/<api/v2>/x',
    ],
    [
      'in the host, where the parser writes them otherwise',
      { base: [literal('https://'), expression('MÜNCHEN.example'), literal('/V2')], path: [], query: [] },
      '<https://xn--mnchen-3ya.example>/V2',
    ],
    [
      'of text that the parser rewrites',
      { base, path: [literal('a b/../c d/'), expression('7'), literal("?f='x'")], query: [] },
      'https://shop.example/v2/c%20d/<7>?f=%27x%27',
    ],
    [
      'that are secrets',
      {
        base,
        path: [secret('tok')],
        query: [{ name: [literal('k')], value: [literal('v='), secret('s&t')] }],
      },
      'https://shop.example/v2/!tok!?k=v%3D!s%26t!',
    ],
    [
      'of a secret as the whole base',
      { base: [secret('https://shop.example/hook/t0k3n')], path: [], query: [] },
      '!https://shop.example!/!hook/t0k3n!',
    ],
    [
      'that are empty',
      { base, path: [literal('/a'), expression('')], query: [] },
      'https://shop.example/v2/a',
    ],
  ])('%s', (_, parts, expected) => {
    expect(drawn(parts)).toBe(expected);
  });

  it('are given up where raw text was rewritten, and the address is one', () => {
    const parts = { base, path: [literal('/'), expression('a b')], query: [] };
    expect(drawn(parts)).toBe('https://shop.example/v2/a%20b');
  });

  it('are hidden behind the host where they are given up and one is a secret', () => {
    const parts = { base, path: [literal('/'), expression('a b'), literal('/'), secret('t0k3n')], query: [] };
    expect(drawn(parts)).toBe('https://shop.example!/v2/a%20b/t0k3n!');
  });

  it('of a query that the base brings do not move those of the path', () => {
    const parts = {
      base: [expression('https://shop.example/s?key=k')],
      path: [literal('/u/'), secret('t0k3n')],
      query: [],
    };
    expect(drawn(parts)).toBe('<https://shop.example>!/s/u/t0k3n?key=k!');
  });
});

describe('whatever the pieces are', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('qx', 'qxqx', '/', '?', '#', '..', '%2e', ''),
  );
  const piece = (from: TextPiece['from']) => text.map((found): TextPiece => ({ text: found, from }));
  const pieces = fc.array(fc.oneof(piece('literal'), piece('expression'), piece('secret')), { maxLength: 4 });
  const tail = fc.array(fc.record({ name: pieces, value: pieces }), { maxLength: 2 });

  it('put together they are the address', () => {
    fc.assert(
      fc.property(pieces, pieces, tail, (behind, path, query) => {
        const parts = { base: [literal('https://shop.example/'), ...behind], path, query };
        fc.pre(!/^\s*[a-z][a-z0-9+.-]*:[\\/]{2}/i.test(textOf(path)));
        expect(textOf(urlPieces(parts, address(parts)))).toBe(address(parts));
      }),
    );
  });

  it('no secret is shown as something else', () => {
    const value = fc.stringMatching(/^[A-Z]{8}$/).map(secret);
    const around = fc.array(fc.oneof(piece('literal'), piece('expression'), value), { maxLength: 5 });
    fc.assert(
      fc.property(around, value, around, (before, hidden, behind) => {
        const parts = {
          base: [literal('https://shop.example/')],
          path: [...before, hidden, ...behind],
          query: [{ name: before, value: behind }],
        };
        fc.pre(!/^\s*[a-z][a-z0-9+.-]*:[\\/]{2}/i.test(textOf(parts.path)));
        const others = [...before, ...behind].filter(({ from }) => from !== 'secret');
        fc.pre(!textOf(others).toUpperCase().includes(hidden.text));
        const shown = urlPieces(parts, address(parts)).filter(({ from }) => from !== 'secret');
        for (const { text: visible } of shown) expect(visible).not.toContain(hidden.text);
      }),
    );
  });
});

describe('kindOfAuthority', () => {
  it.each<readonly [readonly TextPiece[], TextPiece['from']]>([
    [[literal('https://shop.example/'), expression('v2')], 'literal'],
    [[literal('https://shop.example'), expression('/v2')], 'literal'],
    [[literal('https://shop.example'), expression('')], 'literal'],
    [[literal('https://shop.example'), expression('.evil.example')], 'expression'],
    [[expression('https'), literal('://shop.example/')], 'expression'],
    [[literal('https://'), expression('shop'), secret('.example'), literal('/v2')], 'secret'],
    [[literal(' https://'), expression('shop.example')], 'expression'],
    [[literal('https://shop.example?q='), secret('x')], 'literal'],
  ])('of %o is %s', (base, kind) => {
    expect(kindOfAuthority(base)).toBe(kind);
  });
});
