// What a Set Variables says of a value before any run, and the words that its card has for a change.
import { describe, expect, test } from 'vitest';
import { changeInWords } from '#shared/flow/change-in-words.ts';
import { changeTrouble } from '#shared/flow/change-trouble.ts';
import type { VariableChange } from '#shared/nodes/set-variables-node.ts';

const change = (action: VariableChange['action'], value: string): VariableChange => ({
  variable: 'total',
  action,
  value,
  enabled: true,
});

describe('the value of a change', () => {
  test.each(['', ' ', '2', '-0.5', '{{by}}', '1{{by}}', '12345678901234567890'])(
    'may be %j to increment by',
    (value) => {
      expect(changeTrouble(change('increment', value))).toBeNull();
    },
  );

  test.each(['two', '1,5', '\\{{by}}'])('is told where %j is no number', (value) => {
    expect(changeTrouble(change('increment', value))).toContain('That is no number');
  });

  test.each(['assign', 'append', 'unset'] as const)('may be anything to %s', (action) => {
    expect(changeTrouble(change(action, 'two'))).toBeNull();
  });
});

test.each<[VariableChange['action'], string, string]>([
  ['assign', '{{a}}', 'total = {{a}}'],
  ['assign', '', 'total = ""'],
  ['append', '{{a}}', 'total ← {{a}}'],
  ['increment', '', 'total += 1'],
  ['increment', '{{a}}', 'total += {{a}}'],
  ['unset', '{{a}}', 'unset total'],
])('the change to %s %j is written %j', (action, value, words) => {
  expect(changeInWords(change(action, value))).toBe(words);
});
