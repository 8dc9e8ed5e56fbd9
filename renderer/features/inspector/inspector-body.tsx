import type { ReactNode } from 'react';
import styles from './inspector.module.css';

/** The scrolling part of the inspector: fields below each other in one rhythm. */
export function InspectorBody({ children }: { readonly children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
