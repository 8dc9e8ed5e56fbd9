import type { ReactNode } from 'react';
import { Checkbox } from '../../../ui/field/checkbox.tsx';
import styles from './form.module.css';

interface OptionalPartProps {
  /** What is looked at where it is ticked: "Look at the URL". */
  readonly label: string;
  readonly isThere: boolean;
  readonly onToggle: (isThere: boolean) => void;
  readonly children: ReactNode;
}

/** Fields that count only where they are ticked. */
export function OptionalPart({ children, isThere, label, onToggle }: OptionalPartProps) {
  return (
    <div className={styles.optional}>
      <Checkbox checked={isThere} onChange={onToggle}>
        {label}
      </Checkbox>
      {isThere && <div className={styles.indented}>{children}</div>}
    </div>
  );
}
