// What the editor says is wrong with a template, and that each way to mend it does mend it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateDiagnostic, TemplateFix } from '#shared/template/language/template-diagnostic.ts';
import { templateDiagnostics } from '#shared/template/language/template-diagnostics.ts';
import type { TemplateKnowledge } from '#shared/template/language/template-knowledge.ts';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import { nameKnown } from '#shared/template/language/place-scope.ts';
import { orderKnowledge } from '../../../../support/any-knowledge.ts';
import { anyBlockTemplate, anyPlainTemplate, anyTemplateSoup } from '../../../../support/any-template.ts';
import { anyValueObject } from '../../../../support/any-value.ts';
import { templateScope } from '../../../../support/template-scope.ts';
import { runs } from '../../../../support/runs.ts';

const knowledge: TemplateKnowledge = {
  ...orderKnowledge,
  troubleWith: ({ name, asked }) => {
    const known = nameKnown(name, orderKnowledge);
    if (known === undefined) return { severity: 'error', message: `Nothing sets ${name}.` };
    if (known.set === 'always' || asked) return null;
    return { severity: 'warning', message: `${name} may be unset here.` };
  },
};

const nothing: TemplateKnowledge = { names: [] };

function problems(source: string, field: TemplateField = 'text', known = knowledge) {
  return templateDiagnostics(source, field, known);
}

/** `severity over: message` for each. */
function told(source: string, field: TemplateField = 'text'): readonly string[] {
  return problems(source, field).map(
    ({ severity, start, end, message }) => `${severity} ${source.slice(start, end)}: ${message}`,
  );
}

function mended(source: string, title: string, field: TemplateField = 'text'): string {
  const fixes = problems(source, field).flatMap((each) => each.fixes);
  const fix = fixes.find((each) => each.title === title);
  if (fix === undefined) throw new Error(`only ${fixes.map((each) => each.title).join(', ')}`);
  return applied(source, fix);
}

function applied(source: string, { edits }: TemplateFix): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: fresh }) => text.slice(0, start) + fresh + text.slice(end), source);
}

describe('the syntax of a template', () => {
  it('is checked in every tag, and not only up to the first mistake', () => {
    expect(told('{{uper order}} {{#if (shout 1)}}{{replace 1}}{{/if}}')).toEqual([
      'error {{uper order}}: There is no helper named uper at line 1, column 3 of the text.',
      'error {{#if (shout 1)}}: There is no helper named shout at line 1, column 23 of the text.',
      'error {{replace 1}}: The helper replace takes 3 values and has 1 at line 1, column 35 of the text.',
    ]);
    expect(told('{{order.body.}}')).toEqual([
      'error {{order.body.}}: Nothing can stand behind the path order.body at line 1, column 3; only a helper takes values.',
    ]);
  });

  it.each([
    ['Hi {{name', 'Close the expression', 'Hi {{name}}'],
    ['Hi {{name and more', 'Close the expression', 'Hi {{name and more}}'],
    ['{"a":"{{order","b":1}', 'Close the expression', '{"a":"{{order}}","b":1}'],
    ['{{{order\nnext', 'Close the expression', '{{{order}}}\nnext'],
    ['{{#if order}}yes\n', 'Close the block with {{/if}}', '{{#if order}}yes{{/if}}\n'],
    ['{{#if order}}{{/each}}', 'Write {{/if}}', '{{#if order}}{{/if}}'],
    ['a{{/if}}', 'Remove the closing tag', 'a'],
    ['{{upper (lowr order)}}', 'Change to lower', '{{upper (lower order)}}'],
    ['{{#ech order}}{{/ech}}', 'Change to each', '{{#each order}}{{/each}}'],
  ])('of %j is mended by "%s"', (source, title, result) => {
    expect(mended(source, title)).toBe(result);
  });

  it('closes a block in a body before the bracket that holds it', () => {
    const source = '{"lines":[{{#each order.body.lines}}{"sku":"{{sku}}"}]}';
    expect(mended(source, 'Close the block with {{/each}}', 'json')).toBe(
      '{"lines":[{{#each order.body.lines}}{"sku":"{{sku}}"}{{/each}}]}',
    );
  });
});

describe('the names of a template', () => {
  it('are said to be unknown or perhaps unset where they are read', () => {
    expect(told('{{ordr.body}} {{answer}} {{order}} {{shop_host}}')).toEqual([
      'error ordr.body: Nothing sets ordr.',
      'warning answer: answer may be unset here.',
    ]);
    expect(told('{{default answer "no"}}{{#if answer}}{{answer}}{{/if}}')).toEqual([]);
  });

  it('can be changed to what was meant, or get a default', () => {
    expect(mended('{{ordr.body}}', 'Change to order')).toBe('{{order.body}}');
    expect(mended('{{answer}}', 'Add a default')).toBe('{{default answer ""}}');
    expect(mended('{{upper answer}}', 'Add a default')).toBe('{{upper (default answer "")}}');
  });

  it('of the system and the environment are checked too', () => {
    expect(told('{{@todya}} {{@today}} {{@env.shop_host}} {{@root.order}}')).toEqual([
      'error @todya: There is no name @todya.',
    ]);
    expect(told('{{@index}}')).toEqual(['error @index: @index has a value inside #each only.']);
    expect(told('{{@env.shop_hots}}')).toEqual([
      'error @env.shop_hots: The active environment has no value shop_hots.',
    ]);
    const withoutOne = { ...knowledge, noEnvironment: true };
    expect(problems('{{@env.shop_hots}}', 'text', withoutOne)).toMatchObject([
      { message: 'No environment is active, and the defaults have no value shop_hots.' },
    ]);
    expect(mended('{{@todya}}', 'Change to @today')).toBe('{{@today}}');
    expect(mended('{{@env.shop_hots}}', 'Change to @env.shop_host')).toBe('{{@env.shop_host}}');
  });

  it('are no matter where nothing is known of the place', () => {
    expect(problems('{{nobody}} {{@nothing}}', 'text', nothing)).toEqual([]);
  });
});

