// Templates are coloured a line at a time, finished or not, with the tags where the splitter of templates has them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLine, lineColours, type LineState } from '#shared/template/language/template-colours.ts';
import { templateParts } from '#shared/template/template-parts.ts';

function coloured(source: string, json = false): readonly (readonly [string, string])[] {
  let state: LineState = firstLine;
  return source.split('\n').flatMap((line) => {
    const read = lineColours(line, state, json);
    state = read.state;
    return read.stretches
      .map(({ start, end, colour }) => [line.slice(start, end), colour] as const)
      .filter(([text]) => text.trim() !== '');
  });
}

describe('the colours of an expression', () => {
  it.each([
    [
      '{{name}}',
      [
        ['{{', 'brace'],
        ['name', 'name'],
        ['}}', 'brace'],
      ],
    ],
    [
      '{{order.items.[0].id}}',
      [
        ['{{', 'brace'],
        ['order.items.[0].id', 'name'],
        ['}}', 'brace'],
      ],
    ],
    [
      '{{@env.host}}',
      [
        ['{{', 'brace'],
        ['@env.host', 'data'],
        ['}}', 'brace'],
      ],
    ],
    [
      '{{~ this ~}}',
      [
        ['{{~', 'brace'],
        ['this', 'literal'],
        ['~}}', 'brace'],
      ],
    ],
    [
      '{{default (upper name) "x y" 4.5}}',
      [
        ['{{', 'brace'],
        ['default', 'helper'],
        ['(', 'brace'],
        ['upper', 'helper'],
        ['name', 'name'],
        [')', 'brace'],
        ['"x y"', 'string'],
        ['4.5', 'number'],
        ['}}', 'brace'],
      ],
    ],
    [
      '{{#each items as |item|}}',
      [
        ['{{#', 'brace'],
        ['each', 'block'],
        ['items', 'name'],
        ['as', 'block'],
        ['|', 'brace'],
        ['item', 'name'],
        ['|', 'brace'],
        ['}}', 'brace'],
      ],
    ],
    [
      '{{else if a}}',
      [
        ['{{', 'brace'],
        ['else', 'block'],
        ['if', 'block'],
        ['a', 'name'],
        ['}}', 'brace'],
      ],
    ],
    [
      '{{!-- a }} b --}} c',
      [
        ['{{!-- a }} b --}}', 'comment'],
        [' c', 'text'],
      ],
    ],
    [
      '{{{raw}}} {{price}}}',
      [
        ['{{{', 'brace'],
        ['raw', 'name'],
        ['}}}', 'brace'],
        ['{{', 'brace'],
        ['price', 'name'],
        ['}}', 'brace'],
        ['}', 'text'],
      ],
    ],
    [
      '\\{{no}} {{yes',
      [
        ['\\{{no}} ', 'text'],
        ['{{', 'brace'],
        ['yes', 'name'],
      ],
    ],
  ] as const)('%s', (source, expected) => {
    expect(coloured(source)).toEqual(expected);
  });
});

describe('the colours of JSON around expressions', () => {
  it('tells keys, texts, numbers, literals and signs apart', () => {
    expect(coloured('{"a b": "x {{y}}", "{{k}}": -1.5e3, "c": [true, null]}', true)).toEqual([
      ['{', 'json-sign'],
      ['"a b"', 'json-key'],
      [':', 'json-sign'],
      ['"x ', 'json-string'],
      ['{{', 'brace'],
      ['y', 'name'],
      ['}}', 'brace'],
      ['"', 'json-string'],
      [',', 'json-sign'],
      ['"', 'json-key'],
      ['{{', 'brace'],
      ['k', 'name'],
      ['}}', 'brace'],
      ['"', 'json-key'],
      [':', 'json-sign'],
      ['-1.5e3', 'json-number'],
      [',', 'json-sign'],
      ['"c"', 'json-key'],
      [':', 'json-sign'],
      ['[', 'json-sign'],
      ['true', 'json-literal'],
      [',', 'json-sign'],
      ['null', 'json-literal'],
      [']}', 'json-sign'],
    ]);
  });

  it('goes on with a tag over lines, and ends a text with its line', () => {
    expect(coloured('{"a": "{{upper\n  name}}b", "c": "d\n1', true).slice(4)).toEqual([
      ['{{', 'brace'],
      ['upper', 'name'],
      ['name', 'name'],
      ['}}', 'brace'],
      ['b"', 'json-string'],
      [',', 'json-sign'],
      ['"c"', 'json-key'],
      [':', 'json-sign'],
      ['"d', 'json-string'],
      ['1', 'json-number'],
    ]);
  });
});

const pieces = fc.constantFrom(
  ...['{{', '}}', '{', '}', '{{{', '}}}', '{{#if ', '{{/if}}', '{{else}}', '{{!', '{{!--', '--}}', '~', '\\'],
  ...['"', ':', ',', '(', ')', '|', '=', ' ', 'order', '@env', '.', '12', 'true', 'ö', '\t', '[', ']'],
);
const anyLine = fc.array(pieces).map((each) => each.join(''));

describe('whatever is typed', () => {
  it('the stretches put together are the line', () => {
    fc.assert(
      fc.property(fc.array(anyLine), fc.boolean(), (lines, json) => {
        let state: LineState = firstLine;
        for (const line of lines) {
          const read = lineColours(line, state, json);
          state = read.state;
          expect(read.stretches.map(({ start, end }) => line.slice(start, end)).join('')).toBe(line);
        }
      }),
    );
  });

  it('tags begin and end where the splitter has them', () => {
    const withoutQuotes = anyLine.map((line) => line.replace(/["[\]]/g, ''));
    fc.assert(
      fc.property(withoutQuotes, (line) => {
        const inside = Array.from({ length: line.length }, (): string => 'text');
        for (const { start, end, kind } of templateParts(line)) inside.fill(kind, start, end);
        const found = Array.from({ length: line.length }, (): string => 'text');
        for (const { start, end, tag } of lineColours(line, firstLine, false).stretches)
          found.fill(tag ?? 'text', start, end);
        expect(found).toEqual(inside);
      }),
    );
  });
});
