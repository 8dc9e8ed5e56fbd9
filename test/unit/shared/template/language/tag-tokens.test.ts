// What every piece of a tag is, finished or not: colours, completion and hovers are made from it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateTokens } from '#shared/template/language/tag-tokens.ts';
import { anyBlockTemplate, anyTemplateSoup } from '../../../../support/any-template.ts';
import { runs } from '../../../../support/runs.ts';

/** `kind:text` for every token but braces. */
function told(source: string): readonly string[] {
  return templateTokens(source)
    .filter(({ kind }) => kind !== 'braces')
    .map(({ kind, text }) => `${kind}:${text}`);
}

describe('the tokens of a tag', () => {
  it.each([
    ['Hi {{name}}!', ['path:name']],
    ['{{ user.body.[odd key].0 }}', ['path:user.body.[odd key].0']],
    ['{{upper name}}', ['helper:upper', 'path:name']],
    [
      '{{default (first items) "none"}}',
      ['helper:default', 'punctuation:(', 'helper:first', 'path:items', 'punctuation:)', 'string:"none"'],
    ],
    [
      '{{#each order.lines as |line i|}}',
      [
        'block:each',
        'path:order.lines',
        'keyword:as',
        'punctuation:|',
        'local:line',
        'local:i',
        'punctuation:|',
      ],
    ],
    [
      '{{#if total includeZero=true}}',
      ['block:if', 'path:total', 'option:includeZero', 'punctuation:=', 'literal:true'],
    ],
    ['{{else}}', ['keyword:else']],
    ['{{else if ../x}}', ['keyword:else', 'block:if', 'path:../x']],
    ['{{/each}}', ['block:each']],
    ['{{round @env.rate -2.5}}', ['helper:round', 'path:@env.rate', 'number:-2.5']],
    ['{{! note {{x}}', ['comment:{{! note {{x}}']],
    ['{{#ea', ['block:ea']],
    ['{{user.', ['path:user.']],
    ['{{upper (', ['helper:upper', 'punctuation:(']],
    ["{{join list '}}'}}", ['helper:join', 'path:list', "string:'}}'"]],
    ['\\{{not.one}}', []],
  ])('of %s', (source, tokens) => {
    expect(told(source)).toEqual(tokens);
  });

  it('take in the braces with their signs', () => {
    const braces = (source: string) =>
      templateTokens(source)
        .filter(({ kind }) => kind === 'braces')
        .map(({ text }) => text);
    expect(braces('{{~#if x~}}{{{y}}}{{&z}}{{^}}{{/if}}')).toEqual([
      '{{~#',
      '~}}',
      '{{{',
      '}}}',
      '{{&',
      '}}',
      '{{^',
      '}}',
      '{{/',
      '}}',
    ]);
  });

  it('lie in order within any text, and are the text there', () => {
    fc.assert(
      fc.property(fc.oneof(anyTemplateSoup, anyBlockTemplate), (source) => {
        let at = 0;
        for (const { start, end, text } of templateTokens(source)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(source.slice(start, end)).toBe(text);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
