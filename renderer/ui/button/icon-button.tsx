import { Button as Base } from '@base-ui/react/button';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName, IconSize } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'children'> {
  readonly icon: IconName;
  /** The button's name, also its tip. */
  readonly label: string;
  /** The side of the square, in pixels: 24 in heads and rows, 28 in tool bars, 20 in toasts. */
  readonly size?: 20 | 24 | 28 | undefined;
  readonly iconSize?: IconSize | undefined;
  readonly keys?: string | undefined;
  /** For a button that switches something on and off. */
  readonly pressed?: boolean | undefined;
  readonly disabledReason?: string | undefined;
  readonly tipSide?: 'top' | 'bottom' | 'left' | 'right' | undefined;
}

/** A square button with an icon and no word; the word is in its tip. */
export function IconButton({
  icon,
  label,
  size = 24,
  iconSize = size === 20 ? 12 : 14,
  keys,
  pressed,
  disabledReason,
  tipSide,
  className,
  ...rest
}: IconButtonProps) {
  const tip = disabledReason === undefined ? label : `${label}: ${disabledReason}`;
  return (
    <Tooltip content={tip} keys={keys} side={tipSide}>
      <Base
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        disabled={disabledReason !== undefined}
        focusableWhenDisabled
        aria-description={disabledReason}
        className={classNames(
          styles.button,
          styles[`size${size}`],
          pressed === true && styles.pressed,
          className,
        )}
      >
        <Icon name={icon} size={iconSize} />
      </Base>
    </Tooltip>
  );
}
