import { classNames } from '../../ui/class-names.ts';
import type { BreakpointLook } from './canvas-model.ts';
import styles from './breakpoint-dot.module.css';

interface BreakpointDotProps {
  readonly look: BreakpointLook | null;
  /** What it stops, in words. */
  readonly where: string;
  readonly className: string | undefined;
}

/** The dot of a breakpoint, on a card or at an exit; nothing where there is none. */
export function BreakpointDot({ className, look, where }: BreakpointDotProps) {
  if (look === null) return null;
  const words = look === 'plain' ? where : `${where} with a condition`;
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={classNames(styles.dot, className)}
      data-breakpoint={look}
    />
  );
}
