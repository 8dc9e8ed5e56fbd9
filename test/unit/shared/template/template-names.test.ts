// Completion, where-used and previews need the names that a template reads, also from broken ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import { templateNames } from '#shared/template/template-names.ts';
import { anyBlockTemplate, anyPlainTemplate, anyTemplateSoup } from '../../../support/any-template.ts';
import { runs } from '../../../support/runs.ts';
import { templateScope } from '../../../support/template-scope.ts';

describe('the names that a template reads', () => {
  it.each([
    ['Hello', []],
    ['{{order.body.id}} {{@today}}', ['order.body.id', '@today']],
    ['{{@env.shop_host}}/{{id}}', ['@env.shop_host', 'id']],
    ['{{upper (default nick name)}}', ['nick', 'name']],
    ['{{sort lines descending=newest}}', ['lines', 'newest']],
    ['{{#if a}}{{b}}{{else if c}}{{d}}{{/if}}', ['a', 'b', 'c', 'd']],
    [
      '{{#each order.lines}}{{sku}}{{this}}{{@index}}{{../name}}{{@root.tax}}{{/each}}',
      ['order.lines', 'name', 'tax'],
    ],
    [
      '{{#with order}}{{id}}{{#each lines}}{{../../name}}{{../id}}{{/each}}{{else}}{{none}}{{/with}}',
      ['order', 'name', 'none'],
    ],
    ['{{#each lines as |line index|}}{{line.sku}}{{index}}{{@root.index}}{{/each}}', ['lines', 'index']],
    ['{{this.a}} {{./b}} {{this}} {{@root}} {{../x}}', ['a', 'b', '@root', '@root']],
    [
      '{{[first name]}} {{"last name"}} {{h.[content-type]}} {{12}}',
      ['first name', 'last name', 'h.content-type', '12'],
    ],
    ['{{{raw}}} {{&amp}} {{~trim~}} \\{{no}} {{! no }}', ['raw', 'amp', 'trim']],
    ['{{frobnicate x}}', ['x']],
  ])('in %j', (source, names) => {
    expect(templateNames(source).map(({ path }) => path.join('.'))).toEqual(names);
  });

  it.each([
    ['a {{ order.id }}', 'order.id', 'order'],
    ['{{@env.host}}', '@env.host', '@env'],
    ['{{@root.order.id}}', '@root.order.id', 'order'],
    ['{{#each x}}{{../order.id}}{{/each}}', '../order.id', 'order'],
    ['{{this.order.id}}', 'this.order.id', 'order'],
    ['{{./order}}', './order', 'order'],
    ['{{[first name].x}}', '[first name].x', '[first name]'],
    ['{{"first name"}}', '"first name"', '"first name"'],
    ['{{@root}}', '@root', '@root'],
    ['{{größe.x}}', 'größe.x', 'größe'],
  ])('with their place in %j, and the part to rename', (source, written, renamed) => {
    const found = templateNames(source).at(-1)!;
    expect(source.slice(found.start, found.end)).toBe(written);
    expect(source.slice(found.nameStart, found.nameEnd)).toBe(renamed);
  });

  it.each([
    ['Hi {{name', ['name']],
    ['{{order.', ['order']],
    ['{{order.lines.[0].sku', ['order.lines.0.sku']],
    ['{{#if a}}{{b}}', ['a', 'b']],
    ['{{upper na', ['na']],
    ['{{default a "text" (eq b true) key=c', ['a', 'eq', 'b', 'c']],
    ['{{/if}}{{x}}{{#each list as |item|}}', ['x', 'list']],
    ['{{items[0]}} {{x}}', ['items', 'x']],
  ])('as a guess where the template cannot be read: %j', (source, names) => {
    expect(templateNames(source).map(({ path }) => path.join('.'))).toEqual(names);
  });

  it('never fails, and every place is in the source', () => {
    fc.assert(
      fc.property(anyTemplateSoup, (source) => {
        for (const { name, path, start, nameStart, nameEnd, end } of templateNames(source)) {
          expect(path[0]).toBe(name);
          expect([
            start <= nameStart,
            nameStart < nameEnd,
            nameEnd <= end,
            end <= source.length,
          ]).not.toContain(false);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('are all that can change what a template gives', () => {
    fc.assert(
      fc.property(fc.oneof(anyBlockTemplate, anyPlainTemplate), (source) => {
        const values = { t: 'x', u: 'y', o: { k: 'z' }, list: [{ t: 1 }], name: 'n', order: { id: 2 } };
        const read = new Set(templateNames(source).map(({ name }) => name));
        if (read.has('@root')) return;
        const needed = Object.fromEntries(Object.entries(values).filter(([name]) => read.has(name)));
        expect(renderTemplate(source, 'text', templateScope(needed))).toEqual(
          renderTemplate(source, 'text', templateScope(values)),
        );
      }),
    );
  });
});
