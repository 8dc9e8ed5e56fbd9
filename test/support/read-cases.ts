// The tables of test/cases are the specification; this is how every test reads them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The case tables of `test/cases`, by file name without the ending. */
export type CaseTable = 'redirects' | 'responses' | 'retry' | 'statuses' | 'templates' | 'url-join';

/**
 * Reads a case table; the caller says what its rows are, as in `readCases('retry') as RetryTable`.
 *
 * `JSON.parse` is enough: where a table needs digits that a double cannot hold, it keeps them in a text
 * (`variables_json`, `body_json`) that the code under test reads itself.
 */
export function readCases(table: CaseTable): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', 'cases', `${table}.json`), 'utf8'));
}
