import { maskText } from '#shared/request/masked-request.ts';
import { isValueList, isValueObject } from '#shared/value/value-kinds.ts';
import { writeJson } from '#shared/value/write-json.ts';
import type { VariableRow } from './variable-rows.ts';

/** Longer than this a value is edited in a dialog. */
const longestInPlace = 160;

/** Why a row's value cannot be edited while the run stands still, in one sentence; `null` where it can. */
export function editRefusal({ kind, value, variable }: VariableRow): string | null {
  if (kind !== 'variable' && kind !== 'value') return 'This is no variable of the run.';
  if (variable === null || variable.run === null) return 'It is not set at this moment.';
  const isComposed = isValueList(value) || isValueObject(value);
  // What is hidden here would be written over by its mask.
  if (isComposed && writeJson(value).includes(maskText))
    return 'It holds a secret that is hidden here: edit its parts one by one.';
  return null;
}

/** The text that a row's value begins to be edited with: JSON; nothing where only a part of it or a mask is here. */
export function editedText({ value }: VariableRow): string {
  if (value === undefined) return '';
  const isComposed = isValueList(value) || isValueObject(value);
  const text = writeJson(value, isComposed ? 2 : 0);
  return text.includes(maskText) ? '' : text;
}

/** Whether a row is edited where it stands; else its text has a dialog. */
export function isEditedInPlace(row: VariableRow): boolean {
  const { value } = row;
  return (
    value !== undefined &&
    !isValueList(value) &&
    !isValueObject(value) &&
    editedText(row).length <= longestInPlace
  );
}
