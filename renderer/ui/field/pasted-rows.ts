/** A name and a value that were pasted as text. */
export interface PastedRow {
  readonly name: string;
  readonly value: string;
}

/**
 * The rows that pasted text means, or `null` where it is not a list of rows and should be pasted as it is.
 *
 * Lines are read as `Name: value` (headers), `name=value` (an .env file) or two columns (a spreadsheet), empty ones and
 * comments left out; a single line also as the query of an address (`a=1&b=2`). One row alone is not a list, since it is
 * more likely a value that has such a character in it, unless `fewest` says that one is enough.
 */
export function pastedRows(text: string, fewest = 2): readonly PastedRow[] | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !/^\s*(#|\/\/)/.test(line));
  const query = lines.length === 1 ? queryRows(lines[0] ?? '') : [];
  const rows = query.length > 0 ? query : lines.map(lineRow);
  if (rows.length < fewest || rows.some((row) => row === null)) return null;
  return rows.filter((row) => row !== null);
}

function lineRow(line: string): PastedRow | null {
  // The first separator counts: values hold colons and equals signs, names of headers and parameters do not.
  const match = /^([^\t:=]+?)[ ]*(?:\t|:(?!\/\/)|=)[ ]*(.*)$/.exec(line.trim());
  return match === null ? null : { name: match[1]?.trim() ?? '', value: match[2]?.trim() ?? '' };
}

function queryRows(line: string): readonly (PastedRow | null)[] {
  const query = line
    .trim()
    .replace(/^[^?#\s]*\?/, '')
    .replace(/#.*$/, '');
  if (!query.includes('&')) return [];
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const name = at === -1 ? pair : pair.slice(0, at);
      return { name: decoded(name), value: at === -1 ? '' : decoded(pair.slice(at + 1)) };
    });
}

// As a form encodes them (WHATWG URL, application/x-www-form-urlencoded); what is not valid stays as it is.
function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
