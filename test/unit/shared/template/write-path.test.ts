// A value that is picked must be what its expression reads, whatever its keys are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import { templateNames } from '#shared/template/template-names.ts';
import { expressionOf, pathStep, pathText } from '#shared/template/write-path.ts';
import type { Value } from '#shared/value/value.ts';
import { templateScope } from '../../../support/template-scope.ts';

describe('the expression of a path', () => {
  it.each([
    [['order'], '{{order}}'],
    [['order', 'body', 'items', '0', 'odd key'], '{{order.body.items.[0].[odd key]}}'],
    [['@env', 'host'], '{{@env.host}}'],
    [['o', 'a]b', 'c\\d', ''], '{{o.[a\\]b].[c\\\\d].[]}}'],
    [['o', 'this', 'length'], '{{o.[this].length}}'],
    [['o', 'two\nlines', 'x'], '{{lookup (lookup o "two\nlines") "x"}}'],
  ])('%j is %s', (path, expression) => {
    expect(expressionOf(path)).toBe(expression);
  });

  it('is none for a key that no template can write', () => {
    expect(expressionOf(['o', 'a\n\\'])).toBeNull();
    expect(pathStep('a\nb')).toBeNull();
    expect(pathStep('a\\')).toBeNull();
    expect(pathText(['o', 'a\nb'])).toBe('o.[a\\nb]');
  });

  const oddKey = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        '0',
        ' ',
        '.',
        '/',
        '[',
        ']',
        '\\',
        '"',
        "'",
        '{',
        '}',
        '@',
        '|',
        '#',
        '\n',
        '\u2028',
      ),
      maxLength: 6,
    }),
    fc.constantFrom(
      'this',
      'true',
      'null',
      '..',
      'length',
      '__proto__',
      'constructor',
      '0',
      '-1',
      '1.5',
      'else',
      'as |x|',
    ),
  );

  it('renders to the value at the path, for any keys', () => {
    fc.assert(
      fc.property(fc.array(oddKey, { minLength: 1, maxLength: 4 }), (keys) => {
        const source = expressionOf(['value', ...keys]);
        fc.pre(source !== null);
        const value = keys.reduceRight<Value>(
          (inside, key) => Object.fromEntries([[key, inside]]),
          'found it',
        );
        const rendered = renderTemplate(source, 'text', templateScope({ value }));
        expect(rendered).toMatchObject({ ok: true, value: { text: 'found it' } });
      }),
      { numRuns: 2000 },
    );
  });

  it('is read as that path, where it is one', () => {
    fc.assert(
      fc.property(fc.array(oddKey, { maxLength: 4 }), (keys) => {
        fc.pre(keys.every((key) => pathStep(key) !== null));
        const path = ['value', ...keys];
        expect(templateNames(expressionOf(path) ?? '').map((each) => each.path)).toEqual([path]);
      }),
    );
  });
});
