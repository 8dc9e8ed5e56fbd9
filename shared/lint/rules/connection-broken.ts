import type { Connection, Flow } from '../../flow/flow.ts';
import { exitName } from '../../nodes/exit-name.ts';
import { canBeEntered, nodeExits } from '../../nodes/node-exits.ts';
import type { FlowNode } from '../../nodes/node.ts';
import { nameOf } from '../connect-fixes.ts';
import { flowFix } from '../flow-fix.ts';
import type { Found, LintRule } from '../lint-rule.ts';

/** Connections that a flow cannot have. */
export const connectionBroken: LintRule = {
  id: 'connection-broken',
  severity: 'error',
  why: 'The way that the connection was meant to be is none.',
  doc: 'Told for a connection whose node or exit is gone, that leads into a Start or a note, or that is the second one of its exit: of two the first counts. Such a file comes from a merge or another program.',
  checks: { structure: ({ flow }) => broken(flow) },
};

function broken(flow: Flow): readonly Found[] {
  const byId = new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node]));
  const used = new Set<string>();
  return flow.connections.flatMap((connection) => {
    const { from, to } = connection;
    const key = `${from.node} ${from.exit}`;
    const trouble = troubleWith(connection, byId.get(from.node), byId.get(to), used.has(key));
    used.add(key);
    if (trouble === null) return [];
    const nodeId = [from.node, to].find((id) => byId.has(id));
    const fixes = [flowFix('Remove the connection', (now) => without(now, connection))];
    return [{ message: trouble, ...(nodeId === undefined ? {} : { nodeId }), fixes }];
  });
}

function troubleWith(
  { from: { exit } }: Connection,
  source: FlowNode | undefined,
  target: FlowNode | undefined,
  isSecond: boolean,
): string | null {
  if (source === undefined)
    return target === undefined
      ? 'A connection has lost both of its nodes.'
      : `A connection leads to ${nameOf(target)} from a node that is gone.`;
  const name = `${nameOf(source)} › ${exitName(source, exit)}`;
  if (!nodeExits(source).includes(exit))
    return `${nameOf(source)} has no exit ${exit}, from which a connection leads.`;
  if (target === undefined) return `${name} leads to a node that is gone.`;
  if (!canBeEntered(target)) return `${name} leads to ${nameOf(target)}, where no connection can lead.`;
  return isSecond ? `${name} has two connections; the first one counts.` : null;
}

const without = (flow: Flow, gone: Connection): Flow => ({
  ...flow,
  connections: flow.connections.filter((each) => each !== gone),
});
