import type { NamedRow, RowFormat } from './row-format.ts';
import { heldText, lineText } from './row-text.ts';

/** Rows as lines of text, and those whose value is held back from it. */
export interface WrittenRows<Kind> {
  readonly text: string;
  readonly held: readonly Kind[];
}

/**
 * Rows as text: a line `name: value` for each, `# ` before those that are off, and `// ` before the lines that describe
 * the next row. What would be read as something else is escaped (`row-text.ts`); `readRows` gives the same rows again.
 */
export function writeRows<Kind extends NamedRow>(
  rows: readonly Kind[],
  format: RowFormat<Kind>,
): WrittenRows<Kind> {
  const held: Kind[] = [];
  const lines = rows.flatMap((row) => {
    const value = format.valueOf(row);
    if (value === null) held.push(row);
    const shown =
      value === null ? heldText({ word: format.heldWord ?? 'value', number: held.length }) : lineText(value);
    const line = `${row.enabled ? '' : '# '}${lineText(row.name, isPlainName)}: ${shown}`;
    return [...descriptionLines(row.description), line.trimEnd()];
  });
  return { text: lines.join('\n'), held };
}

function isPlainName(name: string): boolean {
  return !/[:=]/.test(name) && !name.startsWith('#') && !name.startsWith('//');
}

function descriptionLines(description: string | undefined): readonly string[] {
  if (description === undefined) return [];
  const lines = description.split('\n');
  const stand = lines.every((line) => lineText(line) === line);
  return (stand ? lines : [lineText(description)]).map((line) => `// ${line}`.trimEnd());
}
