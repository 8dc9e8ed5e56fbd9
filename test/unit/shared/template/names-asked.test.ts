// A template that asks whether a variable is set is right also where it is unset: the engine decides what is asked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import { sourcePosition } from '#shared/template/source-position.ts';
import { templateNames } from '#shared/template/template-names.ts';
import { runs } from '../../../support/runs.ts';
import { templateScope } from '../../../support/template-scope.ts';

/** The names of a template, those that are asked for in brackets. */
const told = (source: string) =>
  templateNames(source)
    .map(({ name, asked }) => (asked ? `(${name})` : name))
    .join(' ');

describe('the names of a template', () => {
  it.each([
    ['{{x}}', 'x'],
    ['{{upper x}}', 'x'],
    ['{{default x y}}', '(x) y'],
    ['{{upper (default x "none")}}', '(x)'],
    ['{{and x y}} {{or x y}} {{not x}}', '(x) (y) (x) (y) (x)'],
    ['{{eq x y}}', 'x y'],
    ['{{sort x descending=y}}', 'x y'],
    ['{{#if x}}{{x.y}} {{y}}{{else}}{{x}}{{/if}}', '(x) (x) y x'],
    ['{{#if x.y}}{{x.z}}{{/if}}{{x}}', '(x) (x) x'],
    ['{{#unless x}}{{x}}{{else}}{{x}}{{/unless}}', '(x) x (x)'],
    ['{{#if x}}a{{else if y}}{{x}} {{y}}{{else}}{{y}}{{/if}}', '(x) (y) x (y) y'],
    ['{{#if (and x y)}}{{x}}{{y}}{{else}}{{x}}{{/if}}', '(x) (y) (x) (y) x'],
    ['{{#if (or x y)}}{{x}}{{else}}{{y}}{{/if}}', '(x) (y) x y'],
    ['{{#if (not x)}}{{x}}{{else}}{{x}}{{/if}}', '(x) x (x)'],
    ['{{#if (not (or x y))}}{{x}}{{else}}{{y}}{{/if}}', '(x) (y) x y'],
    ['{{#if (or (not x) (not y))}}{{x}}{{else}}{{x}}{{y}}{{/if}}', '(x) (y) x (x) (y)'],
    ['{{#if (eq x "a")}}{{x}}{{/if}}', 'x x'],
    ['{{#each x}}{{../x}}{{../y}}{{else}}{{x}}{{/each}}', 'x (x) y x'],
    ['{{#with x}}{{@root.x}}{{/with}}', 'x (x)'],
    ['{{#each list as |x|}}{{#if x}}{{@root.x}}{{/if}}{{/each}}', 'list x'],
    ['{{#if x includeZero=y}}{{/if}}', '(x) y'],
    ['{{#if x}}{{y', '(x) (y)'],
  ])('that are asked for in %j', (source, names) => {
    expect(told(source)).toBe(names);
  });

  it('are asked for wherever the engine takes an unset one without a word', () => {
    fc.assert(
      fc.property(anyTemplate, anyVariables, (source, variables) => {
        const rendered = renderTemplate(source, 'text', templateScope(variables));
        if (!rendered.ok) return;
        const places = new Map(
          templateNames(source).map(({ start, asked }) => {
            const { line, column } = sourcePosition(source, start);
            return [`${String(line)}:${String(column)}`, asked];
          }),
        );
        for (const { code, name, line, column } of rendered.value.warnings)
          if (code === 'unknown-variable' && !Object.hasOwn(variables, name))
            // Inside a block a name may be one of the item, and then it is no name of the template.
            expect([name, places.get(`${String(line)}:${String(column)}`) ?? false]).toEqual([name, false]);
      }),
      { numRuns: runs(500) },
    );
  });
});

const anyName = fc.constantFrom('a', 'b', 'c');

const { body: anyTemplate } = fc.letrec<{ condition: string; body: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyName,
    fc
      .tuple(fc.constantFrom('and', 'or'), tie('condition'), tie('condition'))
      .map((all) => `(${all.join(' ')})`),
    tie('condition').map((inner) => `(not ${inner})`),
    anyName.map((name) => `(eq ${name} 1)`),
    anyName.map((name) => `(default ${name} 0)`),
  ),
  body: fc
    .array(
      fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        anyName.map((name) => `{{${name}}}\n`),
        anyName.map((name) => `{{@root.${name}}}`),
        tie('condition').map((inner) => `{{upper ${inner}}}`),
        fc
          .tuple(fc.constantFrom('if', 'unless'), tie('condition'), tie('body'), tie('body'))
          .map(([block, asked, yes, no]) => `{{#${block} ${asked}}}${yes}{{else}}${no}{{/${block}}}`),
        fc
          .tuple(fc.constantFrom('each', 'with'), anyName, tie('body'), tie('body'))
          .map(([block, over, yes, no]) => `{{#${block} ${over}}}${yes}{{../a}}{{else}}${no}{{/${block}}}`),
      ),
      { maxLength: 3 },
    )
    .map((parts) => parts.join(' ')),
}));

const anyVariables = fc.dictionary(anyName, fc.constantFrom(0, 1, '', 'text', null, [], [1], { a: 1 }));
