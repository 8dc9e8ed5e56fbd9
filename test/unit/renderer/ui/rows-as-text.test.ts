// Rows that are edited as text must come back as they were, whatever is in them, and nothing that is typed may be lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileRow, Row } from '#shared/request/row.ts';
import { readRows } from '../../../../renderer/ui/field/read-rows.ts';
import { plainRowFormat, type RowFormat } from '../../../../renderer/ui/field/row-format.ts';
import { writeRows } from '../../../../renderer/ui/field/write-rows.ts';

type Part = Row | FileRow;

const partFormat: RowFormat<Part> = {
  make: plainRowFormat.make,
  valueOf: (row) => ('file' in row ? null : row.value),
  withValue: (row, value) => ('file' in row ? row : { ...row, value }),
  withName: (row, name) => ({ ...row, name }),
  withEnabled: (row, enabled) => ({ ...row, enabled }),
  heldWord: 'file',
};

const read = (text: string) => readRows(text, plainRowFormat, []);
const row = (name: string, value: string, more: Partial<Row> = {}): Row => ({
  name,
  value,
  enabled: true,
  ...more,
});

/** Texts with all that has a meaning in the text of rows. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('a', 'b', ' ', ':', '=', '#', '/', '\\', '"', '\n', '\r', '\t', '‹', 'file 1', '›'),
    maxLength: 8,
  }),
  fc.constantFrom('# off', '// no', '\\"x"', '\\"', '‹file 1›', '{{a.b}}', '"quoted"', '\ud800', '', ' '),
);
const more = {
  enabled: fc.boolean(),
  description: fc.option(anyText, { nil: undefined }),
};
const anyRow = fc
  .record({ name: anyText, value: anyText, ...more })
  .map(({ description, ...rest }): Row => (description === undefined ? rest : { ...rest, description }));
const anyFile = fc
  .record({ name: anyText, file: fc.constantFrom('files/a.pdf', 'files/b.png'), ...more })
  .map(({ description, ...rest }): FileRow => (description === undefined ? rest : { ...rest, description }));

describe('rows as text', () => {
  it('reads like headers: a line for each, off ones behind a sign, descriptions above', () => {
    const rows = [
      row('Accept', 'application/json'),
      row('X-Trace', '{{@run.id}}', { enabled: false }),
      row('If-None-Match', '"33a64df5"', { description: 'The version that we know\nfrom the last run' }),
      row('empty', ''),
    ];
    expect(writeRows(rows, plainRowFormat).text).toBe(
      [
        'Accept: application/json',
        '# X-Trace: {{@run.id}}',
        '// The version that we know',
        '// from the last run',
        'If-None-Match: "33a64df5"',
        'empty:',
      ].join('\n'),
    );
  });

  it('escapes what would be read as something else', () => {
    const rows = [row('a:b', ' x '), row('# no', 'two\nlines'), row('', '‹file 1›')];
    expect(writeRows(rows, plainRowFormat).text).toBe(
      ['\\"a:b": \\" x "', '\\"# no": \\"two\\nlines"', ': \\"‹file 1›"'].join('\n'),
    );
  });

  it('comes back as the rows it was, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyRow, anyFile), { maxLength: 6 }), (rows) => {
        const { text, held } = writeRows<Part>(rows, partFormat);
        expect(readRows(text, partFormat, held)).toEqual({ rows, troubles: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back as the text it was, once it is written as rows are', () => {
    const anyLines = fc.array(anyText, { maxLength: 6 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(anyLines, (typed) => {
        const { text } = writeRows(read(typed).rows, plainRowFormat);
        expect(writeRows(read(text).rows, plainRowFormat).text).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('never holds the path of a file, and keeps its row in its place', () => {
    const rows: readonly Part[] = [
      row('note', 'for you'),
      { name: 'receipt', file: 'files/9f3.pdf', contentType: 'application/pdf', enabled: true },
    ];
    const { text, held } = writeRows(rows, partFormat);
    expect(text).toBe('note: for you\nreceipt: ‹file 1›');
    const edited = readRows('# invoice: ‹file 1›\nnote: for you', partFormat, held);
    expect(edited.rows).toEqual([{ ...rows[1], name: 'invoice', enabled: false }, rows[0]]);
    expect(readRows('note: for you', partFormat, held).rows).toEqual([rows[0]]);
  });
});

describe('a text of rows', () => {
  it.each([
    [
      'pairs of an .env file',
      'HOST=shop.example\nQUERY=a=b:c',
      [row('HOST', 'shop.example'), row('QUERY', 'a=b:c')],
    ],
    ['columns of a spreadsheet', 'a\t1\nb\t', [row('a', '1'), row('b', '')]],
    [
      'empty lines, spaces and other line ends',
      '\r\n  a :  1  \r\n\r\n#b:2',
      [row('a', '1'), row('b', '2', { enabled: false })],
    ],
    ['an address as a value', 'Referer: https://shop.example', [row('Referer', 'https://shop.example')]],
  ])('may have %s', (_, text, rows) => {
    expect(read(text)).toEqual({ rows, troubles: [] });
  });

  it.each([
    ['a word alone', 'Accept', 'Accept', 'no colon'],
    ['an address alone', 'https://shop.example', 'https://shop.example', 'no colon'],
    ['a comment', '# later', 'later', 'no colon'],
    ['an escape that does not end', 'a: \\"b', 'a: \\"b', 'escaped value'],
    ['a name whose escape does not end', '\\"a: b', '\\"a: b', 'escaped name'],
    ['a file that is not there', 'a: ‹file 7›', 'a: ‹file 7›', 'no file 7'],
    ['a description of nothing', '// for whom?', '// for whom?', 'describes the row below'],
  ])('tells of %s, and keeps it as a row that is off', (_, line, name, words) => {
    const { rows, troubles } = read(`x: 1\n${line}`);
    expect(rows).toEqual([row('x', '1'), row(name, '', { enabled: false })]);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatchObject({ line: 2 });
    expect(troubles[0]?.message).toContain(words);
  });

  it('takes a file once', () => {
    const file: FileRow = { name: 'a', file: 'files/a.pdf', enabled: true };
    const { rows, troubles } = readRows<Part>('a: ‹file 1›\nb: ‹file 1›', partFormat, [file]);
    expect(rows).toEqual([file, row('b: ‹file 1›', '', { enabled: false })]);
    expect(troubles.map(({ line }) => line)).toEqual([2]);
  });
});
