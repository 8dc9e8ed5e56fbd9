import type { RunView, VariableView } from './run-view.ts';

/** The view with a variable of another value, which remembers the one before; in the order of names. */
export function withVariable(view: RunView, variable: VariableView): RunView {
  const before = view.variables.find(({ name }) => name === variable.name);
  const kept = before === undefined ? variable : { ...variable, was: before.value };
  const variables = [...others(view.variables, variable.name), kept];
  return {
    ...view,
    unsetVariables: others(view.unsetVariables, variable.name),
    variables: variables.sort((a, b) => a.name.localeCompare(b.name)),
  };
}

/** The view without a variable that was unset; the last value that it had is remembered apart. */
export function withoutVariable(view: RunView, name: string): RunView {
  const held = view.variables.filter((variable) => variable.name === name);
  return {
    ...view,
    unsetVariables: [...others(view.unsetVariables, name), ...held],
    variables: others(view.variables, name),
  };
}

function others(variables: readonly VariableView[], name: string): readonly VariableView[] {
  return variables.filter((variable) => variable.name !== name);
}
