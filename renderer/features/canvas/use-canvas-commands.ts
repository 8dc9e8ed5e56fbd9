import { useReactFlow } from '@xyflow/react';
import { useCallback, type RefObject } from 'react';
import { canBeErrorNode } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupsOf } from '#shared/flow/group.ts';
import { collapsedGroupsOf, hidingGroups } from '../../store/collapsed-groups.ts';
import { useCommands } from '../../store/command-registry.ts';
import { useNodeWishes } from '../../store/node-wishes.ts';
import { nodePicked, selectionChanged, useSelection } from '../../store/selection-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { documentOpened, viewStore } from '../../store/view-store.ts';
import { askForKind } from './ask-for-kind.ts';
import { errorNodeToggled, flowNow, fragmentAdded, nodeAddedAfterSelection } from './canvas-edits.ts';
import { canvasMiddle } from './canvas-middle.ts';
import { fitLimits, fitPadding } from './use-canvas-viewport.ts';
import { copyStepPx } from './free-offset.ts';
import { groupRenamingStarted } from './groups/group-renaming.ts';
import { selectedFragment } from './selected-fragment.ts';
import { nodeRenamingStarted } from './inspector-entered.ts';
import { useArrangeCommands } from './use-arrange-commands.ts';
import { useLineCommands } from './use-line-commands.ts';
import type { NodeFocus } from './use-node-focus.ts';

const zoomMs = 120;
const duplicateOffset = { x: copyStepPx, y: copyStepPx };

/** Offers the commands of the canvas in view. */
export function useCanvasCommands(
  flowId: string,
  root: RefObject<HTMLElement | null>,
  nodeFocus: NodeFocus,
  selectionRemoved: () => void,
): void {
  const reactFlow = useReactFlow();
  const selection = useSelection(flowId);
  const [nodeId] = selection.nodes;
  const innerId = useFlowRunBy(flowId, nodeId);
  const mayCatch = useMayBeErrorNode(flowId, selection.nodes);
  const [groupId] = selection.groups;
  const hasItems = nodeId !== undefined || groupId !== undefined;
  const hasSelection = hasItems || selection.connections.length > 0;
  const motion = useCallback(() => ({ duration: prefersNoMotion() ? 0 : zoomMs }), []);
  const fit = () =>
    void reactFlow.fitView({ padding: fitPadding(), ...fitLimits, includeHiddenNodes: true, ...motion() });
  useArrangeCommands(flowId, fit);
  useLineCommands(flowId, nodeFocus);
  useNodeWishes((wish) => nodeAddedAfterSelection(flowId, wish, canvasMiddle(reactFlow, root.current)));
  useCommands({
    'canvas.fit': fit,
    'canvas.zoom-in': () => void reactFlow.zoomIn(motion()),
    'canvas.zoom-out': () => void reactFlow.zoomOut(motion()),
    'canvas.minimap': () => viewStore.setState((state) => ({ minimap: !state.minimap })),
    'canvas.add-node': () =>
      askForKind((kind) => nodeAddedAfterSelection(flowId, { kind }, canvasMiddle(reactFlow, root.current))),
    'canvas.error-node': mayCatch && nodeId !== undefined ? () => errorNodeToggled(flowId, nodeId) : null,
    'canvas.open-flow': innerId === null ? null : () => documentOpened(innerId),
    'edit.delete': hasSelection ? selectionRemoved : null,
    'edit.duplicate': hasItems ? () => duplicated(flowId) : null,
    'edit.rename': hasItems ? () => itemRenamed(flowId, nodeId, groupId) : null,
    'edit.select-all': () => allSelected(flowId),
  });
}

/** The flow that a node of a flow runs; `null` where it runs none, or one that is gone. */
function useFlowRunBy(flowId: string, nodeId: string | undefined): string | null {
  const node = useFlow(flowId)?.nodes.find(({ id }) => id === nodeId);
  const innerId = node?.kind === 'sub-flow' ? node.config.flow : null;
  return useFlow(innerId) === undefined ? null : innerId;
}

/** Whether what is selected is one node that may be the error node of its flow. */
function useMayBeErrorNode(flowId: string, nodes: readonly string[]): boolean {
  const [nodeId, another] = nodes;
  const node = useFlow(flowId)?.nodes.find(({ id }) => id === nodeId);
  return node !== undefined && another === undefined && canBeErrorNode(node);
}

function duplicated(flowId: string): void {
  const fragment = selectedFragment(flowId);
  if (fragment !== null) fragmentAdded(flowId, fragment, duplicateOffset);
}

// One name is edited at a time, also where several nodes are selected; that of a group where it stands.
function itemRenamed(flowId: string, nodeId: string | undefined, groupId: string | undefined): void {
  if (nodeId === undefined) {
    if (groupId !== undefined) groupRenamingStarted(groupId);
    return;
  }
  nodePicked(flowId, nodeId);
  nodeRenamingStarted();
}

function allSelected(flowId: string): void {
  const flow: Flow | undefined = flowNow(flowId);
  if (flow === undefined) return;
  const hiding = hidingGroups(flow, collapsedGroupsOf(flowId));
  selectionChanged(flowId, {
    nodes: flow.nodes.map((node) => node.id).filter((id) => !hiding.has(id)),
    groups: groupsOf(flow).map((group) => group.id),
    connections: flow.connections.map(({ from }) => from),
  });
}

function prefersNoMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
