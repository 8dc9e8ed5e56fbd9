import { expressionOf, pathText } from '#shared/template/write-path.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { VariableRow } from './variable-rows.ts';

/** Something that can be copied of a row. */
export interface RowCopy {
  readonly id: 'expression' | 'value' | 'text' | 'path';
  readonly label: string;
  /** Absent for what the menu alone offers. */
  readonly keys?: string;
  /** `null` where the row has none. */
  readonly text: string | null;
  /** Why it has none, in one sentence. */
  readonly missing: string;
}

/** What can be copied of a row, the most wanted first. */
export function rowCopies({ path, value, text, look }: VariableRow): readonly RowCopy[] {
  const why = look === 'words' && text !== '' ? text : 'there is no value';
  return [
    {
      id: 'expression',
      label: 'Copy as expression',
      keys: 'Mod+C',
      text: expressionOf(path),
      missing: 'no template can write this key',
    },
    {
      id: 'value',
      label: 'Copy the value as JSON',
      keys: 'Mod+Shift+C',
      text: value === undefined ? null : writeJson(value),
      missing: why,
    },
    ...(typeof value === 'string'
      ? [{ id: 'text', label: 'Copy the value as text', text: value, missing: why } as const]
      : []),
    { id: 'path', label: 'Copy the path', keys: 'Mod+Alt+C', text: pathText(path), missing: '' },
  ];
}
