// Every helper has examples that are shown to people; they run here.
import { describe, expect, it } from 'vitest';
import { helperSignature } from '#shared/template/helpers/helper.ts';
import { helperNamed, helperNames, helpers } from '#shared/template/helpers/helper-registry.ts';
import { renderTemplate } from '#shared/template/render-template.ts';
import { templateScope } from '../../../../support/template-scope.ts';

const examples = helpers.flatMap((helper) =>
  helper.examples.map((example) => [example.template, example] as const),
);

describe('the registry of helpers', () => {
  it.each(examples)(
    'shows an example that gives what it says: %s',
    (template, { variables = {}, output }) => {
      const rendered = renderTemplate(template, 'text', templateScope(variables));
      expect(rendered).toMatchObject({ ok: true, value: { text: output, warnings: [] } });
    },
  );

  it.each(helpers.map((helper) => [helper.name, helper] as const))(
    'describes %s in a sentence with an example of its use',
    (name, { description, examples: shown, parameters }) => {
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(shown.some((example) => example.template.includes(name))).toBe(true);
      expect(parameters.length).toBeGreaterThan(0);
    },
  );

  it('has every name once, and none of a block', () => {
    expect(new Set(helperNames).size).toBe(helpers.length);
    for (const block of ['if', 'unless', 'each', 'with']) expect(helperNamed(block)).toBeUndefined();
  });

  it('holds what the product documents list', () => {
    const listed =
      'eq ne lt lte gt gte and or not upper lower trim replace split join substring length contains startsWith endsWith ' +
      'padStart add subtract multiply divide round floor ceil first last at range pluck sort unique json formatDate addTime ' +
      'base64 base64Decode urlEncode urlDecode sha256 hmacSha256 lookup default';
    expect(helperNames).toEqual(expect.arrayContaining(listed.split(' ')));
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('knows no helper named %s', (name) => {
    expect(helperNamed(name)).toBeUndefined();
  });

  it.each([
    ['substring', 'substring text start [end]'],
    ['and', 'and value value [value …]'],
    ['formatDate', 'formatDate date pattern [zone=…]'],
  ])('writes how %s is called', (name, signature) => {
    expect(helperSignature(helperNamed(name)!)).toBe(signature);
  });
});
