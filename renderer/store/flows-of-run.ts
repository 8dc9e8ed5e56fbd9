import type { FlowOfRun, RoundView, RunView, VariableView } from '#shared/run-events/run-view.ts';

/** The flows that a run has been in, the first one first. */
export function flowsOfRun({ entered, flowId }: Pick<RunView, 'flowId' | 'entered'>): readonly string[] {
  return [...new Set([flowId, ...entered])];
}

/** A flow that a run is in, and where the innermost of its loops stands that the run is in there. */
export interface FrameOfRun extends FlowOfRun {
  readonly round: RoundView | null;
}

/** The flows that a run is in, each run by the one before it. */
export function stackOfRun({
  callers,
  inFlow,
  loops,
  nodes,
}: Pick<RunView, 'callers' | 'inFlow' | 'loops' | 'nodes'>): readonly FrameOfRun[] {
  const waiting = callers.map(({ flowId, flowName, loops: around, rounds }) => ({
    flowId,
    flowName,
    round: rounds[around.at(-1) ?? ''] ?? null,
  }));
  return [...waiting, { ...inFlow, round: nodes[loops.at(-1) ?? '']?.round ?? null }];
}

/** The run as one of its flows sees it: with the variables of that flow, as they are or as they were when it was left. */
export function runSeenIn(run: RunView, flowId: string): RunView {
  if (run.inFlow.flowId === flowId || !flowsOfRun(run).includes(flowId)) return run;
  const caller = run.callers.findLast((each) => each.flowId === flowId);
  const variables: readonly VariableView[] = caller?.variables ?? run.leftVariables[flowId] ?? [];
  return { ...run, variables, unsetVariables: caller?.unsetVariables ?? [] };
}
