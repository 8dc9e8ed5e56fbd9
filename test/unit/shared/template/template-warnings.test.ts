// What is missing is a warning with its place; too many warnings would be as bad as none.
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { templateScope } from '../../../support/template-scope.ts';

const known: ValueObject = {
  name: 'Ann',
  nothing: null,
  blank: '',
  list: [{ a: 1 }, { b: null }, {}],
  o: {},
};

describe('the warnings of a template', () => {
  it.each([
    ['{{name}}', []],
    ['{{nobody}}', ['unknown-variable nobody 1:3']],
    ['{{{nobody}}}', ['unknown-variable nobody 1:4']],
    ['{{& nobody}}', ['unknown-variable nobody 1:5']],
    ['{{nothing}}{{nothing}}', ['null-value nothing 1:3', 'null-value nothing 1:14']],
    ['{{o.a.b}}\n{{o.[x y]}}', ['unknown-variable o.a.b 1:3', 'unknown-variable o.x y 2:3']],
    ['{{upper nobody}}', ['unknown-variable nobody 1:9']],
    ['{{upper nothing}}', []],
    ['{{upper (lower nobody)}}', ['unknown-variable nobody 1:16']],
    ['{{upper (lookup o "x")}}', ['unknown-variable lookup 1:10']],
    ['{{lookup o "x"}}', ['unknown-variable lookup 1:3']],
    ['{{first blank_list}}', ['unknown-variable blank_list 1:9', 'null-value first 1:3']],
    ['{{add nobody 1}}', ['unknown-variable nobody 1:7', 'null-value add 1:3']],
    ['{{default nobody nowhere}}', ['unknown-variable nowhere 1:18', 'null-value default 1:3']],
    ['{{default nobody "x"}}', []],
    ['{{and nobody nothing}}{{or nobody 1}}{{not nobody}}', []],
    ['{{#if nobody}}{{/if}}{{#unless nobody}}{{/unless}}', []],
    ['{{#if (eq nobody 1)}}{{/if}}', ['unknown-variable nobody 1:11']],
    ['{{#if name includeZero=nobody}}{{/if}}', ['unknown-variable nobody 1:24']],
    [
      '{{#each nobody}}{{/each}}{{#with nobody}}{{/with}}',
      ['unknown-variable nobody 1:9', 'unknown-variable nobody 1:34'],
    ],
    ['{{#each nothing}}{{/each}}{{#with nothing}}{{/with}}', []],
    [
      '{{#each list}}{{a}}{{b}}{{/each}}',
      ['unknown-variable b 1:22', 'unknown-variable a 1:17', 'null-value b 1:22'],
    ],
    ['{{sort list "a" descending=nobody}}', ['unknown-variable nobody 1:28']],
    ['{{#if name}}{{else}}{{nobody}}{{/if}}', []],
    ['{{../name}}', ['unknown-variable ../name 1:3']],
    ['{{#each list as |l|}}{{l.z}}{{/each}}', ['unknown-variable l.z 1:24']],
    ['{{@index}} {{@env.x}}', ['unknown-variable @index 1:3', 'unknown-variable @env.x 1:14']],
  ])('%s', (source, warnings) => {
    expect(warningsOf(source)).toEqual(warnings);
  });

  it.each([
    [
      'json',
      '[{{nobody}},{{nothing}},"{{nobody}}","{{nothing}}"]',
      ['unknown-variable nobody 1:4', 'unknown-variable nobody 1:28', 'null-value nothing 1:41'],
    ],
    ['json', '[{{{nothing}}},{{{nobody}}}]', ['unknown-variable nobody 1:19']],
    [
      'path',
      '/a/{{blank}}?q={{blank}}{{nothing}}#{{nobody}}',
      ['url-path-value-empty blank 1:6', 'null-value nothing 1:27', 'unknown-variable nobody 1:39'],
    ],
    ['url', 'https://h.test/{{blank}}', ['url-path-value-empty blank 1:18']],
    ['query', '{{nothing}}{{blank}}', ['null-value nothing 1:3']],
    ['header', '{{nobody}}', ['unknown-variable nobody 1:3']],
  ] as const)('depend on the position: %s %s', (field, source, warnings) => {
    expect(warningsOf(source, field)).toEqual(warnings);
  });

  it.each([
    '{{nobody}}',
    '{{upper nobody}}',
    '{{#each nobody}}{{/each}}',
    '{{eq 1 nobody}}',
    '{{lookup o "x"}}',
    '{{o.a.b}}',
  ])('of unknown names are failures in strict mode: %s', (source) => {
    const rendered = renderTemplate(source, 'text', templateScope(known, { strict: true }));
    expect(rendered).toMatchObject({ ok: false, failure: { code: 'placeholder-unresolved' } });
  });

  it.each([
    '{{nothing}}',
    '{{#if nobody}}{{/if}}',
    '{{default nobody "x"}}',
    '{{or nobody nothing}}',
    '{{blank}}',
  ])('and questions are none in strict mode: %s', (source) => {
    expect(renderTemplate(source, 'text', templateScope(known, { strict: true })).ok).toBe(true);
  });
});

function warningsOf(source: string, field: TemplateField = 'text'): readonly string[] {
  const rendered = renderTemplate(source, field, templateScope(known));
  if (!rendered.ok) throw new Error(rendered.failure.message);
  return rendered.value.warnings.map(({ code, name, line, column }) => `${code} ${name} ${line}:${column}`);
}
