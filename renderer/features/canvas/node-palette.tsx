import { useReactFlow } from '@xyflow/react';
import { memo, type DragEvent, type RefObject } from 'react';
import { kindStandsBetween } from '#shared/flow/insert-on-connection.ts';
import { nodeKindTitles, type NodeKind } from '#shared/nodes/node.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { dragTypes } from '../../ui/drag-types.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Tooltip } from '../../ui/overlay/tooltip.tsx';
import { nodeAddedAfterSelection } from './canvas-edits.ts';
import { canvasMiddle } from './canvas-middle.ts';
import styles from './node-palette.module.css';

const first: NodeKind = 'api-call';
const rest: readonly NodeKind[] = [
  'start',
  'message',
  'prompt',
  'condition',
  'set-variables',
  'sub-flow',
  'loop',
  'wait',
  'end',
  'note',
];

interface NodePaletteProps {
  readonly flowId: string;
  readonly canvas: RefObject<HTMLElement | null>;
}

/** The kinds of node, to drag onto the canvas; a click or Enter puts one after the selected node. Where the canvas is low, all but the first are behind a button. */
export const NodePalette = memo(function NodePalette({ flowId, canvas }: NodePaletteProps) {
  const keysOf = useCommandKeys();
  return (
    <div className={styles.palette} role="toolbar" aria-label="Nodes" aria-orientation="vertical">
      <PaletteItem flowId={flowId} canvas={canvas} kind={first} isKey />
      <hr className={styles.rule} />
      <div className={styles.rest}>
        {rest.map((kind) => (
          <PaletteItem key={kind} flowId={flowId} canvas={canvas} kind={kind} isKey={false} />
        ))}
      </div>
      <div className={styles.more}>
        <IconButton
          icon="plus"
          size={28}
          label="Another node"
          keys={keysOf('canvas.add-node')}
          onClick={() => commandInvoked('canvas.add-node')}
        />
      </div>
    </div>
  );
});

interface PaletteItemProps extends NodePaletteProps {
  readonly kind: NodeKind;
  readonly isKey: boolean;
}

function PaletteItem({ flowId, canvas, kind, isKey }: PaletteItemProps) {
  const keysOf = useCommandKeys();
  const reactFlow = useReactFlow();
  const title = nodeKindTitles[kind];
  const dragStarted = (event: DragEvent) => {
    event.dataTransfer.setData(dragTypes.nodeKind, kind);
    if (kindStandsBetween(kind)) event.dataTransfer.setData(dragTypes.between, '');
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <Tooltip content={title} hint="drag, or press" keys={keysOf('canvas.add-node')} side="right">
      <button
        type="button"
        draggable
        aria-label={title}
        className={isKey ? `${styles.item ?? ''} ${styles.key ?? ''}` : styles.item}
        onDragStart={dragStarted}
        onClick={() => nodeAddedAfterSelection(flowId, { kind }, canvasMiddle(reactFlow, canvas.current))}
      >
        <Icon name={kind} />
        <span className={styles.word}>{title}</span>
      </button>
    </Tooltip>
  );
}
