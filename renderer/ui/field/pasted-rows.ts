import { pastedJson } from './pasted-json.ts';
import { pastedOptions } from './pasted-options.ts';
import type { PastedRow } from './pasted-row.ts';

/**
 * The rows that pasted text means, or `null` where it is not a list of rows and should be pasted as it is.
 *
 * Lines are read as `Name: value` (headers), `name=value` (an .env file) or columns (a spreadsheet), empty ones and
 * comments left out; a single line also as the query of an address (`a=1&b=2`). The headers of a curl command and a JSON
 * object or list of names and values are rows as well. One row alone is not a list, since it is more likely a value that
 * has such a character in it, unless `fewest` says that one is enough.
 */
export function pastedRows(text: string, fewest = 2): readonly PastedRow[] | null {
  const options = pastedOptions(text);
  // An option says by its name what it is: one is enough.
  if (options !== null) return options;
  const rows = pastedJson(text) ?? pastedLines(text);
  if (rows.length < fewest || rows.some((row) => row === null)) return null;
  return rows.filter((row) => row !== null);
}

function pastedLines(text: string): readonly (PastedRow | null)[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !isComment(line));
  const query = lines.length === 1 ? queryRows(lines[0] ?? '') : [];
  if (query.length > 0) return query;
  const [first = '', ...others] = lines;
  // The first line of a request or response is no header of it.
  const isMessage = /^(?:[A-Z]+ \S+ HTTP\/[\d.]+|HTTP\/[\d.]+ \d{3}\b.*)$/.test(first.trim());
  const rows = (isMessage ? others : lines).filter((line) => !isPseudoHeader(line)).map(lineRow);
  return rows;
}

const isComment = (line: string): boolean => /^\s*(#|\/\/)/.test(line);

/** `:authority` and its like (RFC 9113 §8.3), which tools of browsers show among the headers. */
const isPseudoHeader = (line: string): boolean => /^\s*:(?:authority|method|path|scheme|status)\b/.test(line);

function lineRow(line: string): PastedRow | null {
  // The first separator counts: values hold colons and equals signs, names of headers and parameters do not.
  const match = /^([^\t:=]+?)[ ]*(\t|:(?!\/\/)|=)[ ]*(.*)$/.exec(line.trimStart());
  if (match === null) return null;
  const [, name = '', sign, rest = ''] = match;
  if (sign === '\t') return { name: name.trim(), value: (rest.split('\t')[0] ?? '').trim() };
  if (sign === '=') return { name: name.replace(/^export\s+/, '').trim(), value: unquoted(rest.trim()) };
  return { name: name.trim(), value: rest.trim() };
}

/** The value of a line of an .env file: quotes around it are not part of it. */
function unquoted(value: string): string {
  const [, , inside] = /^(["'])([^]*)\1$/.exec(value) ?? [];
  if (inside === undefined) return value;
  return value.startsWith('"') ? inside.replaceAll('\\n', '\n').replaceAll('\\"', '"') : inside;
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
