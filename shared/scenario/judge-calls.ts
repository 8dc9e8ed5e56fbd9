import type { ExpectationOf } from './expectation.ts';
import { met, unmet, type Judgement } from './expectation-result.ts';
import { timesInWords } from './judge-way.ts';
import type { NodeName } from './node-name.ts';
import type { CallFact, RunFacts } from './run-facts.ts';

/** How many calls were made. One that our own side could not make was none. */
export function judgeCalls(
  { count, node }: ExpectationOf<'calls'>,
  { calls, lastSeq }: RunFacts,
  nodeName: NodeName,
): Judgement {
  const made = madeCalls(calls).filter(({ nodeId }) => node === undefined || nodeId === node);
  const title = node === undefined ? 'the calls of the run' : `the calls of "${nodeName(node)}"`;
  const expected = timesInWords(count);
  const actual = timesInWords(made.length);
  if (made.length === count) return met(title, expected, actual);
  return unmet(title, expected, actual, made[count]?.prepared?.seq ?? lastSeq);
}

/** In which order calls were made. */
export function judgeCallOrder(
  { nodes }: ExpectationOf<'call-order'>,
  { calls, lastSeq }: RunFacts,
  nodeName: NodeName,
): Judgement {
  const title = 'the calls come in this order';
  const made = madeCalls(calls);
  const expected = inOrder(nodes.map(nodeName));
  const actual = inOrder(made.map(({ nodeId }) => nodeName(nodeId ?? '')));
  const at = made.findIndex(({ nodeId }, index) => nodeId !== nodes[index]);
  if (at === -1 && made.length === nodes.length) return met(title, expected, actual);
  return unmet(title, expected, actual, made[at]?.prepared?.seq ?? lastSeq);
}

function madeCalls(calls: readonly CallFact[]): readonly CallFact[] {
  return calls.filter(({ prepared }) => prepared !== undefined);
}

function inOrder(names: readonly string[]): string {
  return names.length === 0 ? 'no call' : names.join(', ');
}
