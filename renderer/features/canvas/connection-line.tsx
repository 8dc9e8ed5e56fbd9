import { BaseEdge, type ConnectionLineComponentProps, type EdgeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { useIsTaking } from './canvas-hints.ts';
import type { CanvasLine } from './canvas-model.ts';
import { drawnPath } from './connection-path.ts';
import { InsertButton } from './insert-button.tsx';
import styles from './connection-line.module.css';

/** A connection: the line, its arrow, and a wide unseen stroke to take hold of. */
export const ConnectionLine = memo(function ConnectionLine({ id, data, selected }: EdgeProps<CanvasLine>) {
  const [near, setNear] = useState(false);
  const taking = useIsTaking(id);
  if (data === undefined) return null;
  const { path, look, direction, tip } = data;
  const names = classNames(
    styles[look],
    selected === true && styles.selected,
    taking && styles.selected,
    taking && styles.taking,
  );
  return (
    <g
      className={names}
      data-look={look}
      data-taking={taking || undefined}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <BaseEdge path={path} className={styles.line} interactionWidth={16} />
      <path className={styles.arrow} d={arrow(tip.x, tip.y, direction)} />
      {(near || selected === true) && <InsertButton flowId={data.flowId} lineId={id} path={path} />}
    </g>
  );
});

/** The line while it is being drawn from an exit. */
export function DrawnLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  const from = { x: fromX, y: fromY };
  const to = { x: toX, y: toY };
  return <path className={styles.drawn} d={drawnPath(from, to)} />;
}

// 8 long and 9 wide, its tip just before the card.
function arrow(x: number, y: number, direction: 'across' | 'down'): string {
  return direction === 'down'
    ? `M${String(x - 4.5)} ${String(y - 8)} L${String(x + 4.5)} ${String(y - 8)} L${String(x)} ${String(y)} Z`
    : `M${String(x - 8)} ${String(y - 4.5)} L${String(x - 8)} ${String(y + 4.5)} L${String(x)} ${String(y)} Z`;
}
