// Where the syntax is Handlebars', the official Handlebars says what random templates give.
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import { anyBlockTemplate } from '../../../support/any-template.ts';
import { runs } from '../../../support/runs.ts';

/** Values that both print alike: no numbers side by side, which Handlebars would add, and no lists as text. */
const variables: ValueObject = {
  t: 'text',
  u: '<"u">',
  nil: null,
  none: [],
  o: { k: 'key', t: 'inner', list: ['p'] },
  list: [
    { t: 'one', list: ['x'] },
    { k: 'two', o: { k: 'deep' } },
  ],
};

describe('templates and the official Handlebars', () => {
  it('give the same text for blocks, else chains, white-space control, comments and escapes', () => {
    fc.assert(
      fc.property(anyBlockTemplate, (source) => {
        expect([source, rendered(source, variables)]).toEqual([source, official(source, variables)]);
      }),
      { numRuns: runs(150) },
    );
  });

  it.each([
    '{{#with o}}{{#each list}}{{#each ../list}}{{#each ../list}}<{{this}}>{{/each}}{{/each}}{{/each}}{{/with}}',
    '{{#with t}}{{#with this}}{{../u}}{{/with}}{{/with}}',
  ])('open no level where the item is the text around it: %s', (source) => {
    expect(rendered(source, variables)).toBe(official(source, variables));
  });

  it('leave the parser of the module as it is', () => {
    rendered('{"a":{{x}}} {{items.0}}', {});
    expect(() => Handlebars.parse('{"a":{{x}}}')).toThrow('Parse error');
    expect(() => Handlebars.parse('{{items.0}}')).toThrow('Parse error');
  });
});

function rendered(source: string, values: ValueObject): string {
  const result = renderTemplate(source, 'text', { variables: values, system: { now: '', uuid: () => '' } });
  return result.ok ? result.value.text : result.failure.message;
}

function official(source: string, values: { readonly [key: string]: Value }): string {
  return Handlebars.compile(source, { noEscape: true })(values);
}
