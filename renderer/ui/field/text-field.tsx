import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';
import box from './control-box.module.css';
import { useFieldLinks } from './field-context.ts';

export interface TextFieldProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'value' | 'onChange' | 'disabled' | 'size'
> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The name, where no `Field` gives one. */
  readonly label?: string | undefined;
  /** For what a machine reads: names, paths, hosts. */
  readonly mono?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** Inside at the right, 11 px. */
  readonly unit?: string | undefined;
  /** Controls inside the box at its right end. */
  readonly end?: ReactNode;
  readonly invalid?: boolean | undefined;
  readonly disabledReason?: string | undefined;
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  label,
  mono = false,
  icon,
  unit,
  end,
  invalid,
  disabledReason,
  readOnly,
  className,
  ...rest
}: TextFieldProps) {
  const links = useFieldLinks(label, invalid);
  const disabled = disabledReason !== undefined;
  return (
    <Tooltip content={disabledReason}>
      <div
        className={classNames(box.box, className)}
        data-invalid={links.invalid || undefined}
        data-disabled={disabled || undefined}
        data-readonly={readOnly || undefined}
      >
        {icon !== undefined && <Icon name={icon} size={14} className={box.adornment} />}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...links.control}
          {...rest}
          value={value}
          readOnly={readOnly}
          disabled={disabled}
          className={classNames(box.input, mono && box.mono)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {unit !== undefined && <span className={box.unit}>{unit}</span>}
        {end}
      </div>
    </Tooltip>
  );
}
