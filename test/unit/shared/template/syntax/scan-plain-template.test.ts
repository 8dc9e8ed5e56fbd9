// The quick scanner must never see a template in another way than the parser does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate } from '#shared/template/syntax/parse-template.ts';
import { scanPlainTemplate } from '#shared/template/syntax/scan-plain-template.ts';
import { anyPlainTemplate, anyTemplateSoup } from '../../../../support/any-template.ts';
import { runs } from '../../../../support/runs.ts';

describe('the scanner for plain templates', () => {
  it.each([
    '',
    'Hello',
    'a } b }} c }}} {',
    '{{x}}',
    'Hi {{ user.first_name }}, it is {{@today}}.',
    '{"price":{{price}}}',
    '{"a":{"b":{{x}}}}',
    '{{items.0.1}} {{a-b.$c}}',
    '{{\n x\n}}',
    '{{order.lines.[0].sku}}{{h.[content-type]}}{{x.[this]}}{{x.[}}{{]}}',
  ])('reads %j itself, and as the parser does', (source) => {
    expect(scanPlainTemplate(source)).toEqual(parseTemplate(source));
  });

  it.each([
    '{{{x}}}',
    '{{&x}}',
    '{{~x}}',
    '{{x~}}',
    '{{#if x}}{{/if}}',
    '{{! note }}',
    '{{upper x}}',
    '\\{{x}}',
    '\\\\{{x}}',
    '{{this}}',
    '{{a.this}}',
    '{{true}}',
    '{{else}}',
    '{{else-if}}',
    '{{../x}}',
    '{{a.[]}}',
    '{{[a]}}',
    '{{a.[b\\]c]}}',
    '{{größe}}',
    '{{x',
    '{{}}',
    '{{x}',
  ])('leaves %j to the parser', (source) => {
    expect(scanPlainTemplate(source)).toBeNull();
  });

  it('agrees with the parser on 100,000 random templates', () => {
    fc.assert(
      fc.property(fc.oneof(anyPlainTemplate, anyTemplateSoup), (source) => {
        const scanned = scanPlainTemplate(source);
        if (scanned !== null) expect(JSON.stringify(scanned)).toBe(JSON.stringify(parseTemplate(source)));
      }),
      { numRuns: runs(100_000) },
    );
  }, 120_000);

  it('takes nearly every template of text and plain names', () => {
    const templates = fc.sample(anyPlainTemplate, 2000);
    const taken = templates.filter((source) => scanPlainTemplate(source) !== null);
    expect(taken.length).toBeGreaterThan(1800);
  });
});
