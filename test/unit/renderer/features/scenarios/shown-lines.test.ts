// Both sides of an expectation as they are read: texts by their lines, JSON by its parts, every digit as it is.
import { expect, test } from 'vitest';
import { snapshotTitle } from '#shared/scenario/judge-conversation.ts';
import { shownLines } from '../../../../../renderer/features/scenarios/results/shown-lines.ts';

const lines = (expected: string, actual: string) =>
  shownLines({ at: 0, title: 'x', passed: false, expected, actual, seq: null }, null, undefined);

test('texts lose their quotes, and lines are lines', () => {
  expect(lines('"a\\nb"', '"a"')).toEqual({ expected: ['a', 'b'], actual: ['a'] });
});

test('a text and a number stay apart', () => {
  expect(lines('"5"', '5')).toEqual({ expected: ['"5"'], actual: ['5'] });
});

test('each part of an object has a line', () => {
  expect(lines('{"a":1}', '{"a":2}')).toEqual({
    expected: ['{', '  "a": 1', '}'],
    actual: ['{', '  "a": 2', '}'],
  });
});

test('digits that would be lost are left as they are written', () => {
  const exact = '{"a":12345678901234567890}';
  expect(lines(exact, exact)).toEqual({ expected: [exact], actual: [exact] });
});

test('words that are no JSON are shown as words', () => {
  expect(lines('contains "a"', 'nothing')).toEqual({ expected: ['contains "a"'], actual: ['nothing'] });
});

test('a conversation is shown line by line, by who says it', () => {
  const shown = shownLines(
    { at: null, title: snapshotTitle, passed: false, expected: '', actual: '', seq: null },
    [{ who: 'bot', text: 'Hello\nthere' }],
    { snapshot: [{ who: 'person', text: 'Hi' }] },
  );
  expect(shown).toEqual({ expected: ['You: Hi'], actual: ['Bot: Hello', 'there'] });
});
