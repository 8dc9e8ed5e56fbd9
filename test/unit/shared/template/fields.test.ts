// Each kind of field encodes in its own way; these are the places where that is easy to get wrong.
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { templateScope } from '../../../support/template-scope.ts';

/** The people and orders of the shop, with everything in them that breaks other tools. */
const shop: ValueObject = {
  id: new ExactNumber('9007199254740993'),
  price: new ExactNumber('39.90'),
  note: 'say "hi"\\\nbye',
  customer: { name: 'Ann Müller', city: null },
  tags: ['a/b', 'c"d'],
  paid: false,
  key: 'x-"y"',
  raw: '{"k":[1]}',
  base: 'https://shop.example/v1',
  none: null,
};

describe('a JSON body', () => {
  it.each([
    ['{"id":{{id}},"price":{{price}}}', '{"id":9007199254740993,"price":39.90}'],
    ['{"id":"{{id}}"}', '{"id":"9007199254740993"}'],
    ['{"n":"{{note}}"}', '{"n":"say \\"hi\\"\\\\\\nbye"}'],
    ['{"n":{{note}}}', '{"n":"say \\"hi\\"\\\\\\nbye"}'],
    ['{"c":{{customer}}}', '{"c":{"name":"Ann Müller","city":null}}'],
    ['{"c":"{{customer}}"}', '{"c":"{\\"name\\":\\"Ann Müller\\",\\"city\\":null}"}'],
    ['{"t":{{tags}},"first":"{{tags.0}}"}', '{"t":["a/b","c\\"d"],"first":"a/b"}'],
    ['{"{{key}}":{{paid}}}', '{"x-\\"y\\"":false}'],
    ['{"city":{{customer.city}},"none":{{none}}}', '{"city":null,"none":null}'],
    ['{"raw":{{{raw}}}}', '{"raw":{"k":[1]}}'],
    ['{"raw":{{raw}}}', '{"raw":"{\\"k\\":[1]}"}'],
    ['[{{#each tags}}"{{this}}"{{#unless @last}},{{/unless}}{{/each}}]', '["a/b","c\\"d"]'],
    ['[{{#each tags}}{{this}}{{#unless @last}},{{/unless}}{{/each}}]', '["a/b","c\\"d"]'],
    ['{"a":{{#if paid}}"yes"{{else}}{{price}}{{/if}}}', '{"a":39.90}'],
    ['{"a":"{{#if paid}}yes{{else}}no {{note}}{{/if}}"}', '{"a":"no say \\"hi\\"\\\\\\nbye"}'],
    ['{"total":{{multiply price 2}}}', '{"total":79.8}'],
    [
      '{"q":"order \\"{{id}}\\" \\u0041{{id}}"}',
      '{"q":"order \\"9007199254740993\\" \\u00419007199254740993"}',
    ],
    ['{{customer}}', '{"name":"Ann Müller","city":null}'],
    ['{{{raw}}}', '{"k":[1]}'],
    ['', ''],
  ])('%s', (template, text) => {
    expect(textOf(template, 'json')).toBe(text);
  });

  it.each([
    ['{"a":"\\{{{id}}}"}', '{"a":"{{{id}}}"}'],
    ['{"a":"\\\\\\{{id}}"}', '{"a":"\\\\9007199254740993"}'],
  ])('keeps the author’s escapes: %s', (template, text) => {
    expect(textOf(template, 'json')).toBe(text);
  });

  it.each(['{"a":"\\\\{{id}}"}', '{"a":"\\u{{id}}"}', '{"a":"\\u004{{{id}}}"}', '{"a":"\\{{#if id}}{{/if}}'])(
    'refuses a value that would finish an escape, or a broken one: %s',
    (template) => {
      expect(codeOf(template, 'json')).toMatch(/^(?:json-escape-open|template-block-unopened)$/);
    },
  );
});

