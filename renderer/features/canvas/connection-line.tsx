import { BaseEdge, type ConnectionLineComponentProps, type EdgeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { useIsTaking } from './canvas-hints.ts';
import type { CanvasLine } from './canvas-model.ts';
import { arrowPath, drawnPath } from './connection-path.ts';
import { InsertButton } from './insert-button.tsx';
import { isExitLine } from './line-names.ts';
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
      <path className={styles.arrow} d={arrowPath(tip, direction)} />
      {isExitLine(id) && (near || selected === true) && (
        <InsertButton flowId={data.flowId} lineId={id} path={path} />
      )}
    </g>
  );
});

/** The line while it is being drawn from an exit. */
export function DrawnLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  const from = { x: fromX, y: fromY };
  const to = { x: toX, y: toY };
  return <path className={styles.drawn} d={drawnPath(from, to)} />;
}
