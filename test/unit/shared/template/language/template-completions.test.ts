// What is offered where: the list that a person sees while writing an expression, and what choosing from it writes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helpers } from '#shared/template/helpers/helper-registry.ts';
import { templateCompletions } from '#shared/template/language/template-completions.ts';
import type { TemplateCompletion } from '#shared/template/language/template-completion.ts';
import { renderTemplate } from '#shared/template/render-template.ts';
import { orderKnowledge } from '../../../../support/any-knowledge.ts';
import { anyBlockTemplate, anyTemplateSoup } from '../../../../support/any-template.ts';
import { templateScope } from '../../../../support/template-scope.ts';
import { runs } from '../../../../support/runs.ts';

/** The offer at the bar of a template. */
function at(marked: string) {
  const offset = marked.indexOf('¦');
  const source = marked.replace('¦', '');
  const offer = templateCompletions(source, offset, orderKnowledge);
  const labels = offer?.items.map(({ label }) => label) ?? [];
  const chosen = (label: string, kind?: TemplateCompletion['kind']) => {
    const item = offer?.items.find((each) => each.label === label && (kind ?? each.kind) === each.kind);
    if (offer === null || item === undefined) throw new Error(`${label} is not offered in ${marked}`);
    return source.slice(0, offer.start) + item.insert + source.slice(item.end ?? offer.end);
  };
  return { offer, labels, chosen };
}

const helperNames = helpers.map(({ name }) => name);
const blockNames = ['#if', '#unless', '#each', '#with'];

describe('the names offered', () => {
  it('are those of the flow in their order, then helpers and blocks, where an expression begins', () => {
    const names = ['order', 'answer', 'shop_host', 'api_key', '@today', '@env'];
    expect(at('Hi {{¦}}').labels).toEqual([...names, ...helperNames, ...blockNames]);
    expect(at('Hi {{ ord¦').labels.slice(0, 6)).toEqual(names);
  });

  it('tell what is known of them, and nothing of a secret', () => {
    const items = at('{{¦}}').offer?.items ?? [];
    const told = items.slice(0, 5).map(({ kind, detail, documentation }) => [kind, detail, documentation]);
    expect(told).toEqual([
      ['variable', 'object', 'Set by Get order.'],
      ['variable', 'text · "yes"', 'Set by Ask. May be unset here.'],
      ['environment', 'text · "shop.example"', 'A value of the active environment.'],
      ['secret', 'secret', 'A secret of the active environment.'],
      ['system', 'text', 'The date, in UTC.'],
    ]);
  });

  it('are the keys of what stands before a dot, with what was seen of them', () => {
    expect(at('{{order.¦}}').labels).toEqual(['status', 'body']);
    expect(at('{{order.body.¦}}').labels).toEqual(['id', 'lines']);
    expect(at('{{order.body.lines.¦}}').labels).toEqual(['0', 'length']);
    expect(at('{{upper order.body.lines.0.¦}}').labels).toEqual(['sku', 'odd key', 'note', 'a]b\\c']);
    expect(at('{{order.body.lines.[3].n¦}}').offer?.items.at(2)).toMatchObject({
      label: 'note',
      detail: 'text · "gift" · missing in 2 of 5',
    });
    expect(at('{{@env.¦}}').labels).toEqual(['shop_host']);
    expect(at('{{@root.¦}}').labels).toEqual(['order', 'answer']);
    expect(at('{{nobody.¦}}').labels).toEqual([]);
  });

  it('replace the key that the place is in, and no other', () => {
    expect(at('{{order.bo¦.id}}').chosen('status')).toBe('{{order.status.id}}');
    expect(at('{{ord¦er.body}}').chosen('answer')).toBe('{{answer}}');
    expect(at('{{order.body.lines.0.¦}}').chosen('odd key')).toBe('{{order.body.lines.0.[odd key]}}');
    expect(at('{{order.body.lines.0.[od¦d]}}').chosen('odd key')).toBe('{{order.body.lines.0.[odd key]}}');
    expect(at('{{order.body.lines.0.¦}}').chosen('a]b\\c')).toBe('{{order.body.lines.0.[a\\]b\\\\c]}}');
    expect(at('{{order.body.lines.0.[a\\]b\\\\c].¦}}').labels).toEqual(['deep']);
  });

  it('belong to the item inside a loop, with ways out of it', () => {
    const inside = '{{#each order.body.lines as |line|}}{{¦}}{{/each}}';
    expect(at(inside).labels.slice(0, 13)).toEqual([
      'else',
      'line',
      'sku',
      'odd key',
      'note',
      'a]b\\c',
      'this',
      '@index',
      '@key',
      '@first',
      '@last',
      'order',
      'answer',
    ]);
    expect(at(inside).chosen('order')).toContain('{{@root.order}}');
    expect(at(inside).chosen('odd key')).toContain('{{[odd key]}}');
    expect(at('{{#each order.body.lines}}{{../¦}}{{/each}}').labels.slice(0, 2)).toEqual(['order', 'answer']);
    expect(at('{{#each order.body.lines}}{{this.¦}}{{/each}}').labels).toEqual([
      'sku',
      'odd key',
      'note',
      'a]b\\c',
    ]);
    expect(at('{{#each order.body.lines}}{{else}}{{¦}}{{/each}}').labels).not.toContain('sku');
    expect(at('{{#with order.body}}{{#each lines as |line|}}{{line.¦').labels[0]).toBe('sku');
    expect(at('{{#each order.body.lines}}{{/each}}{{¦}}').labels[0]).toBe('order');
  });
});