describe('the path of an API Call', () => {
  it.each([
    ['/orders/{{id}}', '/orders/9007199254740993'],
    ['/people/{{customer.name}}', '/people/Ann%20M%C3%BCller'],
    ['/tags/{{tags.0}}/x', '/tags/a%2Fb/x'],
    ['/tags/{{{tags.0}}}/x', '/tags/a/b/x'],
    [
      '/search?q={{note}}&t={{tags}}',
      '/search?q=say%20%22hi%22%5C%0Abye&t=%5B%22a%2Fb%22%2C%22c%5C%22d%22%5D',
    ],
    ['/search?{{key}}={{paid}}#{{customer.name}}', '/search?x-%22y%22=false#Ann%20M%C3%BCller'],
    ['/{{#each tags}}{{this}}{{#unless @last}}/{{/unless}}{{/each}}', '/a%2Fb/c%22d'],
    ['/{{#if paid}}paid{{else}}open/{{id}}{{/if}}', '/open/9007199254740993'],
    ['/search?q={{none}}', '/search?q='],
    ['', ''],
  ])('%s', (template, text) => {
    expect(textOf(template, 'path')).toBe(text);
  });

  it.each([
    ['/orders/{{nobody}}', 'url-path-value-missing', 'nobody is unknown, so the path would lose a part.'],
    ['/orders/{{none}}', 'url-path-value-missing', 'none is null, so the path would lose a part.'],
    ['/orders/{{{none}}}', 'url-path-value-missing', 'none is null, so the path would lose a part.'],
    [
      '/orders/{{default nobody none}}',
      'url-path-value-missing',
      'default is null, so the path would lose a part.',
    ],
    [
      '/orders/{{substring ".." 0}}/x',
      'url-dot-segment',
      'The value of {{substring ".." 0}} would change the path, because it makes the segment "..".',
    ],
  ])('%s is refused', (template, code, message) => {
    const rendered = renderTemplate(template, 'path', templateScope(shop));
    expect(rendered).toMatchObject({ ok: false, failure: { code, message } });
  });
});

describe('a base URL', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    ['{{base}}', 'https://shop.example/v1'],
    ['{{base}}/{{customer.name}}', 'https://shop.example/v1/Ann%20M%C3%BCller'],
    ['{{{base}}}/{{tags.0}}', 'https://shop.example/v1/a%2Fb'],
    ['{{default nobody base}}', 'https://shop.example/v1'],
    ['https://{{lower "SHOP"}}.example:{{add 8000 443}}/', 'https://shop.example:8443/'],
    ['http{{#if id}}s{{/if}}://h.test', 'https://h.test'],
    ['HTTPS://h.test/{{id}}', 'HTTPS://h.test/9007199254740993'],
  ])('%s', (template, text) => {
    expect(textOf(template, 'url')).toBe(text);
  });

  it.each([
    ['https://{{tags.0}}', 'url-host-invalid'],
    ['https://{{{tags.0}}}', 'url-host-invalid'],
    ['https://h.test:{{note}}', 'url-host-invalid'],
    ['https://{{none}}', 'url-host-missing'],
    ['{{none}}', 'url-host-missing'],
    ['{{customer.name}}', 'url-invalid'],
    ['{{base}}{{{tags.0}}}', 'ok'],
    ['https://{{replace "a@b" "a" "c"}}/', 'url-host-invalid'],
  ])('%s ends with %s', (template, code) => {
    expect(codeOf(template, 'url')).toBe(code);
  });
});

describe('a header', () => {
  it.each([
    ['Bearer {{id}}', 'Bearer 9007199254740993'],
    ['{{customer.name}}', 'Ann Müller'],
    ['{{base64 "ann:tea"}}', 'YW5uOnRlYQ=='],
    ['{{tags}}', '["a/b","c\\"d"]'],
    ['a\tb', 'a\tb'],
    ['', ''],
  ])('%s', (template, text) => {
    expect(textOf(template, 'header')).toBe(text);
  });

  it.each([
    [
      '{{note}}',
      'header-value-line-break',
      'The value of {{note}} holds a line break or a NUL character; a header is one line.',
    ],
    [
      'a\nb',
      'header-value-line-break',
      'The text holds a line break or a NUL character; a header is one line.',
    ],
    [
      '{{urlDecode "%07"}}',
      'header-value-control-character',
      'The value of {{urlDecode "%07"}} holds the control character U+0007.',
    ],
    [
      '{{urlDecode "%7F"}}',
      'header-value-control-character',
      'The value of {{urlDecode "%7F"}} holds the control character U+007F.',
    ],
    ['日', 'header-value-not-latin1', 'The text holds a character that cannot be sent in a header (U+65E5).'],
  ])('%j is refused', (template, code, message) => {
    expect(renderTemplate(template, 'header', templateScope(shop))).toMatchObject({
      failure: { code, message },
    });
  });
});

describe('texts and rows', () => {
  it.each(['text', 'query'] as const)('of the field %s hold the values as they are', (field) => {
    expect(textOf('{{customer.name}} & {{tags}} {{{note}}} {{price}}{{none}} <{{paid}}>', field)).toBe(
      'Ann Müller & ["a/b","c\\"d"] say "hi"\\\nbye 39.90 <false>',
    );
  });
});

function textOf(template: string, field: TemplateField): string {
  const rendered = renderTemplate(template, field, templateScope(shop));
  return rendered.ok ? rendered.value.text : rendered.failure.message;
}

function codeOf(template: string, field: TemplateField): string {
  const rendered = renderTemplate(template, field, templateScope(shop));
  return rendered.ok ? 'ok' : rendered.failure.code;
}
