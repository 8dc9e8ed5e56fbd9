import { Button as Base } from '@base-ui/react/button';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName, IconSize } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';
import styles from './toolbar-button.module.css';

export interface ToolbarButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  /** `boxed` for the environment, `run` for the one primary action, `strong` for the name of what is open. */
  readonly look?: 'plain' | 'strong' | 'boxed' | 'run' | undefined;
  readonly icon?: IconName | undefined;
  readonly iconSize?: IconSize | undefined;
  /** What stands before the word instead of an icon, such as the environment's dot. */
  readonly before?: ReactNode;
  /** Shows that the button opens a menu. */
  readonly caret?: boolean | undefined;
  readonly keys?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly disabledReason?: string | undefined;
}

/** A button of the tool bar: 28 high, without a word a square that needs `aria-label`. */
export function ToolbarButton({
  look = 'plain',
  icon,
  iconSize,
  before,
  caret,
  keys,
  tooltip,
  disabledReason,
  className,
  children,
  ...rest
}: ToolbarButtonProps) {
  const square = children === undefined;
  return (
    <Tooltip content={disabledReason ?? tooltip ?? rest['aria-label']} keys={keys}>
      <Base
        type="button"
        {...rest}
        disabled={disabledReason !== undefined}
        focusableWhenDisabled
        aria-description={disabledReason}
        className={classNames(styles.button, styles[look], square && styles.square, className)}
      >
        <Face look={look} icon={icon} iconSize={iconSize} before={before} caret={caret}>
          {children}
        </Face>
      </Base>
    </Tooltip>
  );
}

/** Glyphs that are all area: drawn at 16 they would outweigh their neighbours. */
const solid: ReadonlySet<IconName> = new Set(['run', 'stop']);

type FaceProps = Pick<ToolbarButtonProps, 'look' | 'icon' | 'iconSize' | 'before' | 'caret' | 'children'>;

function Face({ look, icon, iconSize, before, caret = false, children }: FaceProps) {
  const running = look === 'run';
  return (
    <>
      {icon !== undefined && (
        <Icon name={icon} size={iconSize ?? (solid.has(icon) ? 12 : 16)} filled={running && icon === 'run'} />
      )}
      {before}
      {children !== undefined && (
        <span dir="auto" className={styles.word}>
          {children}
        </span>
      )}
      {caret && <Icon name="chevron-down" size={14} className={styles.caret} />}
    </>
  );
}

/** The line between groups of a tool bar. */
export function ToolbarRule() {
  return <span className={styles.rule} aria-hidden />;
}
