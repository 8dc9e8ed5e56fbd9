import type { EnvironmentColour } from '#shared/environment/environment.ts';
import styles from './environment-dot.module.css';

export interface EnvironmentDotProps {
  readonly colour?: EnvironmentColour | undefined;
}

/** The dot that stands for an environment, beside its name: the colour alone says nothing. */
export function EnvironmentDot({ colour = 'amber' }: EnvironmentDotProps) {
  return <span className={styles.dot} data-colour={colour} aria-hidden />;
}
