import type { Ref } from 'react';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import styles from './timeline.module.css';

/** Lines of an axis at most; more would make them a grid. */
const mostMarks = 5;
/** Room that a mark and its label need, in pixels. */
const markPx = 44;

/** The times that an axis of this width marks: round numbers, from 0. */
export function axisMarksMs(totalMs: number, widthPx: number): readonly number[] {
  const most = Math.max(3, Math.min(mostMarks, Math.floor(widthPx / markPx)));
  const rough = totalMs / (most - 1);
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-3)));
  const steps = [1, 2, 5, 10].map((factor) => factor * magnitude);
  const wide = steps.find((each) => each >= rough) ?? rough;
  // Where the first mark has no room for its label before the right end, narrower steps say more.
  const step = hasLabel(wide, totalMs, widthPx)
    ? wide
    : (steps.findLast((each) => each < wide && (each / totalMs) * widthPx >= markPx) ?? wide);
  const count = Math.floor(totalMs / step);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

const hasLabel = (ms: number, totalMs: number, widthPx: number): boolean =>
  (1 - ms / totalMs) * widthPx >= markPx;

/** A time of the axis, in the unit that the whole axis is in. */
export function axisLabel(ms: number, totalMs: number): string {
  if (ms === 0) return '0';
  return totalMs < 1000 ? formatDuration(ms) : `${String(Math.round(ms / 10) / 100)} s`;
}

interface AxisProps {
  readonly totalMs: number;
  readonly widthPx: number;
}

/** The head of the axis, with its times; a mark too near to the right end for its label has none. */
export function AxisHead({ totalMs, widthPx, ref }: AxisProps & { readonly ref: Ref<HTMLSpanElement> }) {
  return (
    <span ref={ref} role="columnheader" className={styles.axis}>
      {axisMarksMs(totalMs, widthPx).map((ms) => (
        <i key={ms} style={{ left: `${String((100 * ms) / totalMs)}%` }}>
          {hasLabel(ms, totalMs, widthPx) && axisLabel(ms, totalMs)}
        </i>
      ))}
    </span>
  );
}

/** The lines of the axis behind a bar. */
export function AxisLines({ totalMs, widthPx }: AxisProps) {
  return axisMarksMs(totalMs, widthPx).map((ms) => (
    <i key={ms} style={{ left: `${String((100 * ms) / totalMs)}%` }} />
  ));
}
