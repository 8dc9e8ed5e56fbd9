import type { ReactNode } from 'react';
import styles from './field-join.module.css';

/** Joins fields into one with a single shared border between them, such as method and endpoint. */
export function FieldJoin({ children }: { readonly children: ReactNode }) {
  return <div className={styles.join}>{children}</div>;
}
