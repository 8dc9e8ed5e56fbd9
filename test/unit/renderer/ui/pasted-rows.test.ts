// Pasting a list of headers or parameters must give rows, and pasting a sentence must not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedRows } from '../../../../renderer/ui/field/pasted-rows.ts';

describe('pasted text that is a list of rows', () => {
  it.each([
    [
      'headers as a browser shows them',
      'Accept: application/json\r\nX-Trace: a:b=c\r\n',
      [
        ['Accept', 'application/json'],
        ['X-Trace', 'a:b=c'],
      ],
    ],
    [
      'an .env file with a comment and an empty line',
      '# the shop\nSHOP_HOST=shop.example\n\nSHOP_URL=https://shop.example/v2?x=1\n',
      [
        ['SHOP_HOST', 'shop.example'],
        ['SHOP_URL', 'https://shop.example/v2?x=1'],
      ],
    ],
    [
      'two columns of a spreadsheet',
      'expand\titems\nlocale\t{{@env.locale}}',
      [
        ['expand', 'items'],
        ['locale', '{{@env.locale}}'],
      ],
    ],
    [
      'the query of an address',
      'https://shop.example/orders?expand=items&q=a+b%20c&flag#top',
      [
        ['expand', 'items'],
        ['q', 'a b c'],
        ['flag', ''],
      ],
    ],
    [
      'a query alone, with an escape that is none',
      'a=1&b=100%',
      [
        ['a', '1'],
        ['b', '100%'],
      ],
    ],
    [
      'a curl command',
      "curl 'https://shop.example/orders?a=1' \\\n  -H 'Accept: text/html' \\\n  -H \"X-Say: it's \\\"so\\\"\" --compressed \\\n  --header=X-Odd:\\ 1 -H 'X-Quote: it'\\''s'",
      [
        ['Accept', 'text/html'],
        ['X-Say', 'it\'s "so"'],
        ['X-Odd', '1'],
        ['X-Quote', "it's"],
      ],
    ],
    ['one option of curl', "-H 'Accept: text/html'", [['Accept', 'text/html']]],
    [
      'a request as it was sent',
      'GET /orders HTTP/1.1\r\nHost: shop.example\r\nAccept: */*',
      [
        ['Host', 'shop.example'],
        ['Accept', '*/*'],
      ],
    ],
    [
      'headers as a browser shows them for HTTP/2',
      ':authority: shop.example\n:method: GET\naccept: */*\nte: trailers',
      [
        ['accept', '*/*'],
        ['te', 'trailers'],
      ],
    ],
    [
      'an .env file with exports and quotes',
      'export TOKEN="a \\"b\\"\\nc"\nNAME=\'it is\'\nPLAIN=x "y"',
      [
        ['TOKEN', 'a "b"\nc'],
        ['NAME', 'it is'],
        ['PLAIN', 'x "y"'],
      ],
    ],
    [
      'three columns of a spreadsheet, one cell empty',
      'expand\titems\tall of them\nlocale\t\t',
      [
        ['expand', 'items'],
        ['locale', ''],
      ],
    ],
    [
      'a JSON object',
      '{ "page": 1.50, "q": "a b", "deep": {"x":[true]}, "none": null }',
      [
        ['page', '1.50'],
        ['q', 'a b'],
        ['deep', '{"x":[true]}'],
        ['none', 'null'],
      ],
    ],
    [
      'a JSON list of names and values',
      '[{"name":"Accept","value":"*/*"},{"key":"page","value":2}]',
      [
        ['Accept', '*/*'],
        ['page', '2'],
      ],
    ],
    [
      'a value that is empty',
      'a:\nb: 2',
      [
        ['a', ''],
        ['b', '2'],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(pastedRows(text)).toEqual(rows.map(([name, value]) => ({ name, value })));
  });
});

describe('pasted text that is not', () => {
  it.each([
    ['one word', 'order_id'],
    ['one header: it may be a value', 'Bearer: abc'],
    ['one template', '{{order.body.id}}'],
    ['an address without a query', 'https://shop.example/v2'],
    ['lines of prose', 'Hello\nHow are you'],
    ['a list with a line that is none', 'Accept: text/plain\nand more of it'],
    ['a JSON list of something else', '[1, 2]'],
    ['JSON with one key', '{"a":1}'],
    ['JSON that does not end', '{"a": 1,'],
    ['a command without headers', 'curl https://shop.example'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(pastedRows(text)).toBeNull();
  });
});

describe('a row that is off in a list of JSON', () => {
  it('is off here', () => {
    const text = '[{"key":"a","value":"1","disabled":true},{"key":"b","value":"2"}]';
    expect(pastedRows(text)).toEqual([
      { name: 'a', value: '1', enabled: false },
      { name: 'b', value: '2' },
    ]);
  });
});

describe('one row, where one is enough', () => {
  it.each([
    ['a header', 'X-Api-Key: k=1', [{ name: 'X-Api-Key', value: 'k=1' }]],
    ['a word', 'X-Api-Key', null],
    ['an address', 'https://shop.example/v2', null],
  ])('%s', (_, text, rows) => {
    expect(pastedRows(text, 1)).toEqual(rows);
  });
});

describe('every list of headers', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
  const value = fc.stringMatching(/^[!-~]{1,30}$/);

  it('comes out as it went in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 2, maxLength: 8 }), (rows) => {
        const text = rows.map(([key, text]) => `${key}: ${text}`).join('\n');
        expect(pastedRows(text)).toEqual(rows.map(([key, text]) => ({ name: key, value: text })));
      }),
    );
  });
});
