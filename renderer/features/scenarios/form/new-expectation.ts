import type { NodeId } from '#shared/ids/ids.ts';
import type { Expectation, ExpectationOf, ExpectationType } from '#shared/scenario/expectation.ts';
import { assertNever } from '#shared/outcome/assert-never.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { ScenarioNodes } from './scenario-nodes.ts';

/** A new expectation of a type; `null` where the flow has no node that it could be about. */
export function newExpectation(type: ExpectationType, nodes: ScenarioNodes): Expectation | null {
  switch (type) {
    case 'message':
      return { type, text: { is: 'contains', text: '' }, absent: false };
    case 'variable':
      return { type, path: '', value: { is: 'equal', text: '' } };
    case 'exit':
      return newExit(nodes);
    case 'path':
      return { type, nodes: [], exact: false };
    case 'calls':
      return { type, count: 1 };
    case 'call-order':
      return { type, nodes: nodes.all.flatMap(({ node }) => (node.kind === 'api-call' ? [node.id] : [])) };
    case 'call':
      return newCall(nodes);
    case 'end':
      return { type, outcome: 'ended' };
    case 'duration':
      return { type, atMostMs: 1000 };
    default:
      return assertNever(type);
  }
}

function newExit({ all }: ScenarioNodes): ExpectationOf<'exit'> | null {
  const branching = all.find(({ node }) => nodeExits(node).length > 1) ?? all[0];
  if (branching === undefined) return null;
  return { type: 'exit', node: branching.node.id, exit: nodeExits(branching.node)[0] ?? '' };
}

function newCall({ all }: ScenarioNodes): ExpectationOf<'call'> | null {
  const node: NodeId | undefined = all.find((each) => each.node.kind === 'api-call')?.node.id;
  return node === undefined ? null : { type: 'call', node, nth: 1, headers: [], status: 'success' };
}
