// A field colours the parts of its text while it is typed, so the parts must always add up to it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '#shared/template/syntax/parse-template.ts';
import type { TreeNode } from '#shared/template/syntax/template-tree.ts';
import { templateParts } from '#shared/template/template-parts.ts';
import { anyBlockTemplate, anyPlainTemplate, anyTemplateSoup } from '../../../support/any-template.ts';
import { runs } from '../../../support/runs.ts';

const mark = { text: 't', expression: 'e', block: 'b', comment: 'c' } as const;

describe('the parts of a template', () => {
  it.each([
    ['', []],
    ['Hello', ['t:Hello']],
    ['Hi {{name}}!', ['t:Hi ', 'e:{{name}}', 't:!']],
    ['{"p":{{x}}}', ['t:{"p":', 'e:{{x}}', 't:}']],
    ['{{{x}}}}', ['e:{{{x}}}', 't:}']],
    ['{{~{x}~}} b', ['e:{{~{x}~}}', 't: b']],
    ['{{#if a}}x{{else}}y{{/if}}', ['b:{{#if a}}', 't:x', 'b:{{else}}', 't:y', 'b:{{/if}}']],
    ['{{^}}{{^if a}}{{> p}}{{elsewhere}}', ['b:{{^}}', 'b:{{^if a}}', 'b:{{> p}}', 'e:{{elsewhere}}']],
    ['a{{! {x} }}b', ['t:a', 'c:{{! {x} }}', 't:b']],
    ['{{!-- {{x}} --}}b', ['c:{{!-- {{x}} --}}', 't:b']],
    ['{{default x "}}"}}b', ['e:{{default x "}}"}}', 't:b']],
    ['{{[a}}b]}}c', ['e:{{[a}}b]}}', 't:c']],
    ['\\{{x}} {{y}}', ['t:\\{{x}} ', 'e:{{y}}']],
    ['\\\\{{x}}', ['t:\\\\', 'e:{{x}}']],
    ['\\{{{x}}}{{y}}', ['t:\\{{{x}}}', 'e:{{y}}']],
    ['{{a}}\\{{b}}', ['e:{{a}}', 't:\\{{b}}']],
    ['{{na', ['e:{{na']],
    ['{{a {{b}}', ['e:{{a ', 'e:{{b}}']],
    ['{{x "never closed}} y', ['e:{{x "never closed}}', 't: y']],
    ['{{#if a', ['b:{{#if a']],
    ['{{!-- a', ['c:{{!-- a']],
  ])('of %j', (source, parts) => {
    expect(templateParts(source).map(({ kind, text }) => `${mark[kind]}:${text}`)).toEqual(parts);
  });

  it('put together are the source, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyTemplateSoup, fc.string({ unit: 'binary' })), (source) => {
        const parts = templateParts(source);
        expect(parts.map((part) => part.text).join('')).toBe(source);
        let at = 0;
        for (const { start, end, text } of parts) {
          expect([start, source.slice(start, end)]).toEqual([at, text]);
          at = end;
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('are the tags that the parser finds, where the template can be read', () => {
    fc.assert(
      fc.property(fc.oneof(anyBlockTemplate, anyPlainTemplate), (source) => {
        const nodes = readable(source);
        fc.pre(nodes !== null);
        const tags = templateParts(source).filter(
          ({ kind, text }) => kind === 'expression' || /^\{\{~?[#^]\w/.test(text),
        );
        expect(tags.map(({ start, end }) => [start, end])).toEqual(tagsOf(nodes, source));
      }),
      { numRuns: runs(1000) },
    );
  });
});

function readable(source: string): readonly TreeNode[] | null {
  try {
    return parseTemplate(source);
  } catch {
    return null;
  }
}

/** Expressions and opening tags in the order of the source; `else if` is an opening tag for the parser only. */
function tagsOf(nodes: readonly TreeNode[], source: string): readonly (readonly [number, number])[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [];
    if (node.kind === 'expression') return [[node.start, node.end] as const];
    const inner = [...tagsOf(node.body, source), ...tagsOf(node.otherwise, source)];
    return source.startsWith('{{else', node.start) ? inner : [[node.start, node.end] as const, ...inner];
  });
}
