import type { RunView, VariableView } from './run-view.ts';

/** The view with a variable of another value, which remembers the one before; in the order of names. */
export function withVariable(view: RunView, variable: VariableView): RunView {
  const before = view.variables.find(({ name }) => name === variable.name);
  const others = view.variables.filter(({ name }) => name !== variable.name);
  const kept = before === undefined ? variable : { ...variable, was: before.value };
  return { ...view, variables: [...others, kept].sort((a, b) => a.name.localeCompare(b.name)) };
}
