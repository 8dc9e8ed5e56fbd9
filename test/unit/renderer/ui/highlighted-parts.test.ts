// Expressions are coloured while they are typed, when they are mostly unfinished.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightedParts } from '../../../../renderer/ui/template/highlighted-parts.ts';

const shown = (source: string, unknown: readonly string[] = []) =>
  highlightedParts(source, new Set(unknown)).map((part) => [part.text, part.kind, part.unknown]);

describe('a template in colour', () => {
  it('tells text from expressions', () => {
    expect(shown('/orders/{{order_id}}/items')).toEqual([
      ['/orders/', 'text', false],
      ['{{order_id}}', 'expression', false],
      ['/items', 'text', false],
    ]);
  });

  it('marks the expression that reads an unknown name, and no other', () => {
    expect(shown('{{order_id}}-{{ordr_id}}', ['ordr_id'])).toEqual([
      ['{{order_id}}', 'expression', false],
      ['-', 'text', false],
      ['{{ordr_id}}', 'expression', true],
    ]);
  });

  it('knows a name by its first part or by its whole path', () => {
    expect(shown('{{user.name}}', ['user'])).toEqual([['{{user.name}}', 'expression', true]]);
    expect(shown('{{@env.locale}}', ['@env.locale'])).toEqual([['{{@env.locale}}', 'expression', true]]);
    expect(shown('{{@env.locale}}', ['locale'])).toEqual([['{{@env.locale}}', 'expression', false]]);
  });

  it('is the template itself, letter by letter', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{',
      '}',
      'order',
      '.',
      '@env',
      '"',
      ' ',
      '\\',
      '#if ',
      '\n',
      'ö',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (source) => {
          const parts = highlightedParts(source, new Set(['order']));
          expect(parts.map((part) => part.text).join('')).toBe(source);
        },
      ),
    );
  });
});
