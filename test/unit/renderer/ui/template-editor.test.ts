// The pure parts of the editor of templates: what is changed in its text, and how data becomes the text of a tip.
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { changedStretch } from '../../../../renderer/ui/template/editor/changed-stretch.ts';
import { escapedMarkdown } from '../../../../renderer/ui/template/editor/language/escaped-markdown.ts';
import { templateRuns } from '../../../../renderer/ui/template/template-runs.ts';

describe('the stretch in which two texts differ', () => {
  it.each([
    ['abc', 'abXc', { start: 2, end: 2, replacement: 'X' }],
    ['aaa', 'aa', { start: 2, end: 3, replacement: '' }],
    ['', 'x', { start: 0, end: 0, replacement: 'x' }],
    ['same', 'same', { start: 4, end: 4, replacement: '' }],
  ])('%s and %s', (before, after, expected) => {
    expect(changedStretch(before, after)).toEqual(expected);
  });

  it('makes the second of the first', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, replacement } = changedStretch(before, after);
        expect(before.slice(0, start) + replacement + before.slice(end)).toBe(after);
      }),
    );
  });
});

describe('data in a tip', () => {
  const shown = (text: string): string =>
    marked
      .parse(escapedMarkdown(text), { async: false, gfm: true })
      .replace(/<\/?p>/g, '')
      .replace(/<br>/g, '\n')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&')
      .trim();

  it.each([
    '<img src=x onerror=alert(1)>',
    '[a link](command:template.go-to-definition?1)',
    '![picture](https://example.com/x.png)',
    'https://example.com and www.example.com and a@example.com',
    '```\ncode\n```',
    '# no heading',
    '1. no list',
    '&lt;b&gt; **bold** _it_ ~~gone~~ `code`',
  ])('is the text it is: %s', (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe('the runs of a template', () => {
  it('are its tags, also over lines and side by side', () => {
    const source = 'a {{b}}{{upper\n c}} d';
    expect(templateRuns(source, false).map(({ tag, start, end }) => [tag, source.slice(start, end)])).toEqual(
      [
        [null, 'a '],
        ['expression', '{{b}}'],
        ['expression', '{{upper\n c}}'],
        [null, ' d'],
      ],
    );
  });
});
