import type { ReactNode } from 'react';
import styles from './scenario-sides.module.css';

interface ScenarioSidesProps {
  readonly scenarioId: string;
  readonly children: ReactNode;
}

/** The halves of a scenario's tab: what it says at the left, and at the right what came of it. */
export function ScenarioSides({ children }: ScenarioSidesProps) {
  return <div className={styles.sides}>{children}</div>;
}
