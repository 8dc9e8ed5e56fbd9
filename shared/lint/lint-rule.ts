import type { Endpoint } from '../endpoint/endpoint.ts';
import type { Environment } from '../environment/environment.ts';
import type { NodeId } from '../ids/ids.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { FieldPlace, Fix, Severity } from './finding.ts';
import type { FlowFacts } from './flow-facts.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ScenarioFacts } from './scenario-facts.ts';
import type { WorkspaceFacts } from './workspace-facts.ts';

/** What a rule tells; the linter adds which rule and which document it was. */
export interface Found {
  readonly message: string;
  /** Of a rule that looks at flows as a whole: the node that is meant; absent where it is the flow. */
  readonly nodeId?: NodeId;
  readonly exit?: string;
  readonly at?: FoundPlace;
  readonly fixes?: readonly Fix[];
}

/** The field that is meant, as far as there is more to say than its label. */
export type FoundPlace = Pick<FieldPlace, 'field'> & Partial<FieldPlace>;

/** One thing that is looked for. The guide of problems is made from these texts. */
export interface LintRule {
  /** In kebab-case, as its file is called. */
  readonly id: string;
  readonly severity: Severity;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** When it is told and what mends it. */
  readonly doc: string;
  readonly checks: RuleChecks;
}

/**
 * What a rule looks at, which says when it has to look again: a check of a node by itself only when the node is edited, one
 * of its place also when the structure of the flow or what surrounds it has changed.
 */
export interface RuleChecks {
  readonly node?: (node: FlowNode) => readonly Found[];
  readonly place?: (node: FlowNode, facts: FlowFacts) => readonly Found[];
  /** The flow as a whole: of its nodes it may use no more than what `hasSameStructure` compares. */
  readonly structure?: (facts: FlowFacts) => readonly Found[];
  /** The flow as a whole with all texts of its nodes. */
  readonly texts?: (facts: FlowFacts) => readonly Found[];
  readonly endpoint?: (endpoint: Endpoint, facts: WorkspaceFacts) => readonly Found[];
  readonly environment?: (environment: Environment) => readonly Found[];
  readonly scenario?: (scenario: Scenario, facts: ScenarioFacts) => readonly Found[];
}
