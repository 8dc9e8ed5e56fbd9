import { loopBody } from '../../flow/loop-body.ts';
import type { FlowNode, NodeOf } from '../../nodes/node.ts';
import { nameOf } from '../connect-fixes.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { flowFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';
import { renamedIn } from '../renamed-part.ts';
import { nodesFrom } from '../reached-nodes.ts';
import { readersOf } from '../readers-of.ts';

/** Nodes that store over what another kind of node has stored. */
export const variableOverwritten: LintRule = {
  id: 'variable-overwritten',
  severity: 'warning',
  why: 'The earlier value is gone, and nodes that read the name get a value of another kind.',
  doc: 'Told for an API Call that stores its response under a name that an input, a prompt or another API Call has set on a way to it, for a prompt that stores over a response, and for both in the body of a loop whose item or index has the name. To ask again into the same variable is no mistake.',
  checks: { structure: overwritten },
};

function overwritten(facts: FlowFacts): readonly Found[] {
  const byId = new Map<string, FlowNode>(facts.flow.nodes.map((node) => [node.id, node]));
  return facts.flow.nodes.flatMap((node) => {
    if (node.kind !== 'api-call' && node.kind !== 'prompt') return [];
    const name = node.kind === 'api-call' ? node.config.responseVariable : node.config.variable;
    const setters = facts.names.setters.get(name) ?? [];
    if (setters.length < 2) return [];
    const earlier = setters
      .map((id) => byId.get(id))
      .find((each) => each !== undefined && isLost(facts, each, node) && leadsTo(facts, each, node));
    return earlier === undefined ? [] : [found(facts, node, name, earlier)];
  });
}

function isLost({ graph }: FlowFacts, earlier: FlowNode, { id, kind }: FlowNode): boolean {
  if (earlier.id === id) return false;
  // After a loop its last item is of no use to anybody; in its body it is what the round is about.
  if (earlier.kind === 'loop') return loopBody(graph, earlier.id).has(id);
  if (kind === 'prompt') return earlier.kind === 'api-call';
  return earlier.kind === 'start' || earlier.kind === 'prompt' || earlier.kind === 'api-call';
}

const leadsTo = (facts: FlowFacts, earlier: FlowNode, node: FlowNode): boolean =>
  facts.names.at(node.id).reached &&
  facts.names.at(earlier.id).reached &&
  nodesFrom(facts, earlier).has(node.id);

function found(
  facts: FlowFacts,
  node: NodeOf<'api-call'> | NodeOf<'prompt'>,
  name: string,
  earlier: FlowNode,
): Found {
  const at =
    node.kind === 'api-call'
      ? ({ field: 'Response variable', tab: 'request' } as const)
      : { field: 'Variable' };
  return {
    nodeId: node.id,
    message: `${nameOf(node)} stores over ${name}, which ${nameOf(earlier)} has set.`,
    at,
    fixes: [
      flowFix('Store it under a name of its own, and read that behind it', (flow) => {
        const readers = readersOf(facts, node, name);
        return renamedIn(flow, name, facts.around.names.values, {
          sets: ({ id }) => id === node.id,
          reads: ({ id }) => readers.has(id),
        });
      }),
    ],
  };
}
