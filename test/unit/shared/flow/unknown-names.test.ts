// Names that nothing sets: each field speaks of its own templates only.
import { describe, expect, test } from 'vitest';
import { checkNames } from '#shared/flow/unknown-names.ts';

const known = new Set(['order', 'region']);

describe('the names of a field', () => {
  test.each([
    ['text without expressions', ['/orders']],
    ['names that are set', ['/orders/{{order.body.id}}', '{{region}}']],
    ['names of the run and the environment', ['{{@run.id}} {{@env.region}} {{@now}}']],
  ])('are fine with %s', (_words, templates) => {
    expect(checkNames(templates, known)).toEqual({ unknownNames: new Set(), error: undefined });
  });

  test('are told where nothing sets one', () => {
    const { unknownNames, error } = checkNames(['/users/{{user_id}}'], known);
    expect(unknownNames).toEqual(new Set(['user_id']));
    expect(error).toBe('Nothing sets user_id: no node of this flow, and no value of the active environment.');
  });

  test('are counted where there are more', () => {
    expect(checkNames(['{{a}}{{order}}', '{{b}}{{a}}{{c}}'], known).error).toContain(
      'Nothing sets a (and 2 more)',
    );
  });
});
