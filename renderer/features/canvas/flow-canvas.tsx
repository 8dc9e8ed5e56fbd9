import '@xyflow/react/dist/base.css';
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, SelectionMode } from '@xyflow/react';
import { memo, use, useCallback, useRef } from 'react';
import { InFocusedSide } from '../../store/editor-sides.ts';
import { useFlow } from '../../store/use-documents.ts';
import { selectionDeleted } from './canvas-edits.ts';
import { ContextMenu } from '../../ui/overlay/context-menu.tsx';
import { useAfarDetail, useIsAfar } from './afar/afar-zoom.ts';
import { PaintedFlow } from './afar/painted-flow.tsx';
import { useAfar, useTouched } from './afar/use-afar.ts';
import { AlignmentGuides } from './alignment-guides.tsx';
import { CanvasControls } from './canvas-controls.tsx';
import { ConnectionLine, DrawnLine } from './connection-line.tsx';
import { EmptyCanvas } from './empty-canvas.tsx';
import { FindPanel } from './find/find-panel.tsx';
import { useFind } from './find/use-find.ts';
import { useFindCommands } from './find/use-find-commands.ts';
import { GroupCard } from './groups/group-card.tsx';
import { useGroupCommands } from './groups/use-group-commands.ts';
import { isLarge } from './large-flow.ts';
import { useLinesNearView } from './lines-near-view.ts';
import { NodeCard } from './node-card.tsx';
import { canvasMenuEntries } from './node-menu.ts';
import { NodePalette } from './node-palette.tsx';
import { PictureDialog } from './picture/picture-dialog.tsx';
import { usePictureCommands } from './picture/use-picture-commands.ts';
import { QuickPick } from './quick-pick.tsx';
import { useCanvasClipboard } from './use-canvas-clipboard.ts';
import { useCanvasCommands } from './use-canvas-commands.ts';
import { useCanvasDrops } from './use-canvas-drops.ts';
import { useCanvasDetail } from './use-canvas-detail.ts';
import { useCanvasGestures } from './use-canvas-gestures.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useCanvasModel } from './use-canvas-model.ts';
import { useCanvasViewport } from './use-canvas-viewport.ts';
import { useNodeFocus } from './use-node-focus.ts';
import { usePausedNode } from './use-paused-node.ts';
import styles from './flow-canvas.module.css';

const nodeTypes = { card: NodeCard, group: GroupCard };
const edgeTypes = { line: ConnectionLine };

/** The canvas of a flow: a view of its document, never the truth. */
export const FlowCanvas = memo(function FlowCanvas({ flowId }: { readonly flowId: string }) {
  return (
    <ReactFlowProvider>
      <Canvas flowId={flowId} />
    </ReactFlowProvider>
  );
});

/** How close to a card a drawn line must come to snap to it. */
const snapPx = 24;

function Canvas({ flowId }: { readonly flowId: string }) {
  const root = useRef<HTMLDivElement>(null);
  const flow = useFlow(flowId);
  const find = useFind(flowId);
  const model = useCanvasModel(flowId, find.nodes);
  const viewport = useCanvasViewport(flowId, root);
  const gestures = useCanvasGestures(flowId);
  const drops = useCanvasDrops(flowId);
  const hand = useTouched();
  const nodeFocus = useNodeFocus(flowId, root, hand.cardFocused);
  const keys = useCanvasKeys(flowId, nodeFocus);
  const selectionRemoved = useCallback(() => {
    selectionDeleted(flowId);
    // What had the focus has gone; the keys of the canvas go on.
    root.current?.focus();
  }, [flowId]);
  useCanvasCommands(flowId, root, nodeFocus, selectionRemoved);
  useGroupCommands(flowId, nodeFocus);
  usePictureCommands(flowId);
  useFindCommands(flowId, find, nodeFocus.nodeRevealed);
  useCanvasClipboard(flowId, root, selectionRemoved);
  usePausedNode(flowId, nodeFocus.nodeRevealed);
  const isHere = use(InFocusedSide);
  const detail = useCanvasDetail();
  const isOfMany = flow !== undefined && isLarge(flow);
  const isAfar = useIsAfar(isOfMany);
  const { onPointerMove, shown } = useAfar(flowId, isAfar, model, hand);
  const edges = useLinesNearView(isOfMany, shown.nodes, shown.edges);
  return (
    <ContextMenu entries={(asked) => canvasMenuEntries(flowId, asked)}>
      <div
        ref={root}
        data-canvas
        tabIndex={-1}
        className={styles.canvas}
        data-detail={detail.level}
        data-afar={useAfarDetail(isAfar)}
        style={detail.style}
        onFocus={keys.onFocus}
        onKeyDownCapture={keys.onKeyDown}
        onPointerMoveCapture={onPointerMove}
      >
        <ReactFlow
          {...model}
          nodes={shown.nodes}
          edges={edges}
          {...gestures}
          {...drops}
          {...viewport}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          connectionLineComponent={DrawnLine}
          connectionRadius={snapPx}
          minZoom={0.1}
          maxZoom={2}
          nodesFocusable
          edgesFocusable={false}
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={['Meta', 'Control']}
          selectionMode={SelectionMode.Partial}
          panOnScroll
          zoomOnDoubleClick={false}
          disableKeyboardA11y
          onlyRenderVisibleElements={isOfMany}
          proOptions={{ hideAttribution: true }}
          aria-label={`Canvas of ${flow?.name ?? 'the flow'}`}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.6} color="var(--grid-dot)" />
          {shown.painted !== null && <PaintedFlow {...shown.painted} />}
          <AlignmentGuides flowId={flowId} />
          <CanvasControls items={model.nodes} />
        </ReactFlow>
        <NodePalette flowId={flowId} canvas={root} />
        {flow?.nodes.length === 0 && <EmptyCanvas />}
        {find.open && <FindPanel flowId={flowId} find={find} nodeRevealed={nodeFocus.nodeRevealed} />}
        {isHere && <PictureDialog flowId={flowId} />}
        {isHere && <QuickPick />}
      </div>
    </ContextMenu>
  );
}
