import type { NodeId } from '#shared/ids/ids.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { callException } from '#shared/request/call-exception.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { fixtureOf } from '../chosen-stand-ins.ts';
import type { RunWorkspace } from '../run-ports.ts';
import { standInOfCall, type CallStandIn } from '../stand-in-of-call.ts';

/**
 * What answers the calls of one run of a scenario. What is said of the nth call of a node comes before what is said of all of
 * them. Where the network is refused, a call that nothing stands in for is an exception.
 */
export function scenarioStandIns(
  workspace: Pick<RunWorkspace, 'document'>,
  { network, standIns }: Pick<Scenario, 'network' | 'standIns'>,
): (node: NodeOf<'api-call'>) => CallStandIn | null {
  const calls = new Map<NodeId, number>();
  return ({ id, name }) => {
    const nth = (calls.get(id) ?? 0) + 1;
    calls.set(id, nth);
    const ofNode = standIns.filter(({ node }) => node === id);
    const chosen = ofNode.find(({ call }) => call === nth) ?? ofNode.find(({ call }) => call === undefined);
    if (chosen?.use === 'live') return null;
    if (chosen !== undefined)
      return standInOfCall(chosen.use, name, (fixture) => fixtureOf(workspace, fixture));
    return network === 'refused' ? refused(name) : null;
  };
}

function refused(node: string): CallStandIn {
  const exception = callException('network-not-allowed', { node });
  return { type: 'exception', exception, shown: { type: 'fixture', name: 'no network' } };
}
