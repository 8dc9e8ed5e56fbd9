import { flowsReached } from '../flow/flows-run.ts';
import type { Environment } from '../environment/environment.ts';
import type { Flow } from '../flow/flow.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SaidInScenario } from '../scenario/scenario-refs.ts';
import type { FieldPlace } from './finding.ts';
import type { LintFixture, LintWorkspace } from './workspace-facts.ts';

/** What the rules know around a scenario. */
export interface ScenarioFacts {
  /** The flow that it tests; `null` where that is gone. */
  readonly flow: Flow | null;
  /** The nodes of that flow and of those that it runs. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly environments: ReadonlyMap<string, Environment>;
  readonly fixtures: ReadonlyMap<string, LintFixture>;
  /** All flows of the workspace. */
  readonly flows: readonly Flow[];
}

/** Gives the facts around one scenario after the other; those of a flow are gathered once. */
export function scenarioFacts(workspace: LintWorkspace): (scenario: Scenario) => ScenarioFacts {
  const flows = new Map<string, Flow>(workspace.flows.map((flow) => [flow.id, flow]));
  const environments = new Map<string, Environment>(workspace.environments.map((each) => [each.id, each]));
  const fixtures = new Map<string, LintFixture>((workspace.fixtures ?? []).map((each) => [each.id, each]));
  const known = new Map<string, ScenarioFacts>();
  return ({ flow: id }) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const flow = flows.get(id) ?? null;
    const reached = flow === null ? [] : [flow, ...flowsReached(flow, (each) => flows.get(each) ?? null)];
    const nodes = new Map(reached.flatMap((each) => each.nodes.map((node) => [node.id as string, node])));
    const facts = { flow, nodes, environments, fixtures, flows: workspace.flows };
    known.set(id, facts);
    return facts;
  };
}

/** The place of something in the form of a scenario. */
export function placeInScenario({
  at,
  list,
}: Pick<SaidInScenario<unknown>, 'at' | 'list'>): Pick<FieldPlace, 'field' | 'row'> {
  return { field: list, row: { number: at + 1, cell: 'Value' } };
}

/** What a row of the form is called in a sentence: `Expectation 3`. */
export function rowInWords({ at, list }: Pick<SaidInScenario<unknown>, 'at' | 'list'>): string {
  return `${list.slice(0, -1)} ${String(at + 1)}`;
}
