import { commandKeys } from '#shared/commands/command-keys.ts';
import type { CommandId } from '#shared/commands/commands.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { breakpointAsked } from '../../store/breakpoint-dialog-store.ts';
import { breakpointAt, breakpointsOf, breakpointToggled } from '../../store/breakpoints.ts';
import { commandInvoked, isCommandOffered } from '../../store/command-registry.ts';
import { runToNodeWanted } from '../../store/debug-actions.ts';
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
  return exitEntries(flowId, line.slice(0, at), line.slice(at + 1));
}

function nodeMenu(flow: Flow, node: FlowNode): readonly MenuEntry[] {
  // What is done by a command is done to the selection.
  if (!selectionOf(flow.id).nodes.includes(node.id)) nodePicked(flow.id, node.id);
  const hasStart = flow.nodes.some(({ kind }) => kind === 'start');
  const place = { node: node.id, exit: null };
  const isSet = breakpointAt(breakpointsOf(flow.id), place) !== undefined;
  const exits = nodeExits(node);
  return [
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
    ...(exits.length === 0 ? [] : [exitMenu(flow.id, node.id, exits)]),
    { kind: 'separator' },
    ofCommand('Rename', 'rename', 'edit.rename'),
    ofCommand('Connect…', 'arrow-right', 'canvas.connect'),
    ofCommand('Duplicate', 'duplicate', 'edit.duplicate'),
    ofCommand('Delete', 'trash', 'edit.delete'),
  ];
}

function exitMenu(flowId: string, node: string, exits: readonly string[]): MenuEntry {
  return {
    kind: 'submenu',
    label: 'Stop after it leaves by',
    entries: exits.map((exit): MenuEntry => {
      const isSet = breakpointAt(breakpointsOf(flowId), { node, exit }) !== undefined;
      return {
        kind: 'action',
        label: exit,
        icon: isSet ? 'check' : undefined,
        meta: isSet ? 'remove' : undefined,
        onSelect: () => breakpointToggled(flowId, { node, exit }),
      };
    }),
  };
}

function exitEntries(flowId: string, node: string, exit: string): readonly MenuEntry[] {
  const place = { node, exit };
  const isSet = breakpointAt(breakpointsOf(flowId), place) !== undefined;
  return [
    {
      kind: 'action',
      label: isSet ? `Remove the breakpoint on ${exit}` : `Set a breakpoint on ${exit}`,
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
    disabledReason: isCommandOffered(id) ? undefined : 'Select the node first.',
    onSelect: () => void commandInvoked(id),
  };
}
