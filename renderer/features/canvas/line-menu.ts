import { exitName } from '#shared/nodes/exit-name.ts';
import { commandKeys } from '../../store/command-keys.ts';
import { breakpointAsked } from '../../store/breakpoint-dialog-store.ts';
import { breakpointAt, breakpointsOf, breakpointToggled } from '../../store/breakpoints.ts';
import { connectionPicked } from '../../store/selection-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { askForExit } from './ask-for-connection.ts';
import { flowNow } from './canvas-edits.ts';
import { exitOfLine, isExitLine, type ExitName } from './line-names.ts';
import { entryOf } from './selection-menu.ts';

/** What can be done with the connection that was asked, which is selected at that; nothing where there is none. */
export function lineEntries(flowId: string, asked: Element): readonly MenuEntry[] {
  const line = asked.closest<SVGElement>('.react-flow__edge')?.dataset['id'];
  if (line === undefined || !isExitLine(line)) return [];
  const exit = exitOfLine(line);
  connectionPicked(flowId, exit);
  return [
    { ...entryOf('canvas.insert', 'plus'), label: 'Insert a node…' },
    { ...entryOf('canvas.connect', 'arrow-right'), label: 'Lead to another node…' },
    { kind: 'action', label: 'Leave by another exit…', onSelect: () => askForExit(flowId, exit) },
    { kind: 'separator' },
    ...breakpointEntries(flowId, exit),
    { kind: 'separator' },
    { ...entryOf('edit.delete', 'trash'), danger: true },
  ];
}

function breakpointEntries(flowId: string, { exit, node }: ExitName): readonly MenuEntry[] {
  const place = { node, exit };
  const from = flowNow(flowId)?.nodes.find(({ id }) => id === node);
  const name = from === undefined ? exit : exitName(from, exit);
  const isSet = breakpointAt(breakpointsOf(flowId), place) !== undefined;
  return [
    {
      kind: 'action',
      label: isSet ? `Remove the breakpoint on ${name}` : `Set a breakpoint on ${name}`,
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
  ];
}
