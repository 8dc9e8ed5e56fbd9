import { commandKeys } from '#shared/commands/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { runFromWanted } from '../../store/run-from.ts';
import { nodePicked } from '../../store/selection-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { flowNow } from './canvas-edits.ts';
import { groupMenuEntries } from './groups/group-menu.ts';
import { standInEntries } from './stand-in-entries.ts';
import { debugEntries, lineEntries } from './debug-menu.ts';

/** What can be done with the node or the connection that was asked on the canvas. A node is selected at that. */
export function nodeMenuEntries(flowId: string, asked: Element): readonly MenuEntry[] {
  const id = asked.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  const node = flowNow(flowId)?.nodes.find((each) => each.id === id);
  if (id !== undefined && node === undefined) return groupMenuEntries(flowId, id);
  if (node === undefined) return lineEntries(flowId, asked);
  nodePicked(flowId, node.id);
  return [
    {
      kind: 'action',
      label: node.kind === 'start' ? 'Run' : 'Run from here',
      icon: 'run',
      onSelect: () => void runFromWanted(flowId, node.id),
    },
    ...debugEntries(flowId, node),
    { kind: 'separator' },
    ...(node.kind === 'api-call' ? standInEntries(flowId, node.id) : []),
    {
      kind: 'action',
      label: 'Connect…',
      icon: 'arrow-right',
      keys: commandKeys('canvas.connect'),
      onSelect: () => commandInvoked('canvas.connect'),
    },
    {
      kind: 'action',
      label: 'Rename',
      icon: 'rename',
      keys: commandKeys('edit.rename'),
      onSelect: () => commandInvoked('edit.rename'),
    },
    {
      kind: 'action',
      label: 'Duplicate',
      icon: 'duplicate',
      keys: commandKeys('edit.duplicate'),
      onSelect: () => commandInvoked('edit.duplicate'),
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Delete',
      icon: 'trash',
      keys: commandKeys('edit.delete'),
      danger: true,
      onSelect: () => commandInvoked('edit.delete'),
    },
  ];
}
