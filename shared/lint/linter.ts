import type { FlowNames } from '../flow/flow-names.ts';
import { flowOrder } from '../flow/flow-order.ts';
import { hasSameStructure, hasSameWays } from '../flow/flow-structure.ts';
import type { Flow } from '../flow/flow.ts';
import { variableUses } from '../flow/variable-uses.ts';
import type { NodeId } from '../ids/ids.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { WorkspaceDocument } from '../workspace/document.ts';
import type { Finding } from './finding.ts';
import { flowFacts, type FlowFacts } from './flow-facts.ts';
import type { Found, LintRule } from './lint-rule.ts';
import { lintRules } from './lint-rules.ts';
import { scenarioFacts } from './scenario-facts.ts';
import { silenceReason, type Silencing } from './silenced-rule.ts';
import {
  hasSameSurroundings,
  workspaceFacts,
  type LintWorkspace,
  type WorkspaceFacts,
} from './workspace-facts.ts';

/** What a rule has found, before the document is known. */
interface RuleFound extends Found {
  readonly rule: LintRule;
}

/** What was found out about a flow when it was last looked through. */
interface FlowMemory {
  readonly facts: FlowFacts;
  /** Of the structure alone. */
  readonly structure: readonly RuleFound[];
  /** Of nodes at their places; an edit makes one node anew and leaves the others. */
  readonly places: WeakMap<FlowNode, readonly RuleFound[]>;
  readonly findings: readonly Finding[];
}

/** Where the work can be interrupted. */
export type LintSteps = Generator<undefined, readonly Finding[]>;

/**
 * Looks through a workspace, and remembers what has not changed since: a node that was not edited, a flow whose structure and
 * surroundings are the same, an endpoint. What it finds is the same as without a memory.
 */
export class Linter {
  readonly #rules: readonly LintRule[];
  readonly #nodes = new WeakMap<FlowNode, readonly RuleFound[]>();
  #flows = new Map<string, FlowMemory>();
  #around: WorkspaceFacts | null = null;
  #others = new WeakMap<WorkspaceDocument, readonly Finding[]>();

  constructor(rules: readonly LintRule[] = lintRules) {
    this.#rules = rules;
  }

  /** Everything at once. */
  lint(workspace: LintWorkspace): readonly Finding[] {
    const steps = this.steps(workspace);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same in small steps, so that a window can do something else in between; what was done so far is remembered. */
  *steps(workspace: LintWorkspace): LintSteps {
    const around = this.#surroundings(workspace);
    const flows = new Map<string, FlowMemory>();
    const findings: Finding[] = [];
    for (const flow of workspace.flows) {
      const memory = yield* this.#flow(flow, around);
      flows.set(flow.id, memory);
      findings.push(...memory.findings);
    }
    this.#flows = flows;
    for (const document of [...workspace.endpoints, ...workspace.environments]) {
      findings.push(...this.#document(document, around));
      yield;
    }
    const factsOf = scenarioFacts(workspace);
    for (const scenario of workspace.scenarios ?? []) {
      const found = this.#found((checks) => checks.scenario?.(scenario, factsOf(scenario)) ?? []);
      findings.push(...found.map((each) => finding(scenario, each, null, () => scenario)));
      yield;
    }
    return silencedBy(workspace, findings);
  }

  /** The facts that hold for as long as nothing around the flows changes. */
  #surroundings(workspace: LintWorkspace): WorkspaceFacts {
    const before = this.#around;
    const isSame =
      before !== null &&
      before.workspace.secretStates === workspace.secretStates &&
      before.workspace.seen === workspace.seen &&
      hasSameSurroundings(before.workspace, workspace, null);
    if (isSame) return before;
    this.#around = workspaceFacts(workspace);
    this.#others = new WeakMap();
    return this.#around;
  }

  *#flow(flow: Flow, around: WorkspaceFacts): Generator<undefined, FlowMemory> {
    const before = this.#flows.get(flow.id);
    if (before?.facts.flow === flow && isSamePlace(before, around, flow.id)) return before;
    const known = yield* this.#known(flow, around, before);
    const found = new Map<NodeId | null, RuleFound[]>();
    const add = (nodeId: NodeId | null, list: readonly RuleFound[]) => {
      if (list.length === 0) return;
      const known = found.get(nodeId) ?? [];
      known.push(...list);
      found.set(nodeId, known);
    };
    const facts = { ...known.facts, flow };
    for (const each of known.structure) add(each.nodeId ?? null, [each]);
    for (const node of flow.nodes) {
      add(node.id, this.#node(node));
      add(node.id, this.#place(node, known));
      // Read node by node here, and not all at once by whoever asks for the uses in the whole flow.
      variableUses([node]);
      yield;
    }
    for (const each of this.#found(({ texts }) => texts?.(facts) ?? [])) add(each.nodeId ?? null, [each]);
    yield;
    // As a conversation meets them.
    const order = flowOrder(flow).map(({ node }) => node.id);
    const silencing = new Map<string, FlowNode>(
      flow.nodes.filter(({ silenced }) => silenced !== undefined).map((node) => [node.id, node]),
    );
    const silencingAt = (nodeId: NodeId | null) => (nodeId === null ? flow : (silencing.get(nodeId) ?? {}));
    const findings = [null, ...order].flatMap((nodeId) =>
      (found.get(nodeId) ?? []).map((each) => finding(flow, each, nodeId, silencingAt)),
    );
    const memory = { ...known, facts, findings };
    this.#flows.set(flow.id, memory);
    return memory;
  }

  /** What holds for the structure of a flow and its surroundings, from before where neither has changed. */
  *#known(
    flow: Flow,
    around: WorkspaceFacts,
    before: FlowMemory | undefined,
  ): Generator<undefined, Omit<FlowMemory, 'findings'>> {
    const isSame = before !== undefined && hasSameStructure(before.facts.flow, flow);
    if (isSame && isSamePlace(before, around, flow.id)) return before;
    const names = namesOf(flow, before);
    yield;
    const facts = flowFacts(flow, around, names);
    for (const node of flow.nodes) {
      facts.leavings(node);
      yield;
    }
    const structure: RuleFound[] = [];
    for (const rule of this.#rules) {
      structure.push(...(rule.checks.structure?.(facts) ?? []).map((each) => ({ ...each, rule })));
      yield;
    }
    return { facts, structure, places: new WeakMap() };
  }

  #node(node: FlowNode): readonly RuleFound[] {
    const found = this.#nodes.get(node) ?? this.#found((checks) => checks.node?.(node) ?? []);
    this.#nodes.set(node, found);
    return found;
  }

  #place(node: FlowNode, { facts, places }: Pick<FlowMemory, 'facts' | 'places'>): readonly RuleFound[] {
    const found = places.get(node) ?? this.#found((checks) => checks.place?.(node, facts) ?? []);
    places.set(node, found);
    return found;
  }

