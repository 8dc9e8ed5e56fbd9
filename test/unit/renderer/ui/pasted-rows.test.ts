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
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(pastedRows(text)).toBeNull();
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
