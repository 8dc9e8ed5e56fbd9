import { BaseEdge, type ConnectionLineComponentProps, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { CanvasLine } from './canvas-model.ts';
import { arrowPath, drawnPath } from './connection-path.ts';
import styles from './connection-line.module.css';

/** A connection: the line, its arrow, and a wide unseen stroke to take hold of. */
export const ConnectionLine = memo(function ConnectionLine({ data, selected }: EdgeProps<CanvasLine>) {
  if (data === undefined) return null;
  const { path, look, direction, tip } = data;
  const names = classNames(styles[look], selected === true && styles.selected);
  return (
    <g className={names} data-look={look}>
      <BaseEdge path={path} className={styles.line} interactionWidth={16} />
      <path className={styles.arrow} d={arrowPath(tip, direction)} />
    </g>
  );
});

/** The line while it is being drawn from an exit. */
export function DrawnLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  const from = { x: fromX, y: fromY };
  const to = { x: toX, y: toY };
  return <path className={styles.drawn} d={drawnPath(from, to)} />;
}
