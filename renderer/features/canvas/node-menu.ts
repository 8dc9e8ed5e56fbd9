import { canBeErrorNode } from '#shared/flow/edit-flow.ts';
import { nodeExits } from '#shared/nodes/node-exits.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { errorNodeLabel } from '../../store/error-node-label.ts';
import { runFromWanted } from '../../store/run-from.ts';
import { nodePicked, selectionOf } from '../../store/selection-store.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { flowNow } from './canvas-edits.ts';
import { groupMenuEntries } from './groups/group-menu.ts';
import { standInEntries } from './stand-in-entries.ts';
import { debugEntries } from './debug-menu.ts';
import { noteTextEntered } from './inspector-entered.ts';
import { lineEntries } from './line-menu.ts';
import { entryOf, selectionEntries } from './selection-menu.ts';

/** What can be done with what was asked on the canvas: a node, several that are selected, or a connection. It is selected at that. */
export function canvasMenuEntries(flowId: string, asked: Element): readonly MenuEntry[] {
  const id = asked.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  const node = flowNow(flowId)?.nodes.find((each) => each.id === id);
  const selected = [...selectionOf(flowId).nodes, ...selectionOf(flowId).groups];
  const isOnSelection =
    id === undefined ? asked.closest('.react-flow__nodesselection') !== null : selected.includes(id);
  if (isOnSelection && selected.length > 1) return selectionEntries();
  if (id !== undefined && node === undefined) return groupMenuEntries(flowId, id);
  if (node === undefined) return lineEntries(flowId, asked);
  nodePicked(flowId, node.id);
  return node.kind === 'note' ? noteEntries() : stepEntries(flowId, node);
}

function stepEntries(flowId: string, node: FlowNode): readonly MenuEntry[] {
  return [
    {
      kind: 'action',
      label: node.kind === 'start' ? 'Run' : 'Run from here',
      icon: 'run',
      onSelect: () => void runFromWanted(flowId, node.id),
    },
    {
      kind: 'action',
      label: node.kind === 'start' ? 'Debug' : 'Debug from here',
      icon: 'debug',
      onSelect: () => void runFromWanted(flowId, node.id, 'debug'),
    },
    ...debugEntries(flowId, node),
    { kind: 'separator' },
    ...(node.kind === 'sub-flow'
      ? [{ ...entryOf('canvas.open-flow', 'sub-flow'), label: 'Open its flow' } as const]
      : []),
    ...(node.kind === 'api-call' ? standInEntries(flowId, node.id) : []),
    ...(nodeExits(node).length === 0
      ? []
      : [{ ...entryOf('canvas.connect', 'arrow-right'), label: 'Connect…' } as const]),
    ...errorNodeEntries(flowId, node),
    entryOf('edit.rename', 'rename'),
    ...endingEntries(),
  ];
}

function errorNodeEntries(flowId: string, node: FlowNode): readonly MenuEntry[] {
  if (!canBeErrorNode(node)) return [];
  const label = errorNodeLabel(flowNow(flowId)?.errorNode === node.id);
  return [{ ...entryOf('canvas.error-node', 'error-node'), label }];
}

/** A note is written, and nothing runs or leads there. */
function noteEntries(): readonly MenuEntry[] {
  return [
    {
      kind: 'action',
      label: 'Edit the text',
      icon: 'rename',
      keys: 'Enter',
      // The menu holds the focus until it has closed.
      onSelect: () => void requestAnimationFrame(noteTextEntered),
    },
    ...endingEntries(),
  ];
}

function endingEntries(): readonly MenuEntry[] {
  return [
    entryOf('edit.duplicate', 'duplicate'),
    { kind: 'separator' },
    { ...entryOf('edit.delete', 'trash'), danger: true },
  ];
}
