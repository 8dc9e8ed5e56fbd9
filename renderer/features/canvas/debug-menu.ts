import { commandKeys } from '#shared/commands/command-keys.ts';
import { exitName } from '#shared/nodes/exit-name.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { breakpointAsked } from '../../store/breakpoint-dialog-store.ts';
import { breakpointAt, breakpointsOf, breakpointToggled } from '../../store/breakpoints.ts';
import { runToNodeWanted } from '../../store/debug-actions.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { flowNow } from './canvas-edits.ts';

/** What the debugger offers in the menu of a node. */
export function debugEntries(flowId: string, node: FlowNode): readonly MenuEntry[] {
  const hasStart = flowNow(flowId)?.nodes.some(({ kind }) => kind === 'start') === true;
  const place = { node: node.id, exit: null };
  const isSet = breakpointAt(breakpointsOf(flowId), place) !== undefined;
  const exits = nodeExits(node);
  return [
    {
      kind: 'action',
      label: 'Run to here',
      icon: 'continue',
      keys: commandKeys('run.to-node'),
      disabledReason: hasStart ? undefined : 'The flow has no Start.',
      onSelect: () => void runToNodeWanted(flowId, node.id),
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: isSet ? 'Remove the breakpoint' : 'Set a breakpoint',
      icon: 'debug',
      keys: commandKeys('breakpoint.toggle'),
      onSelect: () => breakpointToggled(flowId, place),
    },
    {
      kind: 'action',
      label: isSet ? 'Condition of the breakpoint…' : 'Breakpoint with a condition…',
      keys: commandKeys('breakpoint.edit'),
      onSelect: () => breakpointAsked({ flowId, ...place }),
    },
    ...(exits.length === 0 ? [] : [exitMenu(flowId, node, exits)]),
  ];
}

function exitMenu(flowId: string, from: FlowNode, exits: readonly string[]): MenuEntry {
  const node = from.id;
  return {
    kind: 'submenu',
    label: 'Stop after it leaves by',
    entries: exits.map((exit): MenuEntry => {
      const isSet = breakpointAt(breakpointsOf(flowId), { node, exit }) !== undefined;
      return {
        kind: 'action',
        label: exitName(from, exit),
        icon: isSet ? 'check' : undefined,
        meta: isSet ? 'remove' : undefined,
        onSelect: () => breakpointToggled(flowId, { node, exit }),
      };
    }),
  };
}
