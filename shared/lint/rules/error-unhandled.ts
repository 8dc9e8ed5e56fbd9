import { connectionOf, withConnection } from '../../flow/edit-flow.ts';
import type { Connection, Flow } from '../../flow/flow.ts';
import type { FlowNode, NodeOf } from '../../nodes/node.ts';
import { endAdded, nameOf } from '../connect-fixes.ts';
import type { Fix } from '../finding.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { flowFix, nodeFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Trouble of calls that nothing takes. */
export const errorUnhandled: LintRule = {
  id: 'error-unhandled',
  severity: 'warning',
  why: 'A server that answers otherwise than hoped, or not at all, would end the conversation.',
  doc: 'Told for an API Call whose trouble leads nowhere: `error` has no connection, no exit of its own takes the case, the flow has no error node, and “Continue on error” does not help.',
  checks: { structure: unhandled },
};

function unhandled({ flow, leavings }: FlowFacts): readonly Found[] {
  const errors = errorConnections(flow);
  return flow.nodes.flatMap((node) => {
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

function fixesFor(flow: Flow, node: NodeOf<'api-call'>, errors: readonly Connection[]): readonly Fix[] {
  const goesOnWith = connectionOf(flow, node.id, 'success');
  const goesOn = nodeFix('Continue on error, as after a success', node, (now) => ({
    ...now,
    config: { ...now.config, continueOnError: true },
  }));
  return [
    ...elsewhere(flow, node, errors),
    endAdded(node, 'error'),
    ...(goesOnWith === undefined ? [] : [goesOn]),
  ];
}

function errorConnections({ nodes, connections }: Flow): readonly Connection[] {
  const calls = new Set<string>(nodes.filter(({ kind }) => kind === 'api-call').map(({ id }) => id));
  return connections.filter(({ from }) => from.exit === 'error' && calls.has(from.node));
}

/** Where the error of another call leads already. */
function elsewhere(flow: Flow, node: FlowNode, errors: readonly Connection[]): readonly Fix[] {
  const taken = errors.find(({ to }) => to !== node.id)?.to;
  const target = taken === undefined ? undefined : flow.nodes.find(({ id }) => id === taken);
  if (target === undefined) return [];
  return [
    flowFix(`Connect error to ${nameOf(target)}`, (now) =>
      withConnection(now, { node: node.id, exit: 'error' }, target.id),
    ),
  ];
}
