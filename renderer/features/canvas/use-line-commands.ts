import { connectionOf } from '#shared/flow/edit-flow.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { useCommands } from '../../store/command-registry.ts';
import { selectionOf, useSelection, type FlowSelection } from '../../store/selection-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { askForConnection, askForTarget } from './ask-for-connection.ts';
import { askForLine } from './ask-for-line.ts';
import { insertionAsked } from './insert-edits.ts';
import { lineId, type ExitName } from './line-names.ts';
import type { NodeFocus } from './use-node-focus.ts';
import { linesAt } from './walk-flow.ts';

/** Offers what the keyboard does with connections: make one, lead one elsewhere, go to one, put a node onto one. */
export function useLineCommands(flowId: string, { lineFocused, nodeFocused }: NodeFocus): void {
  const flow = useFlow(flowId);
  const selection = useSelection(flowId);
  const [line] = selection.connections;
  const [nodeId] = selection.nodes;
  const lines = flow === undefined ? [] : linesOf(flow, selection);
  const [first] = lines;
  useCommands({
    'canvas.focus': () => {
      const { connections, groups, nodes } = selectionOf(flowId);
      nodeFocused(nodes[0] ?? groups[0] ?? connections[0]?.node);
    },
    'canvas.connect': connecting(flow, nodeId, line, flowId),
    'canvas.connections':
      first === undefined || nodeId === undefined ? null : () => lineFocused(lineId(first.node, first.exit)),
    'canvas.insert':
      first === undefined || flow === undefined
        ? null
        : () => {
            if (lines.length === 1) insertionAsked(flowId, first);
            else askForLine(flow, lines, (exit) => insertionAsked(flowId, exit));
          },
  });
}

function connecting(
  flow: Flow | undefined,
  nodeId: string | undefined,
  line: ExitName | undefined,
  flowId: string,
): (() => void) | null {
  const node = flow?.nodes.find(({ id }) => id === nodeId);
  if (node !== undefined)
    return nodeExits(node).length === 0 ? null : () => askForConnection(flowId, node.id);
  return line === undefined ? null : () => askForTarget(flowId, line);
}

/** The selected connections, or those of the selected node: what leaves it, else what leads to it. */
function linesOf(flow: Flow, { connections, nodes }: FlowSelection): readonly ExitName[] {
  const [nodeId] = nodes;
  if (nodeId !== undefined) return linesAt(flow, nodeId);
  return connections.filter(({ node, exit }) => connectionOf(flow, node, exit) !== undefined);
}
