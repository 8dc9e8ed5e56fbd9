// A template that cannot be read is answered with a sentence that names place and way on.
import { describe, expect, it } from 'vitest';
import { callStatusSentence, callStatusWayOn } from '#shared/response/call-statuses.ts';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateFailure } from '#shared/template/template-failure.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { templateScope } from '../../../support/template-scope.ts';

describe('the sentence of a template that cannot be read', () => {
  it.each([
    ['{{}}', 3, 'nothing stands between the braces'],
    ['{{# }}', 5, 'nothing stands between the braces'],
    ['{{{x}}', 5, 'three opening braces need three closing ones'],
    ['{{a}b}}', 4, 'a single brace stands inside the expression'],
    ['{{upper a=}}', 11, 'something is missing before the closing braces'],
    ['{{items[0]}}', 3, 'write items.[0] instead of items[0]'],
    ['{{order.items[12].id}}', 9, 'write items.[12] instead of items[12]'],
    ['{{x "a}}', 5, 'a quote is never closed'],
    ['{{x [a}}', 5, 'a square bracket is never closed'],
    ['{{x + y}}', 5, '"+" cannot stand here'],
    ['{{x (y}}', 7, 'something is missing before the closing braces'],
    ['{{a.this}}', 3, 'write [this] for a key of that name inside a path'],
    ['{{a/../b}}', 3, '.. can only begin a path'],
    ['a{{else}}b', 2, 'else stands outside a block'],
    ['{{else if x}}b', 1, 'else stands outside a block'],
    ['{{#if a}}{{else}}{{else}}{{/if}}', 18, 'the block has its last else already'],
    ['{{#if a}}{{else}}{{else if b}}{{/if}}', 18, 'the block has its last else already'],
  ])('%s says why at column %i', (source, column, detail) => {
    expect(failureOf(source)).toMatchObject({ code: 'template-syntax', line: 1, column });
    expect(failureOf(source).message).toContain(`(${detail})`);
  });

  it.each([
    ['{{name', 1],
    ['x {{#if a', 3],
    ['{{! note', 1],
    ['a {{!-- note }} more', 3],
    ['{{a {{! c }}', 1],
    ['{{"a {{b}}', 1],
    ['{{{x', 1],
  ])('%s points at the braces that are never closed', (source, column) => {
    expect(failureOf(source)).toMatchObject({ code: 'template-expression-unclosed', column });
  });

  it('names block, closing tag and way on for the call statuses', () => {
    const failure = failureOf('{{#if a}}\n{{#each b}}x{{/if}}');
    expect(failure).toMatchObject({
      code: 'template-block-mismatch',
      line: 2,
      column: 13,
      expression: '{{/if}}',
      name: 'each',
      placeholders: { found: '{{/if}}', block: 'each', closing_tag: '{{/each}}', line: 2, column: 13 },
    });
    const words = { ...failure.placeholders, field: 'the body of Create order' };
    expect(callStatusSentence(failure.code, words)).toBe(
      'The closing tag {{/if}} at line 2, column 13 of the body of Create order does not match the open block each.',
    );
    expect(callStatusWayOn(failure.code, words)).toBe('Write {{/each}} there.');
  });

  it.each([
    ['{{uper x}}', 'upper'],
    ['{{startwith x "a"}}', 'startsWith'],
    ['{{UPPER x}}', 'upper'],
    ['{{formatdate x "y"}}', 'formatDate'],
  ])('%s suggests %s', (source, suggestion) => {
    expect(failureOf(source).placeholders).toMatchObject({ suggestion });
  });

  it('suggests nothing for a name that is like no helper', () => {
    expect(failureOf('{{frobnicate x}}').placeholders).not.toHaveProperty('suggestion');
    expect(failureOf('{{if x}}')).toMatchObject({ code: 'template-unknown-helper', name: 'if' });
  });

  it.each([
    ['{{eq a}}', '2', '1'],
    ['{{substring a}}', '2 or 3', '1'],
    ['{{and a}}', '2 or more', '1'],
    ['{{upper a b c}}', '1', '3'],
    ['{{#if a b}}{{/if}}', '1', '2'],
    ['{{#each}}{{/each}}', '1', '0'],
    ['{{upper (eq a) }}', '2', '1'],
  ])('%s counts what the helper takes', (source, expected, found) => {
    expect(failureOf(source)).toMatchObject({
      code: 'template-helper-arguments',
      placeholders: { expected, found },
    });
  });

  it.each([
    ['{{sort a up=true}}', 'sort has only the option descending and not up at line 1, column 3.'],
    ['{{upper a up=true}}', 'upper has no options and not up at line 1, column 3.'],
    ['{{#each a up=true}}{{/each}}', 'each has no options and not up at line 1, column 1.'],
  ])('%s names the option that does not exist', (source, message) => {
    expect(failureOf(source)).toMatchObject({ code: 'template-helper-arguments', message });
  });

  it.each([
    ['{{add a 1}}', { a: 'five' }, 'number', 'text'],
    ['{{join a ","}}', { a: 'five' }, 'list', 'text'],
    ['{{at a 1.5}}', { a: [1] }, 'whole number', 'another number'],
    ['{{divide 1 a}}', { a: 0 }, 'number other than 0 to divide by', '0'],
    ['{{formatDate a "yyyy"}}', { a: '31 February' }, 'date', 'text'],
  ])(
    '%s names the kind that a helper cannot take, and never the value',
    (source, variables, expected, found) => {
      const failure = failureOf(source, 'text', variables);
      expect(failure).toMatchObject({ code: 'template-helper-arguments', placeholders: { expected, found } });
      expect(failure.message).not.toContain('five');
    },
  );
});

