import { NodeResizeControl, type OnResize, type OnResizeEnd } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { groupSizes } from '#shared/flow/group.ts';
import { groupResized } from './group-edits.ts';
import styles from './group-card.module.css';

interface GroupCornerProps {
  readonly flowId: string;
  readonly groupId: string;
  /** What is in the frame stays in it. */
  readonly least: { readonly width: number; readonly height: number };
}

/** The control would stand across the edge. */
const inCorner = { top: 'auto', right: 2, bottom: 2, left: 'auto', translate: 'none' } as const;

/** The corner of a frame that makes it larger and smaller; while it is dragged the outline of the new size is drawn. */
export function GroupCorner({ flowId, groupId, least }: GroupCornerProps) {
  const [dragged, setDragged] = useState<{ readonly width: number; readonly height: number } | null>(null);
  // The same functions from drawing to drawing: with new ones the control would let go of what it holds.
  const resized = useCallback<OnResize>((_event, { width, height }) => setDragged({ width, height }), []);
  const ended = useCallback<OnResizeEnd>(
    (_event, { x, y, width, height }) => {
      setDragged(null);
      groupResized(flowId, groupId, { x, y, width, height });
    },
    [flowId, groupId],
  );
  return (
    <>
      {dragged !== null && <div className={styles.outline} style={dragged} />}
      <NodeResizeControl
        className={styles.corner ?? ''}
        position="bottom-right"
        minWidth={least.width}
        maxWidth={groupSizes.width.max}
        minHeight={least.height}
        maxHeight={groupSizes.height.max}
        style={inCorner}
        onResize={resized}
        onResizeEnd={ended}
      />
    </>
  );
}
