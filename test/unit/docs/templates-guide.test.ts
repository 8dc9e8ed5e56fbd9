// The guide of templates is what people copy from: whatever it shows is rendered here, and nothing it shows is left out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import { templateScope } from '../../support/template-scope.ts';

const file = path.resolve(import.meta.dirname, '../../../docs/guides/templates.md');
const guide = readFileSync(file, 'utf8');

const scope = templateScope(
  {
    name: 'Zoë "Zo"',
    customer: { name: 'Ana' },
    order: {
      headers: { 'content-type': 'application/json' },
      body: {
        id: 10482,
        total: 43.9,
        customer: { name: 'Ana Sousa' },
        lines: [
          { sku: 'TEA-1', quantity: 2, name: 'Tea', note: 'gift' },
          { sku: 'CUP-7', quantity: 1, name: 'Cup' },
        ],
      },
    },
    note: 'She said "hi"\n',
    lines: [1, 'two'],
    id: 'a/b c',
    price: 12.5,
    key: 'total',
    items: ['first'],
    x: 'X',
  },
  { environment: { shop_host: 'shop.example', 'customer.mail': 'nobody' } },
);

type Shown = readonly [example: string, output: string, field?: TemplateField, around?: [string, string]];

const rendered: readonly Shown[] = [
  [
    'Hello {{customer.name}}, your order {{order.body.id}} is on its way.',
    'Hello Ana, your order 10482 is on its way.',
  ],
  ['{{name}}', 'Zoë "Zo"'],
  ['{{order.body.customer.name}}', 'Ana Sousa'],
  ['{{order.body.lines.0.sku}}', 'TEA-1'],
  ['{{order.body.lines.[0].sku}}', 'TEA-1'],
  ['{{order.headers.[content-type]}}', 'application/json'],
  ['{{order.body.lines.length}}', '2'],
  ['{{@env.shop_host}}', 'shop.example'],
  ['{{shop_host}}', 'shop.example'],
  ['{{upper name}}', 'ZOË "ZO"'],
  ['{{default nickname "friend"}}', 'friend'],
  ['{{upper (default nickname "friend")}}', 'FRIEND'],
  ['\\{{like this}}', '{{like this}}'],
  ['{{! not sent }}', ''],
  ['{{!-- may hold }} --}}', ''],
  ['{{customer.mail}}', ''],
  [
    '{{#each order.body.lines}}\n- {{quantity}} × {{name}}{{#if note}} ({{note}}){{/if}}\n{{else}}\nYour basket is empty.\n{{/each}}',
    '- 2 × Tea (gift)\n- 1 × Cup\n',
  ],
  ['"note": "{{note}}"', '{"note": "She said \\"hi\\"\\n"}', 'json', ['{', '}']],
  ['"lines": {{lines}}', '{"lines": [1,"two"]}', 'json', ['{', '}']],
  ['/orders/{{id}}', '/orders/a%2Fb%20c', 'path'],
  ['{{{name}}}', 'Zoë "Zo"'],
  ['{"price":{{price}}}', '{"price":12.5}', 'json'],
  ['{ {{key}}: 1}', '{ "total": 1}', 'json'],
  ['{{order.body.total}}', '43.9'],
  ['{{default name "…"}}', 'Zoë "Zo"'],
  ['{{#if name}}Hello {{name}}!{{/if}}', 'Hello Zoë "Zo"!'],
  ['{{x}}}', 'X}'],
  ['{{items.0}}', 'first'],
];

/** Shown as parts of a template, or as what is refused or never looked at. */
const parts = [
  '{{else}}',
  '{{else if …}}',
  '{{~',
  '{{../name}}',
  '{{@root.name}}',
  '{{#each lines as |line i|}}',
  '{{password}}',
  '{{#if name}}',
  'DELETE /users/{{id}}',
  '{{#name}}…{{/name}}',
];

describe('the guide of templates', () => {
  it('shows nothing that is not tried here, and this tries nothing that it does not show', () => {
    const blocks = Array.from(guide.matchAll(/^```\n([\s\S]*?)\n```$/gm), ([, block = '']) => block);
    const spans = Array.from(
      guide.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]*\{\{[^`\n]*)`/g),
      ([, span = '']) => span,
    );
    const tried = [...rendered.map(([example]) => example), ...parts];
    expect([...new Set([...blocks, ...spans])].sort()).toEqual(tried.sort());
  });

  it.each(rendered.map((shown) => [shown[0], shown] as const))('renders %j', (_, shown) => {
    const [example, output, field = 'text', around] = shown;
    const [before, after] = around ?? ['', ''];
    const result = renderTemplate(before + example + after, field, scope);
    expect(result).toMatchObject({ ok: true, value: { text: output } });
  });

  it('names and root are reached out of a block, and items and rounds have names', () => {
    const text = '{{#each lines as |line i|}}{{i}}:{{line}} {{../name}} {{@root.key}};{{/each}}';
    const result = renderTemplate(text, 'text', scope);
    expect(result).toMatchObject({ value: { text: '0:1 Zoë "Zo" total;1:two Zoë "Zo" total;' } });
  });

  it('a choice goes on, and white space is taken', () => {
    const text = 'a {{~#if nobody~}} 1 {{else if name}} 2 {{~else~}} 3 {{~/if~}} b';
    expect(renderTemplate(text, 'text', scope)).toMatchObject({ value: { text: 'a 2b' } });
  });

  it('an answer is data, a missing id stops the call, and sections are refused', () => {
    const answered = templateScope({ answer: '{{password}}', password: 'secret' });
    expect(renderTemplate('{{answer}}', 'text', answered)).toMatchObject({ value: { text: '{{password}}' } });
    expect(renderTemplate('/users/{{id}}', 'path', templateScope({}))).toMatchObject({ ok: false });
    expect(renderTemplate('{{#name}}…{{/name}}', 'text', scope)).toMatchObject({ ok: false });
  });
});
