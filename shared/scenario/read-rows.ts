import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { isValueList, isValueObject } from '../value/value-kinds.ts';
import { withoutByteOrderMark } from '../value/byte-order-mark.ts';
import { readJson } from '../value/read-json.ts';
import { readCsv } from './read-csv.ts';
import type { DataRow } from './data-rows.ts';

/** Rows that one run of scenarios takes; more are a mistake or another tool's work. */
const mostRows = 10_000;

/**
 * Reads rows of data: JSON, a list of objects, where the text begins like one, else CSV with the names of the columns in the
 * first line. Cells of CSV are texts. The failure is the end of a sentence that begins with the name of the file.
 */
export function readRows(text: string): Outcome<readonly DataRow[], string> {
  const plain = withoutByteOrderMark(text);
  const rows = /^\s*[[{]/.test(plain) ? jsonRows(plain) : csvRows(plain);
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return failed('holds no row of data.');
  if (rows.value.length > mostRows) return failed(`holds more than ${String(mostRows)} rows.`);
  return rows;
}

function jsonRows(text: string): Outcome<readonly DataRow[], string> {
  const read = readJson(text);
  if (!read.ok) {
    const { column, line, message } = read.failure;
    return failed(`is no JSON: line ${String(line)}, column ${String(column)}: ${message}`);
  }
  const { value } = read;
  if (isValueList(value) && value.every(isValueObject)) return succeeded(value);
  return failed('is JSON, but no list of objects, one for each row.');
}

function csvRows(text: string): Outcome<readonly DataRow[], string> {
  const read = readCsv(text);
  if (!read.ok) return read;
  const [head = [], ...records] = read.value;
  const twice = head.find((name, index) => head.indexOf(name) !== index);
  if (twice !== undefined) return failed(`has two columns of the name "${twice}".`);
  const wrong = records.findIndex((record) => record.length !== head.length);
  if (wrong !== -1) {
    const counts = `${String(records[wrong]?.length ?? 0)} cells in place of ${String(head.length)}`;
    return failed(`has ${counts} in row ${String(wrong + 1)}.`);
  }
  return succeeded(
    records.map((record) => Object.fromEntries(head.map((name, at) => [name, record[at] ?? '']))),
  );
}
