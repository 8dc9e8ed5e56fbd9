import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';

/**
 * Reads comma-separated values (RFC 4180): cells in quotes may hold commas, line ends and doubled quotes; lines end with LF or
 * CRLF; an empty line is none. The failure is the end of a sentence that begins with the name of the file.
 */
export function readCsv(text: string): Outcome<readonly (readonly string[])[], string> {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = cellAt(text, at);
    if (cell === null)
      return failed(`has a quote that is never closed, in line ${String(lineAt(text, at))}.`);
    record.push(cell.value);
    at = cell.end;
    if (text[at] === ',') {
      at += 1;
      // A comma at the very end has an empty cell behind it.
      if (at === text.length) record.push('');
      continue;
    }
    const lineEnd = /^(?:\r?\n|$)/.exec(text.slice(at, at + 2));
    if (lineEnd === null)
      return failed(`has a text behind a closing quote, in line ${String(lineAt(text, at))}.`);
    at += lineEnd[0].length;
    if (record.length > 1 || record[0] !== '' || cell.isQuoted) records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return succeeded(records);
}

interface Cell {
  readonly value: string;
  /** Where it ends: at a comma, a line end, or the end of the text. */
  readonly end: number;
  readonly isQuoted: boolean;
}

function cellAt(text: string, start: number): Cell | null {
  if (text[start] !== '"') {
    const pattern = /[^,\r\n]*(?:\r(?!\n)[^,\r\n]*)*/y;
    pattern.lastIndex = start;
    const value = pattern.exec(text)?.[0] ?? '';
    return { value, end: start + value.length, isQuoted: false };
  }
  let value = '';
  for (let at = start + 1; ;) {
    const close = text.indexOf('"', at);
    if (close === -1) return null;
    value += text.slice(at, close);
    if (text[close + 1] !== '"') return { value, end: close + 1, isQuoted: true };
    value += '"';
    at = close + 2;
  }
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
