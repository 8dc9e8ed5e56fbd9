import { readFileSync } from 'node:fs';

/** A table of `test/cases`, read anew so that no test sees what another did to it; the caller knows its shape. */
export function readCaseTable(
  name: 'redirects' | 'responses' | 'retry' | 'statuses' | 'templates' | 'url-join',
): unknown {
  return JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8'));
}
