import { loopBody } from '../../flow/loop-body.ts';
import { loopVariables } from '../../nodes/loop-node.ts';
import type { FlowNode, NodeOf } from '../../nodes/node.ts';
import { nameOf } from '../connect-fixes.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { flowFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';
import { nodesFrom } from '../reached-nodes.ts';
import { readersOf } from '../readers-of.ts';
import { renamedIn } from '../renamed-part.ts';

/** Loops whose item or index takes the place of another value. */
export const loopItemHides: LintRule = {
  id: 'loop-item-hides',
  severity: 'warning',
  why: 'The earlier value is gone as soon as the loop begins, also for the rest of the round around it.',
  doc: 'Told for a loop that stores its item or its index under the name of a loop around it, or of an input, an answer or a response from before. One loop after another may use one name.',
  checks: {
    structure: (facts) =>
      facts.flow.nodes.flatMap((node) => (node.kind === 'loop' ? hidden(facts, node) : [])),
  },
};

function hidden(facts: FlowFacts, node: NodeOf<'loop'>): readonly Found[] {
  const byId = new Map<string, FlowNode>(facts.flow.nodes.map((each) => [each.id, each]));
  return loopVariables(node.config).flatMap((name, at) => {
    const earlier = (facts.names.setters.get(name) ?? [])
      .map((id) => byId.get(id))
      .find((each) => each !== undefined && isLost(facts, each, node));
    const field = at === 0 ? 'Item variable' : 'Index variable';
    return earlier === undefined ? [] : [found(facts, node, { name, field, earlier })];
  });
}

function isLost(facts: FlowFacts, earlier: FlowNode, { id }: NodeOf<'loop'>): boolean {
  if (earlier.id === id) return false;
  if (earlier.kind === 'loop') return loopBody(facts.graph, earlier.id).has(id);
  const body = loopBody(facts.graph, id);
  return keeping.has(earlier.kind) && !body.has(earlier.id) && leadsTo(facts, earlier, id);
}

/** Kinds whose values are meant to last; a Set Variables may well prepare what a loop begins with. */
const keeping: ReadonlySet<string> = new Set(['start', 'prompt', 'api-call']);

const leadsTo = (facts: FlowFacts, earlier: FlowNode, id: string): boolean =>
  facts.names.at(id).reached && facts.names.at(earlier.id).reached && nodesFrom(facts, earlier).has(id);

interface Hidden {
  readonly name: string;
  readonly field: string;
  readonly earlier: FlowNode;
}

function found(facts: FlowFacts, node: NodeOf<'loop'>, { earlier, field, name }: Hidden): Found {
  const fix = flowFix('Store it under a name of its own, and read that in the loop', (flow) => {
    const readers = readersOf(facts, node, name);
    return renamedIn(flow, name, facts.around.names.values, {
      sets: ({ id }) => id === node.id,
      reads: ({ id }) => readers.has(id),
    });
  });
  return {
    nodeId: node.id,
    message: `${nameOf(node)} stores over ${name}, which ${nameOf(earlier)} has set.`,
    at: { field },
    fixes: [fix],
  };
}
