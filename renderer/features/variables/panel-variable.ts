import type { FlowVariable } from '#shared/flow/flow-variables.ts';
import type { RunView, VariableView } from '#shared/run-events/run-view.ts';
import type { ValuePreview } from '#shared/run-events/value-preview.ts';
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
  /** What it held before that; `null` where there is no change, and where it is new. */
  readonly before: ValuePreview | null;
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
    ...(variable === null || run === undefined ? unchanged : changeOf(variable, run)),
  };
}

/** What the step that led here made of a variable, and what that held before; a loop or a flow that was stepped over is one step. */
function changeOf(variable: VariableView, run: RunView): Pick<PanelVariable, 'change' | 'before'> {
  if (run.paused === null) return unchanged;
  const { edited, seq, stood, value, was } = variable;
  if (edited === true) return { change: 'edited', before: was ?? null };
  if (seq < stepStart(run)) return unchanged;
  const before = run.paused.since === null ? was : stood;
  if (before === undefined) return { change: 'new', before: null };
  return isSame(before, value) ? unchanged : { change: 'changed', before };
}

/** From which event on something belongs to the step: since the run stood still before, else since it came to the last node. */
function stepStart({ paused, timeline }: RunView): number {
  return paused?.since ?? timeline.at(-2)?.seq ?? 0;
}

/** Of a value that is not here whole nobody knows: it was written, which is what its mark then says. */
function isSame(a: ValuePreview, b: ValuePreview): boolean {
  return !b.truncated && a.json === b.json && a.type === b.type;
}

const unchanged = { change: null, before: null } as const;

/** The value of a variable in the run; `undefined` where only a part of it is here. */
export function valueInRun(variable: VariableView): Value | undefined {
  return variable.value.truncated ? undefined : storedValue(variable);
}
