import { NodeResizeControl } from '@xyflow/react';
import { useState } from 'react';
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

/** A comment on the canvas, under the cards; its corner makes it larger and smaller. */
export function NoteCard({ flowId, node, selected }: NoteCardProps) {
  const { text, width, height } = node.config;
  // While it is dragged the size is drawn, and not yet in the document.
  const [dragged, setDragged] = useState<Size | null>(null);
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
        onResize={(_event, size) => setDragged({ width: size.width, height: size.height })}
        onResizeEnd={(_event, size) => {
          setDragged(null);
          noteResized(flowId, node.id, size);
        }}
      />
    </div>
  );
}
