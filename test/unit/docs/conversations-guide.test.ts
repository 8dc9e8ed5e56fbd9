// The guide to conversations tells what answers become; its table is held against the readers.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAnswer } from '#shared/interpreter/answers/read-answer.ts';
import { answerTypes, answerTypeTitles } from '#shared/nodes/answer-types.ts';

const guide = readFileSync(new URL('../../../docs/guides/conversations.md', import.meta.url), 'utf8');
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the guide to conversations', () => {
  test('has a row for every type of answer, in their order', () => {
    const titles = Object.values(answerTypeTitles);
    expect(rows.map(([title]) => title).filter((title) => titles.includes(title ?? ''))).toEqual(
      answerTypes.map((type) => answerTypeTitles[type]),
    );
  });

  test.each(answerTypes.filter((type) => type !== 'choice'))(
    'tells what becomes of an answer of type %s',
    (type) => {
      const row = rows.find(([title]) => title === answerTypeTitles[type]) ?? [];
      const [, written = '', stored = ''] = /^`(.+)` is stored as `(.+)`$/.exec(row[3] ?? '') ?? [];
      const read = readAnswer(written, { answerType: type });
      expect(read.ok && JSON.stringify(read.value.value)).toBe(stored);
      // Every form that the row names is one that is taken.
      for (const [, form = ''] of (row[1] ?? '').matchAll(/`([^`]{3,})`/g))
        expect(readAnswer(form, { answerType: type })).toMatchObject({ ok: true });
    },
  );

  test('names words that are read as yes and as no', () => {
    const [yes = '', no = ''] = (rows.find(([title]) => title === 'Yes or no')?.[1] ?? '').split('; ');
    for (const word of yes.split(', '))
      expect(readAnswer(word, { answerType: 'yes-no' })).toMatchObject({ value: { value: true } });
    for (const word of no.split(', '))
      expect(readAnswer(word, { answerType: 'yes-no' })).toMatchObject({ value: { value: false } });
  });
});