  #document(document: Exclude<WorkspaceDocument, Flow>, around: WorkspaceFacts): readonly Finding[] {
    const found =
      this.#others.get(document) ??
      this.#found(({ endpoint, environment }) =>
        document.format === 'flowbench.endpoint'
          ? (endpoint?.(document, around) ?? [])
          : document.format === 'flowbench.environment'
            ? (environment?.(document) ?? [])
            : [],
      ).map((each) =>
        finding(document, each, null, () => (document.format === 'flowbench.fixture' ? {} : document)),
      );
    this.#others.set(document, found);
    return found;
  }

  #found(check: (checks: LintRule['checks']) => readonly Found[]): readonly RuleFound[] {
    return this.#rules.flatMap((rule) => check(rule.checks).map((each) => ({ ...each, rule })));
  }
}

/** What is silenced where it was found keeps the reason that was given there. */
function silencedBy(workspace: LintWorkspace, findings: readonly Finding[]): readonly Finding[] {
  if ((workspace.silenced ?? []).length === 0) return findings;
  return findings.map((each) =>
    each.silenced === null ? { ...each, silenced: silenceReason(workspace, each.ruleId) } : each,
  );
}

function namesOf(flow: Flow, before: FlowMemory | undefined): FlowNames | undefined {
  return before !== undefined && hasSameWays(before.facts.flow, flow) ? before.facts.names : undefined;
}

function isSamePlace({ facts }: FlowMemory, around: WorkspaceFacts, flowId: string): boolean {
  return facts.around === around || hasSameSurroundings(facts.around.workspace, around.workspace, flowId);
}

function finding(
  document: WorkspaceDocument,
  { rule, message, exit, at, fixes, nodeId: own }: RuleFound,
  ofNode: NodeId | null,
  silencingAt: (nodeId: NodeId | null) => Silencing,
): Finding {
  const nodeId = own ?? ofNode;
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message,
    place: {
      documentId: document.id,
      nodeId,
      exit: exit ?? null,
      field: at === undefined ? null : { tab: null, row: null, range: null, ...at },
    },
    fixes: fixes ?? [],
    silenced: silenceReason(silencingAt(nodeId), rule.id),
  };
}
