import { useLayoutEffect, useRef, useState, type MouseEvent } from 'react';
import { insertionAsked } from './insert-edits.ts';
import { exitOfLine } from './line-names.ts';
import styles from './connection-line.module.css';

interface InsertButtonProps {
  readonly flowId: string;
  readonly lineId: string;
  readonly path: string;
}

const radiusPx = 9;
const armPx = 4;

/** The plus in the middle of a connection, which puts a node there. The keyboard has a command for it. */
export function InsertButton({ flowId, lineId, path }: InsertButtonProps) {
  const line = useRef<SVGPathElement>(null);
  const [middle, setMiddle] = useState<DOMPoint | null>(null);
  // The line is measured as it is drawn: through lanes and round corners the middle is not between its ends.
  useLayoutEffect(() => {
    const element = line.current;
    if (element !== null) setMiddle(element.getPointAtLength(element.getTotalLength() / 2));
  }, [path]);
  const pressed = (event: MouseEvent) => {
    event.stopPropagation();
    insertionAsked(flowId, exitOfLine(lineId));
  };
  return (
    <>
      <path ref={line} d={path} fill="none" stroke="none" pointerEvents="none" />
      {middle !== null && (
        <g
          className={styles.insert}
          data-insert
          transform={`translate(${String(middle.x)} ${String(middle.y)})`}
          onClick={pressed}
        >
          <title>Insert a node</title>
          <circle r={radiusPx} />
          <path d={`M${String(-armPx)} 0 H${String(armPx)} M0 ${String(-armPx)} V${String(armPx)}`} />
        </g>
      )}
    </>
  );
}
