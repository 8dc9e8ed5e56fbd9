import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { isValueObject } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { storedValue } from '../../store/stored-value.ts';

/** The members of the variable, as long as it is this call's response that it holds, and all of it is here. */
export function storedParts(run: RunView, call: CallView): readonly (readonly [string, Value])[] {
  const name = call.ended?.variable;
  if (name === undefined) return [];
  const newest = run.calls.findLast(({ ended }) => ended?.variable === name);
  const variable = run.variables.find((each) => each.name === name);
  if (newest !== call || variable === undefined || variable.nodeId !== call.nodeId) return [];
  const value = variable.value.truncated ? undefined : storedValue(variable);
  return isValueObject(value) ? Object.entries(value) : [];
}
