import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { usesOfVariable } from '#shared/flow/variable-uses.ts';
import { scenarioVariableUses } from '#shared/scenario/scenario-variable-uses.ts';
import { useScenarios } from './use-documents.ts';

/** How many rows the list of a variable's uses has: places of the flow, and of the scenarios that test it. */
export function useCountOfUses(flow: Flow | undefined, name: string): number {
  const scenarios = useScenarios();
  return useMemo(() => {
    if (flow === undefined) return 0;
    const tested = scenarioVariableUses(scenarios, flow).filter((use) => use.name === name);
    return usesOfVariable(flow.nodes, name).length + tested.length;
  }, [flow, name, scenarios]);
}