describe('the words offered', () => {
  it('are helpers with places for their values, in brackets where they are a value themselves', () => {
    expect(at('{{def¦}}').chosen('default')).toBe('{{default ${1:value} ${2:fallback}}}');
    expect(at('{{upper ¦}}').chosen('trim')).toBe('{{upper (trim ${1:text})}}');
    expect(at('{{upper (¦)}}').labels).toEqual(helperNames);
    expect(at('{{up¦ name}}').chosen('lower')).toBe('{{lower name}}');
  });

  it('are blocks with their closing, whether or not the braces are closed yet', () => {
    expect(at('{{¦}}').chosen('#each')).toBe('{{#each ${1:list}}}$0{{/each}}');
    expect(at('{{#¦').chosen('if')).toBe('{{#if ${1:value}}}$0{{/if}}');
    expect(at('a {{#i¦}} b').chosen('if')).toBe('a {{#if ${1:value}}}$0{{/if}} b');
    expect(at('{{#i¦ order}}').chosen('unless')).toBe('{{#unless order}}');
  });

  it('close and divide the blocks that are open', () => {
    expect(at('{{#if a}}{{#each b}}{{/¦}}').labels).toEqual(['each', 'if']);
    expect(at('{{#if a}}{{#each b}}{{/each}}{{/¦').chosen('if')).toBe('{{#if a}}{{#each b}}{{/each}}{{/if}}');
    expect(at('{{#if a}}{{el¦}}').labels[0]).toBe('else');
    expect(at('{{el¦}}').labels).not.toContain('else');
    expect(at('{{#if a}}{{else ¦}}{{/if}}').chosen('unless')).toBe(
      '{{#if a}}{{else unless ${1:value}}}{{/if}}',
    );
  });

  it('are none in text, comments, quoted texts, numbers, partials and behind the braces', () => {
    for (const marked of [
      '¦',
      'Hi ¦',
      '{¦{x}}',
      '{{! ¦ }}',
      '{{upper "a¦"}}',
      '{{add 1¦ 2}}',
      '{{> ¦}}',
      '{{x}¦}',
      '{{x}}¦',
    ]) {
      expect([marked, at(marked).offer]).toEqual([marked, null]);
    }
  });
});

describe('any place of any text', () => {
  it('gets an offer whose range holds the place, and takes every choice that is no snippet', () => {
    fc.assert(
      fc.property(fc.oneof(anyTemplateSoup, anyBlockTemplate), fc.nat(), (source, random) => {
        const offset = random % (source.length + 1);
        const offer = templateCompletions(source, offset, orderKnowledge);
        if (offer === null) return;
        expect(offer.start).toBeLessThanOrEqual(offset);
        expect(offer.end).toBeGreaterThanOrEqual(offset);
        for (const { end } of offer.items) expect(end ?? offer.end).toBeGreaterThanOrEqual(offer.end);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is a template that renders, where a name was chosen alone', () => {
    for (const item of at('{{¦}}').offer?.items ?? []) {
      if (item.isSnippet) continue;
      expect(renderTemplate(`{{${item.insert}}}`, 'text', templateScope({})).ok).toBe(true);
    }
  });
});
