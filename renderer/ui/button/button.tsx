import { Button as Base } from '@base-ui/react/button';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';
import styles from './button.module.css';

/** One `primary` on the screen; `danger` asks, `danger-solid` does; `link` stands in text. */
export type ButtonLook = 'outlined' | 'primary' | 'quiet' | 'danger' | 'danger-solid' | 'link';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  readonly look?: ButtonLook | undefined;
  /** Heights 24, 28 and 32. */
  readonly size?: 's' | 'm' | 'l' | undefined;
  readonly icon?: IconName | undefined;
  /** Fills the icon's shape (run, stop). */
  readonly iconFilled?: boolean | undefined;
  /** Says why the button does nothing now; its presence disables the button, which stays reachable so that it can say so. */
  readonly disabledReason?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly keys?: string | undefined;
}

/** A button with a word. */
export function Button({
  look = 'outlined',
  size = 'm',
  icon,
  iconFilled,
  disabledReason,
  tooltip,
  keys,
  className,
  children,
  ...rest
}: ButtonProps) {
  const disabled = disabledReason !== undefined;
  const button = (
    <Base
      type="button"
      {...rest}
      disabled={disabled}
      focusableWhenDisabled
      aria-description={disabledReason}
      className={classNames(styles.button, styles[look], styles[size], className)}
    >
      {icon !== undefined && <Icon name={icon} size={14} filled={iconFilled} />}
      {children}
    </Base>
  );
  return (
    <Tooltip content={disabledReason ?? tooltip ?? (keys === undefined ? undefined : children)} keys={keys}>
      {button}
    </Tooltip>
  );
}
