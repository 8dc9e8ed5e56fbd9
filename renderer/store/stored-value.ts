import type { VariableView } from '#shared/run-events/run-view.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value } from '#shared/value/value.ts';

// A run makes a view anew only for what changed, and reading takes long where values are large.
const known = new WeakMap<VariableView, { readonly value: Value | undefined }>();

/** What a run has stored in a variable, read once; only its beginning where it is too large for the page. */
export function storedValue(variable: VariableView): Value | undefined {
  const before = known.get(variable);
  if (before !== undefined) return before.value;
  const read = readJson(variable.value.json);
  const value = read.ok ? read.value : undefined;
  known.set(variable, { value });
  return value;
}
