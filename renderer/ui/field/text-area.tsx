import type { ComponentPropsWithRef, CSSProperties } from 'react';
import { classNames } from '../class-names.ts';
import { Tooltip } from '../overlay/tooltip.tsx';
import box from './control-box.module.css';
import { useFieldLinks } from './field-context.ts';
import styles from './text-area.module.css';

export interface TextAreaProps extends Omit<
  ComponentPropsWithRef<'textarea'>,
  'value' | 'onChange' | 'disabled'
> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabledReason?: string | undefined;
}

/** Several lines of text; grows with them from `rows` up to ten lines, then scrolls. */
export function TextArea({
  value,
  onChange,
  label,
  mono = false,
  invalid,
  disabledReason,
  readOnly,
  rows = 3,
  className,
  ...rest
}: TextAreaProps) {
  const links = useFieldLinks(label, invalid);
  return (
    <Tooltip content={disabledReason}>
      <div
        className={classNames(box.box, styles.area, className)}
        data-invalid={links.invalid || undefined}
        data-disabled={disabledReason !== undefined || undefined}
        data-readonly={readOnly || undefined}
      >
        <textarea
          spellCheck={false}
          {...links.control}
          {...rest}
          style={{ '--rows': rows } as CSSProperties}
          value={value}
          readOnly={readOnly}
          disabled={disabledReason !== undefined}
          className={classNames(box.input, styles.text, mono && box.mono)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    </Tooltip>
  );
}
