import { connectionOf, withConnection } from '../../flow/edit-flow.ts';
import type { Connection, Flow } from '../../flow/flow.ts';
import type { FlowNode, NodeOf } from '../../nodes/node.ts';
import { endAdded, nameOf } from '../connect-fixes.ts';
import type { Fix } from '../finding.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { flowFix, nodeFix } from '../flow-fix.ts';
import type { NodeLeaving } from '../../flow/node-leavings.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Trouble of calls that nothing takes. */
export const errorUnhandled: LintRule = {
  id: 'error-unhandled',
  severity: 'warning',
  why: 'A server that answers otherwise than hoped, or not at all, would end the conversation.',
  doc: 'Told for an API Call whose trouble leads nowhere: `error` has no connection, no exit of its own takes the case, the flow has no error node, and “Continue on error” does not help. Told as well for a Sub-flow whose `failed` leads nowhere in a flow without an error node.',
  checks: { structure: unhandled },
};

function unhandled({ flow, leavings }: FlowFacts): readonly Found[] {
  const errors = errorConnections(flow);
  return flow.nodes.flatMap((node) => {
    if (node.kind === 'sub-flow') return unhandledFailure(flow, node, leavings(node));
    if (node.kind !== 'api-call') return [];
    const isUnhandled = leavings(node).some(({ leaving, way }) => leaving.trouble && way.type === 'failure');
    if (!isUnhandled) return [];
    return [
      {
        nodeId: node.id,
        exit: 'error',
        message: `Nothing takes the trouble of ${nameOf(node)}: a run ends as failed where the call does not succeed.`,
        fixes: fixesFor(flow, node, errors),
      },
    ];
  });
}

function unhandledFailure(flow: Flow, node: FlowNode, leavings: readonly NodeLeaving[]): readonly Found[] {
  if (!leavings.some(({ leaving, way }) => leaving.trouble && way.type === 'failure')) return [];
  return [
    {
      nodeId: node.id,
      exit: 'failed',
      message: `Nothing takes the failure of ${nameOf(node)}: a run ends as failed where the flow that it runs does.`,
      fixes: [...elsewhere(flow, node, failedConnections(flow), 'failed'), endAdded(node, 'failed')],
    },
  ];
}

function failedConnections({ connections }: Flow): readonly Connection[] {
  return connections.filter(({ from }) => from.exit === 'failed');
}

function fixesFor(flow: Flow, node: NodeOf<'api-call'>, errors: readonly Connection[]): readonly Fix[] {
  const goesOnWith = connectionOf(flow, node.id, 'success');
  const goesOn = nodeFix('Continue on error, as after a success', node, (now) => ({
    ...now,
    config: { ...now.config, continueOnError: true },
  }));
  return [
    ...elsewhere(flow, node, errors, 'error'),
    endAdded(node, 'error'),
    ...(goesOnWith === undefined ? [] : [goesOn]),
  ];
}

function errorConnections({ nodes, connections }: Flow): readonly Connection[] {
  const calls = new Set<string>(nodes.filter(({ kind }) => kind === 'api-call').map(({ id }) => id));
  return connections.filter(({ from }) => from.exit === 'error' && calls.has(from.node));
}

/** Where the trouble of another node leads already. */
function elsewhere(
  flow: Flow,
  node: FlowNode,
  errors: readonly Connection[],
  exit: 'error' | 'failed',
): readonly Fix[] {
  const taken = errors.find(({ to }) => to !== node.id)?.to;
  const target = taken === undefined ? undefined : flow.nodes.find(({ id }) => id === taken);
  if (target === undefined) return [];
  return [
    flowFix(`Connect ${exit} to ${nameOf(target)}`, (now) =>
      withConnection(now, { node: node.id, exit }, target.id),
    ),
  ];
}
