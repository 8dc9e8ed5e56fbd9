import type { Flow } from '#shared/flow/flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import { groupByNode } from '#shared/flow/group.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { ExitName } from './line-names.ts';

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The collapsed group that stands for each node which is not seen. */
type Hiding = ReadonlyMap<string, string>;

const nothingHidden: Hiding = new Map();

/** Where following a connection leads: on, back, or to what another exit of the same source leads to. */
export function followed(
  flow: Flow,
  id: string,
  key: ArrowKey,
  hiding: Hiding = nothingHidden,
): string | undefined {
  if (key === 'ArrowRight') return targetsOf(flow, id, hiding)[0];
  const source = sourceOf(flow, id, hiding);
  if (key === 'ArrowLeft' || source === undefined) return key === 'ArrowLeft' ? source : undefined;
  const siblings = targetsOf(flow, source, hiding);
  return siblings[siblings.indexOf(id) + (key === 'ArrowDown' ? 1 : -1)];
}

/** The card before or after another in the order in which a conversation meets them; a frame stands before what is in it. */
export function stepped(
  flow: Flow,
  id: string,
  key: ArrowKey,
  hiding: Hiding = nothingHidden,
): string | undefined {
  const byNode = groupByNode(flow);
  const ids = new Set(
    flowOrder(flow).flatMap(({ node }) => {
      const frame = byNode.get(node.id)?.id;
      const seen = hiding.get(node.id) ?? node.id;
      return frame === undefined ? [seen] : [frame, seen];
    }),
  );
  const order = [...ids];
  const on = key === 'ArrowRight' || key === 'ArrowDown';
  return order[order.indexOf(id) + (on ? 1 : -1)];
}

/** The nodes that a card stands for, and those of them between which nothing leads out. */
function standsFor(
  flow: Flow,
  id: string,
): { readonly own: ReadonlySet<string>; readonly inner: ReadonlySet<string> } {
  const members = new Set([...groupByNode(flow)].flatMap(([node, group]) => (group.id === id ? [node] : [])));
  return members.size === 0 ? { own: new Set([id]), inner: members } : { own: members, inner: members };
}

function sourceOf(flow: Flow, id: string, hiding: Hiding): string | undefined {
  const { inner, own } = standsFor(flow, id);
  const source = flow.connections.find(({ from, to }) => own.has(to) && !inner.has(from.node))?.from.node;
  return hiding.get(source ?? '') ?? source;
}

function targetsOf(flow: Flow, id: string, hiding: Hiding): readonly string[] {
  const { inner, own } = standsFor(flow, id);
  return flow.nodes
    .filter((node) => own.has(node.id))
    .flatMap((node) =>
      nodeExits(node).flatMap((exit) => {
        const found = flow.connections.find(({ from }) => from.node === node.id && from.exit === exit);
        return found === undefined || inner.has(found.to) ? [] : [hiding.get(found.to) ?? found.to];
      }),
    );
}

/** The connections at a node, by their exits: those that leave it in the order of its exits, else those that lead to it. */
export function linesAt(flow: Flow, nodeId: string): readonly ExitName[] {
  const node = flow.nodes.find((each) => each.id === nodeId);
  if (node === undefined) return [];
  const leaving = nodeExits(node).filter((exit) =>
    flow.connections.some(({ from }) => from.node === nodeId && from.exit === exit),
  );
  if (leaving.length > 0) return leaving.map((exit) => ({ node: nodeId, exit }));
  return flow.connections.filter(({ to }) => to === nodeId).map(({ from }) => from);
}

/** Where an arrow leads from a connection: to the node at either end, or to the next connection of the one it leaves. */
export function fromLine(
  flow: Flow,
  line: ExitName,
  key: ArrowKey,
): { readonly nodeId: string } | { readonly line: ExitName } | undefined {
  if (key === 'ArrowLeft') return { nodeId: line.node };
  if (key === 'ArrowRight') {
    const to = flow.connections.find(({ from }) => from.node === line.node && from.exit === line.exit)?.to;
    return to === undefined ? undefined : { nodeId: to };
  }
  const lines = linesAt(flow, line.node);
  const at = lines.findIndex(({ exit }) => exit === line.exit);
  const next = lines[at + (key === 'ArrowDown' ? 1 : -1)];
  return next === undefined ? undefined : { line: next };
}
