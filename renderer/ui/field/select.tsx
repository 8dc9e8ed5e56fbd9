import { Select as Base } from '@base-ui/react/select';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import popup from '../overlay/popup.module.css';
import { Tooltip } from '../overlay/tooltip.tsx';
import box from './control-box.module.css';
import { useFieldLinks } from './field-context.ts';
import { InPopupLayer } from '../overlay/popup-layer.tsx';
import styles from './select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  /** Typing its first letters picks it. */
  readonly label: string;
  /** Replaces the label in the list and in the field, such as a coloured method. */
  readonly shown?: ReactNode;
  readonly icon?: IconName | undefined;
  /** The heading that it stands under in the list; options of one group follow each other. */
  readonly group?: string | undefined;
  /** Right of the label in the list, 11 px. */
  readonly meta?: ReactNode;
}

export interface SelectProps<Value extends string> {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly SelectOption<Value>[];
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabledReason?: string | undefined;
  /** What the picked option means, in a sentence. */
  readonly tip?: string | undefined;
  /** Replaces what the field shows, such as the name of something that is missing. */
  readonly shown?: ReactNode;
  readonly className?: string | undefined;
}

const GAP_PX = 4;

/** Picks one of a few; the list opens below and is as wide as the field at least. */
export function Select<Value extends string>({
  value,
  onChange,
  options,
  label,
  placeholder,
  mono = false,
  invalid,
  disabledReason,
  tip,
  shown,
  className,
}: SelectProps<Value>) {
  const links = useFieldLinks(label, invalid);
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      items={options}
      modal={false}
      disabled={disabledReason !== undefined}
    >
      <Tooltip content={disabledReason ?? tip}>
        <Base.Trigger
          {...links.control}
          data-invalid={links.invalid || undefined}
          className={classNames(box.box, mono && box.mono, className)}
        >
          <Face
            picked={options.find((option) => option.value === value)}
            shown={shown}
            placeholder={placeholder}
            wrong={links.invalid}
          />
          <Icon name="chevron-down" size={14} className={box.adornment} />
        </Base.Trigger>
      </Tooltip>
      <InPopupLayer portal={Base.Portal}>
        <Base.Positioner
          alignItemWithTrigger={false}
          align="start"
          sideOffset={GAP_PX}
          className={popup.positioner}
        >
          <Base.Popup className={classNames(popup.popup, styles.popup)}>
            <Base.List>
              <OptionRows options={options} mono={mono} />
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </InPopupLayer>
    </Base.Root>
  );
}

interface FaceProps {
  readonly picked: SelectOption<string> | undefined;
  readonly shown: ReactNode;
  readonly placeholder: string | undefined;
  readonly wrong: boolean;
}

function Face({ picked, shown, placeholder, wrong }: FaceProps) {
  const text = shown ?? picked?.shown ?? picked?.label;
  const look = wrong ? styles.wrong : text === undefined && styles.empty;
  return (
    <>
      <FaceIcon name={wrong ? 'exception' : picked?.icon} wrong={wrong} />
      <span dir="auto" className={classNames(styles.value, look)}>
        {text ?? placeholder}
      </span>
    </>
  );
}

function FaceIcon({ name, wrong }: { readonly name: IconName | undefined; readonly wrong: boolean }) {
  return name === undefined ? null : (
    <Icon name={name} size={14} className={wrong ? styles.wrong : box.adornment} />
  );
}

interface OptionRowsProps {
  readonly options: readonly SelectOption<string>[];
  readonly mono: boolean;
}

/** The options, under headings where they have some. */
function OptionRows({ options, mono }: OptionRowsProps) {
  const rows = (listed: readonly SelectOption<string>[]) =>
    listed.map((option) => <OptionRow key={option.value} option={option} mono={mono} />);
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups.map((group) => {
    const listed = options.filter((option) => option.group === group);
    return group === undefined ? (
      rows(listed)
    ) : (
      <Base.Group key={group}>
        <Base.GroupLabel className={popup.groupLabel}>{group}</Base.GroupLabel>
        {rows(listed)}
      </Base.Group>
    );
  });
}

function OptionRow({ option, mono }: { readonly option: SelectOption<string>; readonly mono: boolean }) {
  return (
    <Base.Item value={option.value} label={option.label} className={popup.row}>
      {option.icon !== undefined && <Icon name={option.icon} size={14} className={popup.icon} />}
      <Base.ItemText dir="auto" className={classNames(popup.word, mono && box.mono)}>
        {option.shown ?? option.label}
      </Base.ItemText>
      {option.meta !== undefined && <span className={popup.meta}>{option.meta}</span>}
      <span className={popup.tick}>
        <Base.ItemIndicator>
          <Icon name="check" size={12} />
        </Base.ItemIndicator>
      </span>
    </Base.Item>
  );
}
