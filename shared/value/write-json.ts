import { ExactNumber } from './exact-number.ts';
import { isValueList } from './value-kinds.ts';
import type { Value } from './value.ts';

/**
 * Writes a value as JSON with every digit of its numbers; `readJson` gives the same value back.
 *
 * Lone surrogates are written as escapes (as `JSON.stringify` does), so that UTF-8 cannot replace them. A double that
 * JSON cannot hold (`NaN`, infinities) becomes `null`.
 *
 * @param indent spaces for each level; 0 writes everything on one line without spaces
 */
export function writeJson(value: Value, indent = 0): string {
  return indent > 0 ? writeIndented(value, ' '.repeat(indent), '\n') : writeCompact(value);
}

function writeCompact(value: Value): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof ExactNumber) return value.text;
  if (isValueList(value)) return `[${value.map(writeCompact).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value)) {
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${writeCompact(value[key] ?? null)}`;
  }
  return `{${text}}`;
}

function writeIndented(value: Value, step: string, lineStart: string): string {
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return writeCompact(value);
  const inner = lineStart + step;
  if (isValueList(value)) {
    const items = value.map((item) => inner + writeIndented(item, step, inner));
    return items.length === 0 ? '[]' : `[${items.join(',')}${lineStart}]`;
  }
  const members = Object.keys(value).map(
    (key) => `${inner}${JSON.stringify(key)}: ${writeIndented(value[key] ?? null, step, inner)}`,
  );
  return members.length === 0 ? '{}' : `{${members.join(',')}${lineStart}}`;
}
