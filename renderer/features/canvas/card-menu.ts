import { commandKeys } from '#shared/commands/command-keys.ts';
import type { CommandId } from '#shared/commands/commands.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { breakpointAsked } from '../../store/breakpoint-dialog-store.ts';
import { breakpointAt, breakpointsOf, breakpointToggled } from '../../store/breakpoints.ts';
import { commandInvoked, isCommandOffered } from '../../store/command-registry.ts';
import { runToNodeWanted } from '../../store/debug-actions.ts';
import { runFromWanted } from '../../store/run-from.ts';
import { nodePicked, selectionOf } from '../../store/selection-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { flowNow } from './canvas-edits.ts';

/** The menu of a card or a line of the canvas; the canvas itself has none. */
export function cardMenu(flowId: string, asked: Element): readonly MenuEntry[] {
  const flow = flowNow(flowId);
  const nodeId = asked.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  const node = flow?.nodes.find(({ id }) => id === nodeId);
  if (flow !== undefined && node !== undefined) return nodeMenu(flow, node);
  const line = asked.closest<SVGElement>('.react-flow__edge')?.dataset['id'];
  const at = line?.indexOf('/') ?? -1;
  if (line === undefined || at < 0) return [];
  const from = flow?.nodes.find(({ id }) => id === line.slice(0, at));
  return from === undefined ? [] : exitEntries(flowId, from, line.slice(at + 1));
}

function nodeMenu(flow: Flow, node: FlowNode): readonly MenuEntry[] {
  // What is done by a command is done to the selection.
  if (!selectionOf(flow.id).nodes.includes(node.id)) nodePicked(flow.id, node.id);
  const isNote = node.kind === 'note';
  return [...(isNote ? [] : runEntries(flow, node)), ...editEntries(isNote)];
}

function runEntries(flow: Flow, node: FlowNode): readonly MenuEntry[] {
  const hasStart = flow.nodes.some(({ kind }) => kind === 'start');
  const place = { node: node.id, exit: null };
  const isSet = breakpointAt(breakpointsOf(flow.id), place) !== undefined;
  const exits = nodeExits(node);
  return [
    {
      kind: 'action',
      label: node.kind === 'start' ? 'Run' : 'Run from here',
      icon: 'run',
      onSelect: () => void runFromWanted(flow.id, node.id),
    },
    {
      kind: 'action',
      label: 'Run to here',
      icon: 'continue',
      keys: commandKeys('run.to-node'),
      disabledReason: hasStart ? undefined : 'The flow has no Start.',
      onSelect: () => void runToNodeWanted(flow.id, node.id),
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: isSet ? 'Remove the breakpoint' : 'Set a breakpoint',
      icon: 'debug',
      keys: commandKeys('breakpoint.toggle'),
      onSelect: () => breakpointToggled(flow.id, place),
    },
    {
      kind: 'action',
      label: isSet ? 'Condition of the breakpoint…' : 'Breakpoint with a condition…',
      keys: commandKeys('breakpoint.edit'),
      onSelect: () => breakpointAsked({ flowId: flow.id, ...place }),
    },
    ...(exits.length === 0 ? [] : [exitMenu(flow.id, node, exits)]),
    { kind: 'separator' },
  ];
}

function editEntries(isNote: boolean): readonly MenuEntry[] {
  return [
    ...(isNote
      ? []
      : [
          ofCommand('Rename', 'rename', 'edit.rename'),
          ofCommand('Connect…', 'arrow-right', 'canvas.connect'),
        ]),
    ofCommand('Duplicate', 'duplicate', 'edit.duplicate'),
    ofCommand('Delete', 'trash', 'edit.delete'),
  ];
}

function exitMenu(flowId: string, node: FlowNode, exits: readonly string[]): MenuEntry {
  return {
    kind: 'submenu',
    label: 'Stop after it leaves by',
    entries: exits.map((exit): MenuEntry => {
      const isSet = breakpointAt(breakpointsOf(flowId), { node: node.id, exit }) !== undefined;
      return {
        kind: 'action',
        label: exitName(node, exit),
        icon: isSet ? 'check' : undefined,
        meta: isSet ? 'remove' : undefined,
        onSelect: () => breakpointToggled(flowId, { node: node.id, exit }),
      };
    }),
  };
}

function exitEntries(flowId: string, node: FlowNode, exit: string): readonly MenuEntry[] {
  const place = { node: node.id, exit };
  const name = exitName(node, exit);
  const isSet = breakpointAt(breakpointsOf(flowId), place) !== undefined;
  return [
    {
      kind: 'action',
      label: isSet ? `Remove the breakpoint on ${name}` : `Set a breakpoint on ${name}`,
      icon: 'debug',
      onSelect: () => breakpointToggled(flowId, place),
    },
    {
      kind: 'action',
      label: isSet ? 'Condition of the breakpoint…' : 'Breakpoint with a condition…',
      onSelect: () => breakpointAsked({ flowId, ...place }),
    },
  ];
}

function ofCommand(
  label: string,
  icon: 'rename' | 'arrow-right' | 'duplicate' | 'trash',
  id: CommandId,
): MenuEntry {
  return {
    kind: 'action',
    label,
    icon,
    keys: commandKeys(id),
    danger: id === 'edit.delete',
    disabledReason: isCommandOffered(id) ? undefined : 'Select the node first.',
    onSelect: () => void commandInvoked(id),
  };
}
