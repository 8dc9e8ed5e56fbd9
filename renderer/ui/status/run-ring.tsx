import { classNames } from '../class-names.ts';
import styles from './run-ring.module.css';

/** How far a run, or a node in it, is. */
export type RunRingState = 'idle' | 'running' | 'paused' | 'done' | 'failed';

export interface RunRingProps {
  readonly state: RunRingState;
  /** 16 on cards, 14 in lists. */
  readonly size?: 14 | 16 | undefined;
  /** Hides it from screen readers where the state is said in words beside it. */
  readonly silent?: boolean | undefined;
}

const glyphs: Readonly<Record<RunRingState, string>> = {
  idle: '',
  running: 'M9 2a7 7 0 0 1 7 7',
  paused: 'M7.3 6.5v5M10.7 6.5v5',
  done: 'm6 9.3 2.2 2.2L12.2 7',
  failed: 'm6.7 6.7 4.6 4.6M11.3 6.7l-4.6 4.6',
};

/** The state of a run as a ring: by colour and by the glyph in it. It turns while running, not with reduced motion. */
export function RunRing({ state, size = 16, silent = false }: RunRingProps) {
  return (
    <svg
      viewBox="0 0 18 18"
      className={classNames(styles.ring, styles[state], size === 14 && styles.small)}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': state })}
    >
      <circle cx="9" cy="9" r="7" />
      {glyphs[state] !== '' && <path d={glyphs[state]} />}
    </svg>
  );
}