describe('the paths of a template', () => {
  it('are compared with the values seen so far', () => {
    expect(told('{{order.body.idd}}')).toEqual([
      'warning idd: No value of order.body seen so far has idd. Did you mean id?',
    ]);
    expect(told('{{order.body.something}} {{order.nothing.like.it}}')).toEqual([]);
    expect(told('{{#each order.body.lines}}{{this.skuu}}{{/each}}')).toEqual([
      'warning skuu: No value of this seen so far has skuu. Did you mean sku?',
    ]);
    expect(mended('{{order.body.idd}}', 'Change to id')).toBe('{{order.body.id}}');
  });

  it('go through a list by a number or a loop', () => {
    expect(told('{{order.body.lines.sku}}')).toEqual([
      'warning sku: order.body.lines is a list: read one of its items, or repeat for each.',
    ]);
    expect(mended('Hi {{ order.body.lines.sku }}!', 'Repeat with #each')).toBe(
      'Hi {{#each order.body.lines}}{{sku}}{{/each}}!',
    );
    expect(mended('{{upper order.body.lines.sku}}', 'Read the first item')).toBe(
      '{{upper order.body.lines.0.sku}}',
    );
  });
});

describe('the JSON around expressions', () => {
  const said = (source: string) => problems(source, 'json', nothing);
  const places = (source: string) => said(source).map(({ start }) => start);

  it.each([
    ['{"a":{{x}},}', 11],
    ['{"a" {{x}}}', 5],
    ['{"a":{{x}}', 9],
    ['{a:1}', 1],
    ['{"a":[{{x}} {{y}}]}', 12],
    ['{"a":"{{x}}" "b":1}', 13],
    ["{'a':{{x}}}", 1],
    ['{{#if x}}{"a":}{{else}}{"b":}{{/if}}', 14],
  ])('is broken in %s', (source, place) => {
    expect(places(source)).toEqual([place]);
  });

  it.each([
    '',
    '{{x}}',
    '{"a":"{{x}}","b":{{x}},"{{x}}":{{default y 1}}}',
    '{ {{x}}: 1 }',
    '[{{a}}.{{b}},-{{c}},{{d}}{{e}}]',
    '[{{#each x}}{{this}}{{#unless @last}},{{/unless}}{{/each}}]',
    '{ {{#each x}}"{{@key}}":{{this}}{{#unless @last}},{{/unless}}{{/each}} }',
    '{{#if a}}{"a":1}{{/if}}{{#unless a}}{"b":2}{{/unless}}',
    '{"a":{{#if x}}1{{else}}"2"{{/if}}}',
    '{"a":{{{anything}}}{{{more}}}',
    '{"a":"{{{x}}}"}',
    '{{#with x}}[{{y}}]{{else}}null{{/with}}',
  ])('is right in %s', (source) => {
    expect(said(source)).toEqual([]);
  });

  it('is never called broken where some values make JSON of it', () => {
    fc.assert(
      fc.property(fc.oneof(anyPlainTemplate, anyBlockTemplate), anyValueObject, (source, values) => {
        const rendered = renderTemplate(
          source,
          'json',
          templateScope({ t: 1, o: { k: 2 }, list: [3], ...values }),
        );
        if (rendered.ok) expect(said(source)).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('any text', () => {
  const anyField = fc.constantFrom<TemplateField>('text', 'json', 'url', 'path', 'query', 'header');
  const anySource = fc.oneof(anyTemplateSoup, anyPlainTemplate, anyBlockTemplate);

  it('has problems within it, each of whose fixes can be made', () => {
    fc.assert(
      fc.property(anySource, anyField, (source, field) => {
        for (const { start, end, message, fixes } of problems(source, field)) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(source.length);
          expect(message).toMatch(/^\S.*[.?]$/su);
          for (const fix of fixes) expect(applied(source, fix)).not.toBe(source);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('has an error of its syntax exactly where the engine refuses to read it', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const rendered = renderTemplate(source, 'text', templateScope({}));
        const refused = !rendered.ok && rendered.failure.code.startsWith('template-');
        const isSyntax = ({ severity }: TemplateDiagnostic) => severity === 'error';
        expect(problems(source, 'text', nothing).some(isSyntax)).toBe(refused);
      }),
      { numRuns: runs(200) },
    );
  });
});
