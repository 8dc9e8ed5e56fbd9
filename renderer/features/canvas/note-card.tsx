import { NodeResizeControl, type OnResize, type OnResizeEnd } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { noteSizes, type NoteNode } from '#shared/nodes/note-node.ts';
import { classNames } from '../../ui/class-names.ts';
import { noteResized } from './canvas-edits.ts';
import styles from './note-card.module.css';

interface NoteCardProps {
  readonly flowId: string;
  readonly node: NoteNode;
  readonly selected: boolean;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The control would stand across the edge. */
const inCorner = { top: 'auto', right: 2, bottom: 2, left: 'auto', translate: 'none' } as const;

/** A comment on the canvas, under the cards; its corner makes it larger and smaller. */
export function NoteCard({ flowId, node, selected }: NoteCardProps) {
  const { text, width, height } = node.config;
  // While it is dragged the size is drawn, and not yet in the document.
  const [dragged, setDragged] = useState<Size | null>(null);
  // The same functions from drawing to drawing: with new ones the control would let go of what it holds.
  const resized = useCallback<OnResize>(
    (_event, size) => setDragged({ width: size.width, height: size.height }),
    [],
  );
  const ended = useCallback<OnResizeEnd>(
    (_event, size) => {
      setDragged(null);
      noteResized(flowId, node.id, size);
    },
    [flowId, node.id],
  );
  const { width: widest, height: highest } = noteSizes;
  return (
    <div
      className={classNames(styles.note, selected && styles.selected)}
      style={dragged ?? { width, height }}
      data-node-id={node.id}
      data-state="idle"
    >
      <p className={classNames(styles.text, text === '' && styles.empty)}>
        {text === '' ? 'An empty note' : text}
      </p>
      <NodeResizeControl
        className={styles.corner ?? ''}
        position="bottom-right"
        minWidth={widest.min}
        maxWidth={widest.max}
        minHeight={highest.min}
        maxHeight={highest.max}
        style={inCorner}
        onResize={resized}
        onResizeEnd={ended}
      />
    </div>
  );
}
