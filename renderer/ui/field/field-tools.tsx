import type { ReactNode } from 'react';
import { use } from 'react';
import { createPortal } from 'react-dom';
import { FieldContext } from './field-context.ts';
import styles from './field.module.css';

/** Puts small actions of a control into the head of the group that frames it; where none does, above the control. */
export function FieldTools({ children }: { readonly children: ReactNode }) {
  const field = use(FieldContext);
  if (field?.tools === undefined) return <div className={styles.toolsAlone}>{children}</div>;
  return field.tools === null ? null : createPortal(children, field.tools);
}
