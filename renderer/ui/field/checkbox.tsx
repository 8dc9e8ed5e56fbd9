import { Checkbox as Base } from '@base-ui/react/checkbox';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Icon } from '../icon/icon.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';
import styles from './toggle.module.css';

export interface CheckboxProps {
  readonly checked: boolean;
  /** For one that stands for many: some of them are on. */
  readonly mixed?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
  /** The words at its right, which also tick it. */
  readonly children?: ReactNode;
  /** The name, where no words stand beside it. */
  readonly label?: string | undefined;
  readonly disabledReason?: string | undefined;
}

/** Ticks something that belongs to what it stands in: a row that is sent, an option of a form. */
export function Checkbox({
  checked,
  mixed = false,
  onChange,
  children,
  label,
  disabledReason,
}: CheckboxProps) {
  const id = useId();
  const control = (
    <Base.Root
      checked={checked}
      indeterminate={mixed}
      onCheckedChange={(next) => onChange(next)}
      disabled={disabledReason !== undefined}
      aria-label={label}
      aria-labelledby={children === undefined ? undefined : id}
      aria-description={disabledReason}
      className={styles.checkbox}
    >
      <Base.Indicator className={styles.mark}>
        <Icon name={mixed ? 'minus' : 'check'} size={10} />
      </Base.Indicator>
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