describe('a failure of a field', () => {
  it('quotes the expression and no value', () => {
    const secret = 'hunter2\r\n日本/@evil';
    for (const [source, field] of [
      ['v {{token}}', 'header'],
      ['https://{{token}}.test', 'url'],
      ['https://{{token}}', 'url'],
      ['{"a":{{{token}}}}', 'json'],
      ['{"a":"{{{token}}}"}', 'json'],
    ] as const) {
      const failure = failureOf(source, field, { token: secret });
      expect(failure).toMatchObject({
        expression: expect.stringContaining('token') as string,
        name: 'token',
      });
      expect(JSON.stringify(failure)).not.toMatch(/hunter|日|evil/);
    }
  });

  it.each([
    [
      '{"a":1,\n "b":tru}',
      2,
      9,
      'The body is not valid JSON at line 2, column 9. There should be the word true and not "}".',
    ],
    [
      '{"a":{{n}}',
      1,
      11,
      'The body is not valid JSON at line 1, column 11. The text ends where there should be a comma or }.',
    ],
    [
      '{"a":{{n}} x}',
      1,
      12,
      'The body is not valid JSON at line 1, column 12. There should be a comma or } and not "x".',
    ],
    [
      '{{#if n}}\n{"a" 1}\n{{/if}}',
      2,
      6,
      'The body is not valid JSON at line 2, column 6. There should be a colon and not "1".',
    ],
    [
      '{{~#if n~}}  [01]{{~/if~}}',
      1,
      16,
      'The body is not valid JSON at line 1, column 16. There should be a comma or ] and not "1".',
    ],
  ])('finds the place of broken JSON in the template: %j', (source, line, column, message) => {
    expect(failureOf(source, 'json', { n: 1 })).toMatchObject({
      code: 'body-json-invalid',
      line,
      column,
      message,
    });
  });

  it('names the variable whose value broke the JSON', () => {
    expect(failureOf('{"a":"{{x}}","b":{{{y.z}}}}', 'json', { x: '"', y: { z: 'oops' } })).toMatchObject({
      code: 'body-json-invalid',
      line: 1,
      column: 18,
      expression: '{{{y.z}}}',
      name: 'y.z',
      message: 'The body is not valid JSON at line 1, column 18, after the expression {{{y.z}}}.',
    });
  });

  it.each([
    ['ftp://h.test', 'url-scheme-unsupported'],
    ['localhost:3000', 'url-invalid'],
    ['https:/h.test', 'url-invalid'],
    ['https:h.test', 'url-invalid'],
    ['//h.test', 'url-invalid'],
    ['', 'url-invalid'],
    ['https:///users', 'url-host-missing'],
    ['https://ann@h.test', 'url-userinfo'],
    ['https://@h.test', 'url-userinfo'],
    ['https://h.test:99999', 'url-invalid'],
    ['http://256.0.0.1', 'url-invalid'],
  ])('refuses the base URL %j with %s', (source, code) => {
    expect(failureOf(source, 'url')).toMatchObject({ code });
  });

  it('refuses an empty value that stands first in a base URL', () => {
    expect(failureOf('{{base}}/v1', 'url', { base: '' })).toMatchObject({
      code: 'url-host-missing',
      name: 'base',
    });
    expect(failureOf('{{base}}/v1', 'url')).toMatchObject({ code: 'url-host-missing', column: 1 });
  });
});

function failureOf(
  source: string,
  field: TemplateField = 'text',
  variables: ValueObject = {},
): TemplateFailure {
  const rendered = renderTemplate(source, field, templateScope(variables));
  if (rendered.ok) throw new Error(`${source} rendered ${JSON.stringify(rendered.value.text)}`);
  return rendered.failure;
}
