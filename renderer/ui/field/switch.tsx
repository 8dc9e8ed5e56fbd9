import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Tooltip } from '../overlay/tooltip.tsx';
import styles from './toggle.module.css';

export interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** The words at its right, which also switch it. */
  readonly children?: ReactNode;
  /** The name, where no words stand beside it. */
  readonly label?: string | undefined;
  readonly disabledReason?: string | undefined;
}

/** Switches something on and off that takes effect at once. */
export function Switch({ checked, onChange, children, label, disabledReason }: SwitchProps) {
  const id = useId();
  const control = (
    <Base.Root
      checked={checked}
      onCheckedChange={(next) => onChange(next)}
      disabled={disabledReason !== undefined}
      aria-label={label}
      aria-labelledby={children === undefined ? undefined : id}
      aria-description={disabledReason}
      className={styles.switch}
    >
      <Base.Thumb className={styles.thumb} />
    </Base.Root>
  );
  if (children === undefined) return <Tooltip content={disabledReason}>{control}</Tooltip>;
  return (
    <Tooltip content={disabledReason}>
      <label className={styles.labelled}>
        {control}
        <span id={id}>{children}</span>
      </label>
    </Tooltip>
  );
}
