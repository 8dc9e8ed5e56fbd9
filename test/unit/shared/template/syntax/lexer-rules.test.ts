// The lexer's rules are Handlebars' own, tried in a quicker way; both must agree on everything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handlebarsParser } from '#shared/template/syntax/handlebars.ts';
import { lexerRules, rulesInsideTag } from '#shared/template/syntax/lexer-rules.ts';
import { anyTemplateSoup } from '../../../../support/any-template.ts';
import { runs } from '../../../../support/runs.ts';

const inTag = handlebarsParser.lexer.conditions['mu']?.rules ?? [];

describe('the rules of the lexer inside a tag', () => {
  it('leave out none that matches', () => {
    fc.assert(
      fc.property(fc.oneof(anyTemplateSoup, fc.string({ unit: 'binary' })), (text) => {
        const left = new Set(rulesInsideTag(text.charAt(0)));
        const matching = inTag.filter((rule) => lexerRules[rule]?.test(text) === true);
        expect(matching.filter((rule) => !left.has(rule))).toEqual([]);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('are tried in Handlebars’ own order, few at a time', () => {
    for (const character of 'aZ09_{}~"\'@.=/()|[ \n#é😀-') {
      const rules = rulesInsideTag(character);
      expect(rules).toEqual([...rules].sort((a, b) => a - b));
      expect(rules.length).toBeLessThanOrEqual(20);
    }
  });

  it('are Handlebars’ own, but for NUL in literal text', () => {
    const changed = handlebarsParser.lexer.rules.flatMap((rule, index) =>
      rule === lexerRules[index] ? [] : [index],
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const index of changed) expect(handlebarsParser.lexer.rules[index]?.source).toContain('[^\\x00]');
  });
});
