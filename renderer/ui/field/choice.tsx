import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';
import { useFieldLinks } from './field-context.ts';
import styles from './choice.module.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly disabledReason?: string | undefined;
}

export interface ChoiceProps<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly ChoiceOption<Value>[];
  /** The group's name, where no `Field as="group"` gives one. */
  readonly label?: string | undefined;
  /** `s` for heads of panels: rows of 20 and 11 px text. */
  readonly size?: 's' | 'm' | undefined;
  readonly className?: string | undefined;
}

/** Picks one of two to five that are all worth seeing: a radio group that looks like one bar. */
export function Choice<Value extends string>({
  value,
  onChange,
  options,
  label,
  size = 'm',
  className,
}: ChoiceProps<Value>) {
  const links = useFieldLinks(label);
  return (
    <RadioGroup
      aria-label={label}
      aria-labelledby={links.labelledBy}
      value={value}
      onValueChange={(next: Value) => onChange(next)}
      className={classNames(styles.choice, size === 's' && styles.small, className)}
    >
      {options.map((option) => (
        <Tooltip key={option.value} content={option.disabledReason}>
          <Radio.Root
            value={option.value}
            disabled={option.disabledReason !== undefined}
            aria-description={option.disabledReason}
            className={styles.option}
          >
            {option.icon !== undefined && <Icon name={option.icon} size={size === 's' ? 12 : 14} />}
            <span className={styles.word} data-word={option.label}>
              {option.label}
            </span>
          </Radio.Root>
        </Tooltip>
      ))}
    </RadioGroup>
  );
}
