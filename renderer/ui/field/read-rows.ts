import { withDescription, type NamedRow, type RowFormat } from './row-format.ts';
import { heldPlace, isEscaped, textOfLine } from './row-text.ts';

/** What stands in a line and is no row, in words. */
export interface LineTrouble {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface ReadRows<Kind> {
  readonly rows: readonly Kind[];
  readonly troubles: readonly LineTrouble[];
}

/**
 * The rows that a text means, as `writeRows` writes them; `=` and a tab part name and value as well as `:` does.
 *
 * Nothing that was typed is lost: a line that cannot be read is told, and kept as a row that is off and has it as its name.
 *
 * @param held the rows whose values are no text, in the order of their numbers
 */
export function readRows<Kind extends NamedRow>(
  text: string,
  format: RowFormat<Kind>,
  held: readonly Kind[],
): ReadRows<Kind> {
  const rows: Kind[] = [];
  const troubles: LineTrouble[] = [];
  const unused = new Set(held.keys());
  let described: { readonly line: number; readonly texts: string[] } | null = null;
  const kept = (line: number, words: string, name: string) => {
    troubles.push({ line, message: `${words}; it is kept as a row that is off.` });
    return format.withEnabled(format.make(name, ''), false);
  };

  text.split(/\r\n|\r|\n/).forEach((each, at) => {
    // A tab at the end parts a name from an empty value.
    const line = each.trimStart();
    if (line.startsWith('//')) {
      described ??= { line: at + 1, texts: [] };
      described.texts.push(line.slice(2).trim());
      return;
    }
    const enabled = !line.startsWith('#');
    const body = enabled ? line : line.slice(1).trimStart();
    if (body.trim() === '') return;
    const read = lineRow(body, format, held, unused);
    const row =
      typeof read === 'string' ? kept(at + 1, read, body.trim()) : format.withEnabled(read, enabled);
    rows.push(described === null ? row : withDescription(row, descriptionOf(described.texts)));
    described = null;
  });
  const last = described as { readonly line: number; readonly texts: string[] } | null;
  if (last !== null) {
    const name = last.texts.map((each) => `// ${each}`).join('\n');
    rows.push(kept(last.line, 'This describes the row below it, and there is none', name));
  }
  return { rows, troubles };
}

/** The row of one line, on and without a description, or the words that say why it is none. */
function lineRow<Kind extends NamedRow>(
  line: string,
  format: RowFormat<Kind>,
  held: readonly Kind[],
  unused: Set<number>,
): Kind | string {
  const parts = isEscaped(line) ? escapedName(line) : plainName(line);
  if (typeof parts === 'string') return parts;
  const place = heldPlace(parts.value);
  if (place !== null) {
    const row = held[place.number - 1];
    if (row === undefined) return `There is no ${place.word} ${String(place.number)} in these rows`;
    if (!unused.delete(place.number - 1)) return `${parts.value} stands in another line already`;
    return withDescription(format.withName(row, parts.name), undefined);
  }
  const value = textOfLine(parts.value);
  return value === null ? 'The escaped value after \\" does not end in "' : format.make(parts.name, value);
}

interface LineParts {
  readonly name: string;
  readonly value: string;
}

function plainName(line: string): LineParts | string {
  const at = /[\t=]|:(?!\/\/)/.exec(line)?.index;
  if (at === undefined) return 'There is no colon between a name and a value';
  return { name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
}

function escapedName(line: string): LineParts | string {
  const [, escaped, value] = /^(\\"(?:[^"\\]|\\.)*")\s*[:=](.*)$/.exec(line) ?? [];
  const name = escaped === undefined ? null : textOfLine(escaped);
  if (name === null) return 'The escaped name after \\" does not end in " and a colon';
  return { name, value: (value ?? '').trim() };
}

function descriptionOf(lines: readonly string[]): string {
  const [first = '', ...others] = lines;
  const alone = others.length === 0 ? textOfLine(first) : null;
  return alone ?? lines.join('\n');
}
