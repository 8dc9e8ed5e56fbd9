import type { FlowVariable } from '#shared/flow/flow-variables.ts';
import type { RunView, VariableView } from '#shared/run-events/run-view.ts';
import type { Value } from '#shared/value/value.ts';
import { storedValue } from '../../store/stored-value.ts';

/** A variable of the panel: as the flow has it, as the run has it, or both. */
export interface PanelVariable {
  readonly name: string;
  /** `null` where the flow of now does not know it. */
  readonly flow: FlowVariable | null;
  /** `null` where the run has not set it. */
  readonly run: VariableView | null;
  /** The call of the run whose response it holds. */
  readonly callIndex: number | null;
  /** What came of it in the step that led to where the run stands still; `null` elsewhere. */
  readonly change: VariableChange | null;
}

/** `edited` by the person, also some steps before. */
export type VariableChange = 'new' | 'changed' | 'edited';

/** The variables of a flow, and then those that only the run has. */
export function panelVariables(
  variables: readonly FlowVariable[],
  run: RunView | undefined,
): readonly PanelVariable[] {
  const inRun = new Map(run?.variables.map((variable) => [variable.name, variable]));
  const known = new Set(variables.map(({ name }) => name));
  const rest = run?.variables.filter(({ name }) => !known.has(name)) ?? [];
  return [
    ...variables.map((flow) => joined(flow.name, flow, inRun.get(flow.name) ?? null, run)),
    ...rest.map((variable) => joined(variable.name, null, variable, run)),
  ];
}

function joined(
  name: string,
  flow: FlowVariable | null,
  variable: VariableView | null,
  run: RunView | undefined,
): PanelVariable {
  const call = run?.calls.findLast(
    ({ nodeId, ended }) => ended?.variable === name && nodeId === variable?.nodeId,
  );
  return {
    name,
    flow,
    run: variable,
    callIndex: variable === null ? null : (call?.index ?? null),
    change: variable === null ? null : changeOf(variable, run),
  };
}

function changeOf(
  { edited, seq, value, was }: VariableView,
  run: RunView | undefined,
): VariableChange | null {
  if (run === undefined || run.paused === null) return null;
  if (edited === true) return 'edited';
  const before = run.timeline.at(-2)?.seq ?? -1;
  if (seq < before || was?.json === value.json) return null;
  return was === undefined ? 'new' : 'changed';
}

/** The value of a variable in the run; `undefined` where only a part of it is here. */
export function valueInRun(variable: VariableView): Value | undefined {
  return variable.value.truncated ? undefined : storedValue(variable);
}
