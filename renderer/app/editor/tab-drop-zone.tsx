import { useState } from 'react';
import type { EditorSide } from '#shared/settings/view-state.ts';
import { sideTabs } from '../../store/editor-sides.ts';
import { tabPlaced, viewStore } from '../../store/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { tabDragEnded, useDraggedTab } from '../../ui/tabs/tab-drag.ts';
import styles from './editor-area.module.css';

interface TabDropZoneProps {
  readonly side: EditorSide;
  readonly isSplit: boolean;
}

/** Where a dragged tab can be dropped to come to the other side: all of that side, or the right half where there is one. */
export function TabDropZone({ isSplit, side }: TabDropZoneProps) {
  const dragged = useDraggedTab();
  const [isOver, setIsOver] = useState(false);
  if (dragged === null || (isSplit && dragged.strip === side)) return null;
  const to = isSplit ? side : 'right';
  const dropped = () => {
    setIsOver(false);
    tabDragEnded();
    const at = sideTabs(viewStore.getState(), to)?.tabs.length ?? 0;
    tabPlaced({ from: dragged.strip as EditorSide, key: dragged.id, to, at });
  };
  return (
    <div
      data-drop-zone
      className={classNames(styles.dropZone, !isSplit && styles.half, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        dropped();
      }}
    />
  );
}
