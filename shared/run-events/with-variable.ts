import type { RunView, VariableView } from './run-view.ts';

/** The view with a variable of another value, which remembers the ones before; in the order of names. */
export function withVariable(view: RunView, variable: VariableView): RunView {
  const before = view.variables.find(({ name }) => name === variable.name);
  const others = view.variables.filter(({ name }) => name !== variable.name);
  const kept = before === undefined ? variable : { ...variable, was: before.value, ...stoodAt(view, before) };
  return { ...view, variables: [...others, kept].sort((a, b) => a.name.localeCompare(b.name)) };
}

/** What a step sets again and again, as a loop does, is still as it was before the step. What a person wrote is as they saw it. */
function stoodAt({ lastStood }: RunView, { edited, seq, stood, value }: VariableView) {
  if (lastStood === null) return {};
  if (seq < lastStood || edited === true) return { stood: value };
  return stood === undefined ? {} : { stood };
}
