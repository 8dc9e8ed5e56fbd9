// The tree that templates become, with its places, which every message and mark points to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '#shared/template/syntax/parse-template.ts';
import type { Operand, TreeNode } from '#shared/template/syntax/template-tree.ts';
import { TemplateStop } from '#shared/template/template-problem.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { anyBlockTemplate, anyTemplateSoup } from '../../../../support/any-template.ts';
import { runs } from '../../../../support/runs.ts';

describe('the tree of a template', () => {
  it('holds text, expressions and blocks with their places', () => {
    expect(parseTemplate('a {{b.c}}\n{{{d}}}')).toEqual([
      { kind: 'text', text: 'a ', start: 0, end: 2 },
      { kind: 'expression', operand: path('b.c', 4, 7, { parts: ['b', 'c'] }), raw: false, start: 2, end: 9 },
      { kind: 'text', text: '\n', start: 9, end: 10 },
      { kind: 'expression', operand: path('d', 13, 14), raw: true, start: 10, end: 17 },
    ]);
  });

  it('keeps the digits of numbers and the escapes of texts', () => {
    expect(literalsOf('{{f 1.10 -0 007 12345678901234567890 5 "a\\"b" \'c"\' true null undefined}}')).toEqual(
      [
        new ExactNumber('1.10'),
        new ExactNumber('-0'),
        7,
        new ExactNumber('12345678901234567890'),
        5,
        'a"b',
        'c"',
        true,
        null,
        null,
      ],
    );
  });

  it('has calls inside calls, and options', () => {
    const [node] = parseTemplate('{{f (g x y=1) z=(h 2)}}');
    expect(node).toMatchObject({
      operand: {
        kind: 'call',
        name: 'f',
        params: [
          {
            kind: 'call',
            name: 'g',
            params: [{ name: 'x' }],
            options: [{ name: 'y', operand: { value: 1 } }],
          },
        ],
        options: [{ name: 'z', operand: { kind: 'call', name: 'h', params: [{ value: 2 }] } }],
      },
    });
  });

  it.each([
    ['{{../../a}}', { depth: 2, parts: ['a'], scoped: false }],
    ['{{this}}', { depth: 0, parts: [], scoped: true }],
    ['{{./a}}', { depth: 0, parts: ['a'], scoped: true }],
    ['{{../this.a}}', { depth: 1, parts: ['a'], scoped: true }],
    ['{{[this].a}}', { parts: ['this', 'a'], scoped: false }],
    ['{{@../index}}', { data: true, depth: 1, parts: ['index'] }],
    ['{{a.[b c].[0]}}', { parts: ['a', 'b c', '0'], name: 'a.b c.0' }],
    ['{{"a b"}}', { parts: ['a b'], name: 'a b' }],
    ['{{1.5}}', { parts: ['1.5'], name: '1.5' }],
    ['{{größe}}', { parts: ['größe'] }],
  ])('%s is a path', (source, expected) => {
    expect(parseTemplate(source)).toMatchObject([{ operand: { kind: 'path', ...expected } }]);
  });

  it('has else chains as blocks inside the other branch', () => {
    expect(parseTemplate('{{#if a}}1{{else each b as |x i|}}2{{else}}3{{/if}}')).toMatchObject([
      {
        kind: 'block',
        name: 'if',
        start: 0,
        end: 9,
        body: [{ text: '1' }],
        otherwise: [
          {
            kind: 'block',
            name: 'each',
            locals: ['x', 'i'],
            start: 10,
            end: 34,
            body: [{ text: '2' }],
            otherwise: [{ text: '3' }],
          },
        ],
      },
    ]);
  });

  it('turns an inverse block round', () => {
    expect(parseTemplate('{{^each a}}1{{else}}2{{/each}}')).toMatchObject([
      { name: 'each', body: [{ text: '2' }], otherwise: [{ text: '1' }] },
    ]);
  });

  it.each([
    ['{{#if a}}', 0, 9],
    ['{{#if "}}"}}', 0, 12],
    ['{{#if a b="}}" }}', 0, 17],
  ])('knows where the tag of %s ends', (tag, start, end) => {
    expect(parseTemplate(`${tag}x{{/if}}`)).toMatchObject([{ start, end }]);
  });

  it('has places that hold what they name, in every template', () => {
    fc.assert(
      fc.property(fc.oneof(anyBlockTemplate, anyTemplateSoup), (source) => {
        for (const operand of operandsOf(parsed(source))) {
          const written = source.slice(operand.start, operand.end);
          if (operand.kind === 'path') expect(bare(written)).toBe(bare(operand.name));
          else expect(written).not.toBe('');
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('is told to nobody where the reader of tokens stops it', () => {
    const stop = new TemplateStop({ code: 'template-time-limit', offset: 0 });
    expect(() =>
      parseTemplate('{{#if a}}{{/if}}', () => {
        throw stop;
      }),
    ).toThrow(stop);
  });
});

function path(name: string, start: number, end: number, more: object = {}): object {
  return { kind: 'path', data: false, depth: 0, scoped: false, parts: [name], name, start, end, ...more };
}

function literalsOf(source: string): readonly unknown[] {
  const [node] = parseTemplate(source);
  if (node?.kind !== 'expression' || node.operand.kind !== 'call') return [];
  return node.operand.params.map((param) => (param.kind === 'literal' ? param.value : param));
}

function parsed(source: string): readonly TreeNode[] {
  try {
    return parseTemplate(source);
  } catch (stop) {
    expect(stop).toBeInstanceOf(TemplateStop);
    return [];
  }
}

function operandsOf(nodes: readonly TreeNode[]): readonly Operand[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [];
    if (node.kind === 'expression') return withInner(node.operand);
    return [...node.params.flatMap(withInner), ...operandsOf(node.body), ...operandsOf(node.otherwise)];
  });
}

function withInner(operand: Operand): readonly Operand[] {
  return operand.kind === 'call' ? [operand, ...operand.params.flatMap(withInner)] : [operand];
}

/** Brackets, quotes and white space are how a path is written and no part of its name. */
function bare(text: string): string {
  return text.replace(/[[\]"'\\\s]/g, '');
}
