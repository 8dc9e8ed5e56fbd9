import type { Scenario } from '#shared/scenario/scenario.ts';

/** The scenarios of one flow, as the side bar lists them. */
export interface ScenarioGroup {
  readonly flowId: Scenario['flow'];
  /** `null` where the flow is gone. */
  readonly flowName: string | null;
  readonly scenarios: readonly Pick<Scenario, 'id' | 'name'>[];
}

/** Scenarios by their flows, in the order of the flows; those of flows that are gone come last. */
export function scenarioGroups(
  flows: readonly { readonly id: string; readonly name: string }[],
  scenarios: readonly Scenario[],
): readonly ScenarioGroup[] {
  const places = new Map(flows.map(({ id }, at) => [id, at]));
  const names = new Map(flows.map(({ id, name }) => [id, name]));
  const groups = new Map<Scenario['flow'], Scenario[]>();
  for (const scenario of scenarios) {
    const group = groups.get(scenario.flow);
    if (group === undefined) groups.set(scenario.flow, [scenario]);
    else group.push(scenario);
  }
  const placeOf = (id: string) => places.get(id) ?? flows.length;
  return [...groups]
    .map(([flowId, own]) => ({ flowId, flowName: names.get(flowId) ?? null, scenarios: own }))
    .sort((a, b) => placeOf(a.flowId) - placeOf(b.flowId));
}

/** The groups with what fits a text: a flow by its name with all that it has, else the scenarios that are called so. */
export function filteredGroups(groups: readonly ScenarioGroup[], typed: string): readonly ScenarioGroup[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return groups;
  return groups.flatMap((group) => {
    if (group.flowName?.toLowerCase().includes(wanted) === true) return [group];
    const scenarios = group.scenarios.filter(({ name }) => name.toLowerCase().includes(wanted));
    return scenarios.length === 0 ? [] : [{ ...group, scenarios }];
  });
}
