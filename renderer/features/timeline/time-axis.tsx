import { formatDuration } from '#shared/run-events/format-duration.ts';
import styles from './timeline.module.css';

/** Lines of an axis at most; more would make them a grid. */
const mostMarks = 5;

/** The times that the axis marks: round numbers, from 0. */
export function axisMarksMs(totalMs: number): readonly number[] {
  const rough = totalMs / (mostMarks - 1);
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-3)));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((each) => each >= rough) ?? rough;
  const count = Math.floor(totalMs / step);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** Marks nearer to the right end have no room for their label. */
const labelledPart = 0.86;

/** A time of the axis, in the unit that the whole axis is in. */
export function axisLabel(ms: number, totalMs: number): string {
  if (ms === 0) return '0';
  return totalMs < 1000 ? formatDuration(ms) : `${String(Math.round(ms / 10) / 100)} s`;
}

/** The head of the axis, with its times. */
export function AxisHead({ totalMs }: { readonly totalMs: number }) {
  return (
    <span role="columnheader" className={styles.axis}>
      {axisMarksMs(totalMs).map((ms) => (
        <i key={ms} style={{ left: `${String((100 * ms) / totalMs)}%` }}>
          {ms < totalMs * labelledPart && axisLabel(ms, totalMs)}
        </i>
      ))}
    </span>
  );
}

/** The lines of the axis behind a bar. */
export function AxisLines({ totalMs }: { readonly totalMs: number }) {
  return axisMarksMs(totalMs).map((ms) => (
    <i key={ms} style={{ left: `${String((100 * ms) / totalMs)}%` }} />
  ));
}
