// The preview marks which piece of text came from which expression, and hides secrets by piece.
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { RenderedSegment } from '#shared/template/rendered.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import { templateScope } from '../../../support/template-scope.ts';

const scope = templateScope(
  {
    name: 'Ann',
    order: { id: 7, customer: { name: 'Bo' }, lines: [{ sku: 'cup' }, { sku: 'pot' }] },
    key: 'hex',
  },
  { environment: { token: 'secret-token-1', parts: ['p1', 'p2'], bag: { a: 'inside' } } },
);

describe('the pieces of a rendered text', () => {
  it('say which source they came from', () => {
    const source = '{"a":"{{name}}",\n"b":{{order.id}}}';
    expect(
      segmentsOf(source, 'json').map(({ text, from, start, end }) => [text, from, source.slice(start, end)]),
    ).toEqual([
      ['{"a":"', 'literal', '{"a":"'],
      ['Ann', 'expression', '{{name}}'],
      ['",\n"b":', 'literal', '",\n"b":'],
      ['7', 'expression', '{{order.id}}'],
      ['}', 'literal', '}'],
    ]);
  });

  it('leave out what white-space control cut and backslashes that escape', () => {
    const source = 'a\n  {{#if name}}  \n  b \\{{x}}\n  {{/if}}\nc  {{~name~}}  d';
    const pieces = segmentsOf(source).map(({ text, from, start, end }) => [
      text,
      from === 'literal' ? source.slice(start, end) : '',
    ]);
    expect(pieces).toEqual([
      ['a\n', 'a\n'],
      ['  b ', '  b '],
      ['{{x}}\n', '{{x}}\n'],
      ['c', 'c'],
      ['Ann', ''],
      ['d', 'd'],
    ]);
  });

  it('repeat the source of a loop for each round', () => {
    expect(segmentsOf('{{#each order.lines}}{{sku}},{{/each}}').map(({ text }) => text)).toEqual([
      'cup',
      ',',
      'pot',
      ',',
    ]);
  });
});

describe('the names of a piece', () => {
  it.each([
    ['{{name}}', ['name']],
    ['{{order.customer.name}}', ['order.customer.name']],
    ['{{@env.token}}', ['@env.token']],
    ['{{token}}', ['token']],
    ['{{@today}}', ['@today']],
    ['{{this.name}} {{@root.name}}', ['name', 'name']],
    ['{{@root}}', ['@root']],
    ['{{upper (default name token)}}', ['name,token']],
    ['{{hmacSha256 order.id @env.token as=key}}', ['order.id,@env.token,key']],
    ['{{eq "a" "b"}}', ['']],
    ['{{#each parts}}{{this}}{{@index}}{{/each}}', ['parts', '', 'parts', '']],
    ['{{#each @env.bag}}{{@key}}={{this}}{{/each}}', ['@env.bag', '@env.bag']],
    ['{{#each (split @env.token "-")}}{{this}}{{/each}}', ['@env.token', '@env.token', '@env.token']],
    ['{{#with @env}}{{token}}{{/with}}', ['@env']],
    ['{{#with @env as |e|}}{{e.token}}{{/with}}', ['@env']],
    ['{{lookup @env "token"}}', ['@env']],
    [
      '{{#with order}}{{#with customer}}{{name}}{{../id}}{{../../name}}{{/with}}{{/with}}',
      ['order', 'order,id', 'name'],
    ],
  ])('in %j are never fewer than were read', (source, names) => {
    const pieces = segmentsOf(source).filter((segment) => segment.from === 'expression');
    expect(pieces.map((segment) => (segment.names ?? []).join(','))).toEqual(names);
  });

  it('hold the secret wherever a piece holds its text', () => {
    const templates = [
      '{{#each @env}}{{this}}{{/each}}',
      '{{#with (lookup @env "bag")}}{{a}}{{/with}}',
      '{{json @env}}',
      '{{#each parts as |part|}}{{#each @root.order.lines}}{{part}}{{/each}}{{/each}}',
      '{{#each parts}}{{#with @root.order}}{{../this}}{{/with}}{{/each}}',
      '{{#each parts}}{{#each @root.order.lines}}{{..}}{{/each}}{{/each}}',
      '{{#with @env}}{{#with this}}{{../token}}{{/with}}{{/with}}',
    ];
    for (const source of templates) {
      const telling = segmentsOf(source).filter(({ text }) => /secret-token-1|p1|p2|inside/.test(text));
      expect(telling).not.toEqual([]);
      for (const { names = [] } of telling) {
        expect([source, names.some((name) => /^(?:@env|token|parts|bag)(?:\.|$)/.test(name))]).toEqual([
          source,
          true,
        ]);
      }
    }
  });
});

function segmentsOf(source: string, field: TemplateField = 'text'): readonly RenderedSegment[] {
  const rendered = renderTemplate(source, field, scope);
  if (!rendered.ok) throw new Error(rendered.failure.message);
  return rendered.value.segments;
}
