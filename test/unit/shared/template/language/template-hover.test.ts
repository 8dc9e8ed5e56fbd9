// What a word of a template is told to be, and which call a place is in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helperCallAt } from '#shared/template/language/helper-call-at.ts';
import { nameAt } from '#shared/template/language/name-at.ts';
import { tagPairAt } from '#shared/template/language/block-tags.ts';
import { templateHover } from '#shared/template/language/template-hover.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { orderKnowledge } from '../../../../support/any-knowledge.ts';
import { anyBlockTemplate, anyTemplateSoup } from '../../../../support/any-template.ts';
import { runs } from '../../../../support/runs.ts';

const values: ValueObject = {
  order: { status: 'success', body: { id: 42, lines: [{ sku: 'A-1' }] } },
  api_key: 'never told',
};

function unmarked(marked: string): readonly [source: string, offset: number] {
  return [marked.replace('¦', ''), marked.indexOf('¦')];
}

function hover(marked: string) {
  const [source, offset] = unmarked(marked);
  const found = templateHover(source, offset, orderKnowledge, values);
  return found && { ...found, over: source.slice(found.start, found.end) };
}

describe('the hover', () => {
  it('tells of each part of a path what it is, where it is set, and its last value', () => {
    expect(hover('{{order.body.¦id}}')).toMatchObject({
      over: 'order.body.id',
      title: 'order.body.id',
      lines: ['number · 42', 'Set by Get order.'],
      value: '42',
      setBy: [{ nodeId: 'nd_order', nodeName: 'Get order' }],
    });
    expect(hover('{{or¦der.body.id}}')).toMatchObject({
      over: 'order',
      lines: ['object', 'Set by Get order.'],
    });
    expect(hover('{{order.bo¦dy.lines.0}}')?.value).toBe(
      '{\n  "id": 42,\n  "lines": [\n    {\n      "sku": "A-1"\n    }\n  ]\n}',
    );
    expect(hover('{{#each order.body.lines}}{{sk¦u}}{{/each}}')).toMatchObject({
      lines: ['text · "A-1"'],
      value: null,
    });
    expect(hover('{{#each order.body.lines}}{{@root.ord¦er.status}}{{/each}}')?.lines).toEqual([
      'object',
      'Set by Get order.',
    ]);
    expect(hover('{{#each x}}{{@in¦dex}}{{/each}}')?.lines).toEqual(['The number of the round, from 0.']);
    expect(hover('{{@toda¦y}}')?.lines).toEqual(['text', 'The date, in UTC.']);
  });

  it('never tells a secret', () => {
    const told = hover('{{api_¦key}}');
    expect(told?.lines).toEqual([
      'A secret of the active environment.',
      'A secret: its value is never shown.',
    ]);
    expect(told?.value).toBeNull();
    expect(JSON.stringify(told)).not.toContain('never told');
  });

  it('explains helpers with their examples, and blocks', () => {
    const helper = hover('{{upp¦er order.status}}');
    expect(helper).toMatchObject({ over: 'upper', title: 'upper text' });
    expect(helper?.lines).toContain('{{upper code}} gives AB-1');
    expect(hover('{{#ea¦ch x}}{{/each}}')?.title).toBe('#each list [as |item index|]');
    expect(hover('{{/ea¦ch}}')?.title).toBe('#each list [as |item index|]');
  });

  it('is silent about text, braces, literals and what nobody knows', () => {
    for (const marked of [
      'a¦b',
      '{¦{order}}',
      '{{add 1¦ 2}}',
      '{{nob¦ody}}',
      '{{! ord¦er }}',
      '{{#shout¦ x}}',
    ])
      expect([marked, hover(marked)]).toEqual([marked, null]);
  });

  it('cuts a long value', () => {
    const long = { order: { body: Array.from({ length: 40 }, (_, at) => at) } };
    const shown = templateHover('{{order.body}}', 9, orderKnowledge, long)?.value ?? '';
    expect(shown.split('\n')).toHaveLength(12);
    expect(shown.endsWith(' …')).toBe(true);
  });
});

describe('the call around a place', () => {
  it.each([
    ['{{replace ¦}}', 'replace', 0],
    ['{{replace a¦}}', 'replace', 0],
    ['{{replace a ¦}}', 'replace', 1],
    ['{{replace a "x y" ¦', 'replace', 2],
    ['{{replace (upper a) ¦}}', 'replace', 1],
    ['{{replace (upper ¦) "b"}}', 'upper', 0],
    ['{{replace (upper a) "b" (lower ¦', 'lower', 0],
    ['{{and a b c d ¦}}', 'and', 2],
    ['{{#if (eq a ¦)}}', 'eq', 1],
  ])('in %s', (marked, name, active) => {
    const call = helperCallAt(...unmarked(marked));
    expect([call?.helper.name, call?.active]).toEqual([name, active]);
  });

  it('is none at the name itself, and in a plain variable', () => {
    for (const marked of ['{{replace¦ a}}', '{{na¦me}}', 'a ¦', '{{#if ¦}}', '{{nobody ¦}}'])
      expect([marked, helperCallAt(...unmarked(marked))]).toEqual([marked, null]);
  });

  it('knows where the parameters stand in the signature', () => {
    const call = helperCallAt(...unmarked('{{substring ¦}}'));
    const written = call?.parameters.map(([start, end]) => call.signature.slice(start, end));
    expect(written).toEqual(['text', 'start', '[end]']);
  });
});

describe('the tags that belong together', () => {
  const pair = (marked: string) => {
    const [source, offset] = unmarked(marked);
    return tagPairAt(source, offset)?.map(({ start, end }) => source.slice(start, end)) ?? null;
  };

  it('are opening, else and closing of one block', () => {
    expect(pair('{{#if ¦a}}{{#if b}}x{{/if}}{{else if c}}{{/if}}')).toEqual([
      '{{#if a}}',
      '{{else if c}}',
      '{{/if}}',
    ]);
    expect(pair('{{#if a}}{{#if b}}x{{/i¦f}}{{/if}}')).toEqual(['{{#if b}}', '{{/if}}']);
    expect(pair('{{#each a}}{{^¦}}{{/each}}')).toEqual(['{{#each a}}', '{{^}}', '{{/each}}']);
  });

  it('are the opening alone where nothing closes it, and none elsewhere', () => {
    expect(pair('{{#if ¦a}}')).toEqual(['{{#if a}}']);
    expect(pair('{{#if a}}x{{n¦ame}}{{/if}}')).toBeNull();
    expect(pair('{{/i¦f}}')).toBeNull();
  });
});

describe('any place of any text', () => {
  it('can be asked everything', () => {
    fc.assert(
      fc.property(fc.oneof(anyTemplateSoup, anyBlockTemplate), fc.nat(), (source, random) => {
        const offset = random % (source.length + 1);
        const found = templateHover(source, offset, orderKnowledge, values);
        if (found !== null) expect(found.start <= offset && offset <= found.end).toBe(true);
        const call = helperCallAt(source, offset);
        if (call !== null) expect(call.active).toBeGreaterThanOrEqual(0);
        const name = nameAt(source, offset);
        if (name !== null) expect(name.start <= offset && offset <= name.end).toBe(true);
        tagPairAt(source, offset);
      }),
      { numRuns: runs(200) },
    );
  });
});
