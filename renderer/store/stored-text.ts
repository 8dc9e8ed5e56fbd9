import type { VariableView } from '#shared/run-events/run-view.ts';

/** What a run has stored in a variable, as one would type it: a text without its quotes. Nothing where it was cut. */
export function storedText(variable: VariableView | undefined): string | undefined {
  if (variable === undefined || variable.value.truncated) return undefined;
  const { json, type } = variable.value;
  return type === 'text' ? String(JSON.parse(json)) : json;
}
