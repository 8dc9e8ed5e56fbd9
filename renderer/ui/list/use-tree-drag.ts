import { useRef, useState, type DragEvent } from 'react';
import { dragTypes } from '../drag-types.ts';

/** How long a folder is pointed at with something in hand before it unfolds, in milliseconds. */
const unfoldAfterMs = 600;

export interface TreeDragProps {
  /** Fills what a drag of rows carries besides, for those that take rows elsewhere. */
  readonly onStart: (event: DragEvent, ids: readonly string[]) => void;
  /** The folder that has a row, or is it; `null` for the place of all. */
  readonly folderOfRow: (id: string) => string | null;
  readonly canDrop: (ids: readonly string[], folder: string | null) => boolean;
  readonly onDrop: (ids: readonly string[], folder: string | null) => void;
  readonly onUnfold: (folder: string) => void;
}

/** Rows of a tree dragged into its folders: what is in hand, and the folder that would take it. */
export function useTreeDrag({ onStart, folderOfRow, canDrop, onDrop, onUnfold }: TreeDragProps) {
  const held = useRef<readonly string[]>([]);
  const timer = useRef(0);
  const [over, setOver] = useState<{ readonly folder: string | null } | null>(null);

  const left = () => {
    window.clearTimeout(timer.current);
    setOver(null);
  };
  const started = (event: DragEvent, ids: readonly string[]) => {
    held.current = ids;
    onStart(event, ids);
    event.dataTransfer.setData(dragTypes.rows, '');
    event.dataTransfer.effectAllowed = 'copyMove';
  };
  const ended = () => {
    held.current = [];
    left();
  };
  const folderAt = (event: DragEvent): string | null => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row-id]') : null;
    const id = row?.dataset['rowId'];
    return id === undefined ? null : folderOfRow(id);
  };
  const movedOver = (event: DragEvent) => {
    const folder = folderAt(event);
    if (held.current.length === 0 || !canDrop(held.current, folder)) {
      left();
      return;
    }
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    if (over !== null && over.folder === folder) return;
    window.clearTimeout(timer.current);
    if (folder !== null) timer.current = window.setTimeout(() => onUnfold(folder), unfoldAfterMs);
    setOver({ folder });
  };
  const dropped = (event: DragEvent) => {
    const ids = held.current;
    const folder = folderAt(event);
    ended();
    if (ids.length === 0 || !canDrop(ids, folder)) return;
    event.preventDefault();
    onDrop(ids, folder);
  };
  const onLeave = (event: DragEvent) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && event.currentTarget.contains(to))) left();
  };
  return {
    isOver: (folder: string | null) => over !== null && over.folder === folder,
    started,
    onTree: { onDragOver: movedOver, onDragLeave: onLeave, onDrop: dropped, onDragEnd: ended },
  };
}
