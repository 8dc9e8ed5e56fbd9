import type { PastedRow } from './pasted-row.ts';

const option = /(?:^|\s)(?:-H\s*|--header(?:\s+|=))/;
// A word of a shell: parts in quotes of both kinds, escaped characters and plain ones side by side.
const word = /^(?:\$?'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|\\[^]|[^\s'"\\])+/;

/**
 * The headers in a curl command or in some lines of one (`-H 'Accept: text/html' \`), or `null` where there are none: all
 * that stands between the options is left out.
 */
export function pastedOptions(text: string): readonly PastedRow[] | null {
  if (!/^\s*(?:curl\s|-H|--header)/.test(text)) return null;
  const rows: PastedRow[] = [];
  for (let rest = text; ;) {
    const found = option.exec(rest);
    if (found === null) break;
    rest = rest.slice(found.index + found[0].length);
    const written = word.exec(rest)?.[0];
    if (written === undefined) continue;
    const header = /^([^:;]+)[:;]\s*([^]*)$/.exec(wordText(written));
    if (header !== null) rows.push({ name: (header[1] ?? '').trim(), value: (header[2] ?? '').trim() });
    rest = rest.slice(written.length);
  }
  return rows.length === 0 ? null : rows;
}

/** What a shell makes of a word. */
function wordText(written: string): string {
  return written.replace(
    /\$'((?:[^'\\]|\\[^])*)'|'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([^])/g,
    (_, ansi?: string, single?: string, double?: string, escaped?: string) => {
      if (ansi !== undefined)
        return ansi.replace(/\\([^])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign));
      if (single !== undefined) return single;
      return double === undefined ? (escaped ?? '') : double.replace(/\\(["\\$`])/g, '$1');
    },
  );
}
