// A row of the list shows the line in which something was found, whatever that line is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchContext } from '#shared/find/match-context.ts';

const contextOf = (text: string, found: string) => {
  const start = text.indexOf(found);
  return matchContext(text, { start, end: start + found.length });
};

test('the line is shown, without its indent', () => {
  expect(contextOf('{\n    "id": 4,\n    "b": 2\n}', 'id')).toEqual({
    before: '"',
    found: 'id',
    after: '": 4,',
  });
});

test('what is long is cut before and after', () => {
  const { before, found, after } = contextOf(`${'a'.repeat(80)}X${'b'.repeat(400)}`, 'X');
  expect(before).toBe(`…${'a'.repeat(24)}`);
  expect(found).toBe('X');
  expect(after).toBe(`${'b'.repeat(160)}…`);
});

test('what was found over lines is one line', () => {
  expect(contextOf('say a\n  b now', 'a\n  b')).toEqual({ before: 'say ', found: 'a b', after: ' now' });
});

test('no context has a break or half a character in it, or more than fits a row', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.nat(), fc.nat(40), (text, at, length) => {
      const characters = Array.from(text);
      const start = characters.slice(0, at % (characters.length + 1)).join('').length;
      const end = Math.min(text.length, start + characters.slice(0, length).join('').length);
      if (end <= start || /[\uDC00-\uDFFF]/.test(text[end] ?? '')) return;
      const { before, found, after } = matchContext(text, { start, end });
      const row = before + found + after;
      expect(before + after).not.toContain('\n');
      expect(row).not.toMatch(/[\uD800-\uDFFF]/u);
      expect(row.length).toBeLessThan(400);
    }),
  );
});
