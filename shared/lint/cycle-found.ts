import { withConnection, withNode } from '../flow/edit-flow.ts';
import type { Flow } from '../flow/flow.ts';
import type { FlowNode } from '../nodes/node.ts';
import { nameOf, newNodeNamed } from './connect-fixes.ts';
import type { Cycle } from './cycles.ts';
import type { Fix } from './finding.ts';
import type { FlowFacts } from './flow-facts.ts';
import { flowFix } from './flow-fix.ts';
import type { Found } from './lint-rule.ts';
import { cyclesWithoutPause } from './cycles.ts';

/** Names of a cycle that fit into a sentence. */
const namedNodes = 4;

/** The cycles of one kind, told at the node that comes first in the document. */
export function cyclesFound(
  facts: FlowFacts,
  isMeant: (cycle: Cycle) => boolean,
  inWords: (names: string) => string,
): readonly Found[] {
  return cyclesWithoutPause(facts)
    .filter(isMeant)
    .flatMap((cycle) => {
      const [first] = cycle.nodes;
      if (first === undefined) return [];
      const fixes = isLedBack(facts.flow, first, cycle) ? [waitPut(first, cycle)] : [];
      return [{ nodeId: first.id, message: inWords(namesOf(cycle)), fixes }];
    });
}

/** Whether connections lead back, and not the error node alone. */
function isLedBack({ connections }: Flow, node: FlowNode, { nodes }: Cycle): boolean {
  return connections.some(({ from, to }) => to === node.id && nodes.some(({ id }) => id === from.node));
}

/** A fix that puts a Wait on the way by which the cycle comes back to a node. */
function waitPut(node: FlowNode, { nodes }: Cycle): Fix {
  const inside = new Set<string>(nodes.map(({ id }) => id));
  return flowFix(`Wait a second before ${nameOf(node)}`, (flow, newNodeId) => {
    const back = flow.connections.filter(({ from, to }) => to === node.id && inside.has(from.node));
    if (back.length === 0) return flow;
    const id = newNodeId();
    const at = { x: node.position.x, y: node.position.y + belowPx };
    const added = withNode(flow, newNodeNamed(flow, 'wait', id, at));
    const led = back.reduce((after, { from }) => withConnection(after, from, id), added);
    return withConnection(led, { node: id, exit: 'next' }, node.id);
  });
}

/** How far below the node its Wait stands, in pixels. */
const belowPx = 160;

function namesOf({ nodes }: Cycle): string {
  const names = nodes.slice(0, namedNodes).map(nameOf).join(', ');
  const others = nodes.length - namedNodes;
  return others > 0 ? `${names} and ${String(others)} more` : names;
}
