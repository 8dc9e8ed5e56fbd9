// A choice is found by what one sees of it, by its number and by its value.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedText } from '#shared/interpreter/answers/folded-text.ts';
import { readChoice, textOfChoice } from '#shared/interpreter/answers/read-choice.ts';
import type { ShownChoice } from '#shared/run-events/wanted-answer.ts';
import { runs } from '../../../../support/runs.ts';

const choices = (...pairs: readonly (readonly [label: string, value: string])[]): readonly ShownChoice[] =>
  pairs.map(([label, value], at) => ({ id: `choice ${String(at)}`, label, value }));

const delivery = choices(['Express', 'exp'], ['Café Zürich', 'pickup'], ['Standard', '3']);

const picked = (text: string, among = delivery): string => {
  const read = readChoice(text, among);
  return read.ok ? read.value.label : read.failure;
};

describe('a choice', () => {
  test.each([
    ['Express', 'Express'],
    [' EXPRESS ', 'Express'],
    ['cafe  zurich', 'Café Zürich'],
    ['2', 'Café Zürich'],
    ['2.', 'Café Zürich'],
    ['pickup', 'Café Zürich'],
    ['EXP', 'Express'],
  ])('is found by %j', (text, label) => {
    expect(picked(text)).toBe(label);
  });

  test('is found by its number before another is by its value', () => {
    expect(picked('1', choices(['Small', '2'], ['Large', '1']))).toBe('Small');
  });

  test('is found by its label before another is by its number', () => {
    expect(picked('1', choices(['5', 'five'], ['1', 'one']))).toBe('1');
  });

  test.each(['', ' ', '0', '4', '-1', '1.5', 'express delivery', '99999999999'])(
    'is not found by %j',
    (text) => {
      expect(picked(text)).toBe('Please pick one of these: Express, Café Zürich, Standard.');
    },
  );

  test('is asked for by number where there are many', () => {
    const many = choices(...Array.from({ length: 12 }, (_, at) => [`Size ${String(at)}`, ''] as const));
    expect(picked('huge', many)).toBe('Please pick one of the 12 choices, by its name or its number.');
    expect(picked('12', many)).toBe('Size 11');
  });

  const anyChoices = fc
    .uniqueArray(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ maxLength: 8 })), {
      minLength: 1,
      maxLength: 9,
      selector: ([label]) => foldedText(label),
    })
    .map((pairs) => choices(...pairs));

  test('is always found by its own label, and by its number where no label is that number', () => {
    fc.assert(
      fc.property(anyChoices, (list) => {
        for (const [at, choice] of list.entries()) {
          if (foldedText(choice.label) !== '') expect(picked(choice.label, list)).toBe(choice.label);
          const number = String(at + 1);
          if (list.every(({ label }) => foldedText(label) !== number))
            expect(picked(number, list)).toBe(choice.label);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('is found by its own value where nothing one sees is called so', () => {
    fc.assert(
      fc.property(anyChoices, (list) => {
        for (const { value } of list) {
          const word = foldedText(value);
          if (word === '' || /^\d+\.?$/.test(word) || list.some(({ label }) => foldedText(label) === word))
            continue;
          const read = readChoice(value, list);
          expect(read.ok && foldedText(read.value.value)).toBe(word);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('has a text that picks it, also where two are called the same', () => {
    const twins = choices(['Other', 'a'], ['other', 'b']);
    const texts = twins.map((choice) => textOfChoice(choice, twins));
    expect(texts).toEqual(['Other', '2']);
    for (const [at, text] of texts.entries())
      expect(readChoice(text, twins)).toMatchObject({ value: twins[at] });
  });
});
