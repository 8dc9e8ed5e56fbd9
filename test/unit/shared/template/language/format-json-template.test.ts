// A formatted body is easier to read and means exactly the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJsonTemplate } from '#shared/template/language/format-json-template.ts';
import { renderTemplate } from '#shared/template/render-template.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value } from '#shared/value/value.ts';
import { anyTemplateSoup } from '../../../../support/any-template.ts';
import { anyText, anyValue } from '../../../../support/any-value.ts';
import { templateScope } from '../../../../support/template-scope.ts';
import { runs } from '../../../../support/runs.ts';

const lines = (...each: string[]): string => each.join('\n');

describe('a JSON template that is formatted', () => {
  it('has a member or item on each line, and expressions as they were', () => {
    expect(formatJsonTemplate('{"a":{{x}},"b" : [1 ,{{default y "},{"}}],"c":{},"d":"{{z}}, [x"}')).toBe(
      lines(
        '{',
        '  "a": {{x}},',
        '  "b": [',
        '    1,',
        '    {{default y "},{"}}',
        '  ],',
        '  "c": {},',
        '  "d": "{{z}}, [x"',
        '}',
      ),
    );
  });

  it('indents what is in blocks, and leaves a short one on its line', () => {
    const source =
      '{"lines":[{{#each lines}}{"sku":"{{sku}}"}{{#unless @last}},{{/unless}}{{/each}}],{{#if note}}"note":{"text":"{{note}}"}{{else}}"none":{"x":1}{{/if}}}';
    expect(formatJsonTemplate(source)).toBe(
      lines(
        '{',
        '  "lines": [',
        '    {{#each lines}}',
        '      {',
        '        "sku": "{{sku}}"',
        '      }{{#unless @last}},{{/unless}}',
        '    {{/each}}',
        '  ],',
        '  {{#if note}}',
        '    "note": {',
        '      "text": "{{note}}"',
        '    }',
        '  {{else}}',
        '    "none": {',
        '      "x": 1',
        '    }',
        '  {{/if}}',
        '}',
      ),
    );
  });

  it('keeps what stands together together', () => {
    expect(formatJsonTemplate('[{{a}}.{{b}}, -{{c}} {{! note }}]')).toBe(
      lines('[', '  {{a}}.{{b}},', '  -{{c}} {{! note }}', ']'),
    );
    expect(formatJsonTemplate('[1{{#if x}}2{{/if}}]')).toBe(lines('[', '  1{{#if x}}2{{/if}}', ']'));
  });

  it('is nothing where brackets, strings or tags do not close, or a block continues a value', () => {
    for (const source of ['{"a":1', '{"a":"x}', '{"a":{{x}', '[1}', '[{{#if x}}1]', '{{/if}}[]']) {
      expect([source, formatJsonTemplate(source)]).toEqual([source, null]);
    }
    expect(formatJsonTemplate(`[1{{#if x}}${'2'.repeat(60)}{{/if}}]`)).toBeNull();
  });

  it('looks as JSON.stringify writes it, where it is plain JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('{{'));
        expect(formatJsonTemplate(text)).toBe(JSON.stringify(value, null, 2));
      }),
      { numRuns: runs(200) },
    );
  });

  it('renders to the same value, and changes no more when it is formatted again', () => {
    fc.assert(
      fc.property(anyBodyTemplate, anyValue, anyText, (source, x, y) => {
        const formatted = formatJsonTemplate(source);
        expect(formatted).not.toBeNull();
        expect(rendered(formatted ?? '', x, y)).toEqual(rendered(source, x, y));
        expect(formatJsonTemplate(formatted ?? '')).toBe(formatted);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is safe to ask for with any text', () => {
    fc.assert(
      fc.property(anyTemplateSoup, (source) => {
        const formatted = formatJsonTemplate(source);
        if (formatted !== null) expect(formatted.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
      }),
      { numRuns: runs(200) },
    );
  });
});

function rendered(source: string, x: Value, y: string): unknown {
  const { failure, value } = renderTemplate(source, 'json', templateScope({ x, y, list: [1, 2] })) as {
    failure?: { code: string };
    value?: { text: string };
  };
  return failure?.code ?? readJson(value?.text ?? '');
}

const { value: anyBodyTemplate } = fc.letrec<{ value: string; member: string }>((tie) => ({
  member: fc
    .tuple(fc.constantFrom('"a"', '"{{y}}"', '"b {{x}}"'), tie('value'))
    .map(([key, value]) => `${key} :${value}`),
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('1', '-2.50', 'true', '"text {"', '"{{x}}"', '{{x}}', ' {{ json x }} ', '{{y}}', '"\\""'),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(' ,')}]`),
    fc.array(tie('member'), { maxLength: 3 }).map((members) => `{${members.join(',\n')}}`),
    tie('value').map((item) => `[{{#each list}}${item} {{#unless @last}},{{/unless}}{{/each}}]`),
    fc.tuple(tie('value'), tie('value')).map(([one, two]) => `[ {{#if x}} ${one} {{else}} ${two} {{/if}} ]`),
  ),
}));
