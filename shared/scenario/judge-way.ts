import type { ExpectationOf } from './expectation.ts';
import { met, unmet, type Judgement } from './expectation-result.ts';
import type { NodeName } from './node-name.ts';
import type { RunFacts } from './run-facts.ts';

/** Whether a node was left by an exit, and how often. */
export function judgeExit(
  { exit, node, times }: ExpectationOf<'exit'>,
  { entered, lastSeq, left }: RunFacts,
  nodeName: NodeName,
): Judgement {
  const title = `"${nodeName(node)}" is left by ${exit}`;
  const ofNode = left.filter(({ nodeId }) => nodeId === node);
  const taken = ofNode.filter((event) => event.exit === exit);
  const expected = times === undefined ? exit : timesInWords(times);
  const isMet = times === undefined ? taken.length > 0 : taken.length === times;
  if (isMet) return met(title, expected, times === undefined ? exit : timesInWords(taken.length));
  if (times !== undefined) {
    const over = taken[times];
    return unmet(title, expected, timesInWords(taken.length), over?.seq ?? lastSeq);
  }
  const [other] = ofNode;
  if (other !== undefined) {
    const exits = [...new Set(ofNode.map((event) => event.exit))];
    return unmet(title, expected, exits.join(', '), other.seq);
  }
  const wasThere = entered.some(({ nodeId }) => nodeId === node);
  return unmet(title, expected, wasThere ? 'the run ended there' : 'the run did not come there', lastSeq);
}

/** How often, in words. */
export function timesInWords(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${String(count)} times`;
}

/** Whether the run came to nodes in their order. */
export function judgePath(
  { exact, nodes }: ExpectationOf<'path'>,
  { entered, lastSeq }: RunFacts,
  nodeName: NodeName,
): Judgement {
  const title = exact ? 'the run comes to exactly these nodes' : 'the run comes to these nodes in this order';
  const name = (nodeId: string | undefined): string => nodeName(nodeId ?? '');
  const expected = listed(nodes.map(name));
  const actual = listed(entered.map(({ nodeId }) => name(nodeId)));
  if (exact) {
    const at = entered.findIndex(({ nodeId }, index) => nodeId !== nodes[index]);
    if (at === -1 && entered.length === nodes.length) return met(title, expected, actual);
    return unmet(title, expected, actual, entered[at]?.seq ?? lastSeq);
  }
  let next = 0;
  for (const { nodeId } of entered) if (nodeId === nodes[next]) next += 1;
  if (next >= nodes.length) return met(title, expected, actual);
  return unmet(title, expected, `${actual} (without "${name(nodes[next])}" there)`, lastSeq);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'no node' : names.join(' → ');
}
