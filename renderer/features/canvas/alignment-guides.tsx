import { useStore, ViewportPortal } from '@xyflow/react';
import type { Guide } from '#shared/flow/alignment-guides.ts';
import { useGuides } from './canvas-hints.ts';
import styles from './alignment-guides.module.css';

/** Half the bar at each end of a gap, in pixels of the screen. */
const barPx = 4;

/** What a card that is being moved lines up with: lines of one pixel at any zoom, and bars between equal gaps. */
export function AlignmentGuides({ flowId }: { readonly flowId: string }) {
  const guides = useGuides(flowId);
  const zoom = useStore((state) => state.transform[2]);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className={styles.guides} aria-hidden data-guides={guides.length}>
        {guides.map((guide) => (
          <path
            key={`${guide.kind} ${guide.axis} ${String(guide.at)} ${String(guide.from)}`}
            className={styles[guide.kind]}
            d={guide.kind === 'line' ? line(guide) : gap(guide, barPx / zoom)}
            strokeWidth={1 / zoom}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}

function line({ at, axis, from, to }: Guide): string {
  return axis === 'x' ? piece(at, from, at, to) : piece(from, at, to, at);
}

function gap({ at, axis, from, to }: Guide, bar: number): string {
  return axis === 'x'
    ? [
        piece(from, at, to, at),
        piece(from, at - bar, from, at + bar),
        piece(to, at - bar, to, at + bar),
      ].join(' ')
    : [
        piece(at, from, at, to),
        piece(at - bar, from, at + bar, from),
        piece(at - bar, to, at + bar, to),
      ].join(' ');
}

function piece(fromX: number, fromY: number, toX: number, toY: number): string {
  return `M${String(fromX)} ${String(fromY)} L${String(toX)} ${String(toY)}`;
}
