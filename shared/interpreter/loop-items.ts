import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import type { Rendered } from '../template/rendered.ts';
import { readJson } from '../value/read-json.ts';
import { isValueList, kindOfValue } from '../value/value-kinds.ts';
import type { Value } from '../value/value.ts';

/**
 * The items that a rendered list gives, `null` where there is nothing to go through (an unknown name, or one that is null),
 * or why it is no list, in a sentence. The one place that says it, for a run, for the linter and for a preview.
 */
export function loopItems({
  text,
  value,
}: Pick<Rendered, 'text' | 'value'>): Outcome<readonly Value[] | null, string> {
  if (value !== undefined) return listOf(value);
  if (text.trim() === '')
    return failed('Nothing says what to go through: write an expression such as {{order.body.items}}.');
  const read = readJson(text);
  return read.ok ? listOf(read.value) : failed(noList);
}

/** What is said of a text that is no list, before and after its expressions were looked at. */
export const noList =
  'The list is a text: write one expression that gives a list, such as {{order.body.items}}, or a list in JSON.';

function listOf(value: Value): Outcome<readonly Value[] | null, string> {
  if (value === null) return succeeded(null);
  if (isValueList(value)) return succeeded(value);
  const kind = kindOfValue(value);
  if (kind === 'text') return failed(noList);
  return failed(`The list is ${kind === 'object' ? 'an object' : `a ${kind}`}, and only a list has items.`);
}
