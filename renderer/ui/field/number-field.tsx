import { NumberField as Base } from '@base-ui/react/number-field';
import { useRef, useState, type FocusEvent as FocusEventOfReact, type KeyboardEvent } from 'react';
import { Tooltip } from '../overlay/tooltip.tsx';
import box from './control-box.module.css';
import { useDraft } from './drafts.ts';
import { useFieldLinks } from './field-context.ts';
import { useTypedPause } from './use-typed-pause.ts';

export interface NumberFieldProps {
  /** `null` where nothing is set; the placeholder then shows what holds instead. */
  readonly value: number | null;
  /**
   * Gets the number when it is left, on Enter, with each step of an arrow key, and after a pause in the typing if it is one
   * that may be: half a number means nothing.
   */
  readonly onChange: (value: number | null) => void;
  readonly label?: string | undefined;
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** The inherited value, in words or digits. */
  readonly placeholder?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabledReason?: string | undefined;
  readonly className?: string | undefined;
}

// A point as the decimal sign and no grouping, whatever the language: the number is data, and it is read back.
const PLAIN = { useGrouping: false, maximumFractionDigits: 6 } as const;

interface Draft {
  readonly value: number | null;
}

/** A number with its unit inside; the arrow keys step it, and it is kept between `min` and `max` when it is left. */
export function NumberField({
  value,
  onChange,
  label,
  unit,
  min,
  max,
  step = 1,
  placeholder,
  invalid,
  disabledReason,
  className,
}: NumberFieldProps) {
  const links = useFieldLinks(label, invalid);
  const { id, ...attributes } = links.control;
  const disabled = disabledReason !== undefined;
  const [draft, setDraft] = useState<Draft | null>(null);
  // `undefined` for nothing: an emptied field hands over `null`.
  const handedOver = useRef<number | undefined>(undefined);
  const kept = (next: number | null) => {
    setDraft(null);
    // What was handed over already may have been rounded or undone since.
    if (next !== value && next !== handedOver.current) onChange(next);
    handedOver.current = undefined;
  };
  const draftKept = () => {
    if (draft !== null) kept(between(draft.value, min, max));
  };
  useDraft(draftKept);
  // A sudden end takes only the last second: the text stays as it is typed, and the number is kept.
  useTypedPause(draft, () => {
    const number = draft?.value ?? null;
    if (number === null || number === value || number !== between(number, min, max)) return;
    handedOver.current = number;
    onChange(number);
  });
  const settling = useRef(false);
  // Only leaving brings the text in line with the number that was kept of it, and what stands around need not hear of it.
  const keyPressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || draft === null) return;
    settling.current = true;
    event.currentTarget.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    settling.current = false;
  };
  const left = (event: FocusEventOfReact) => {
    if (settling.current) event.stopPropagation();
  };
  return (
    <Base.Root
      value={draft === null ? value : draft.value}
      onValueChange={(next) => setDraft({ value: next })}
      onValueCommitted={kept}
      locale="en-US"
      format={PLAIN}
      step={step}
      disabled={disabled}
      className={className}
      {...(id !== undefined && { id })}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
    >
      <Tooltip content={disabledReason}>
        <div
          className={box.box}
          data-invalid={links.invalid || undefined}
          data-disabled={disabled || undefined}
        >
          <Base.Input
            {...attributes}
            placeholder={placeholder}
            className={box.input}
            onKeyDown={keyPressed}
            onBlur={left}
          />
          {unit !== undefined && <span className={box.unit}>{unit}</span>}
        </div>
      </Tooltip>
    </Base.Root>
  );
}

function between(value: number | null, min = -Infinity, max = Infinity): number | null {
  return value === null ? null : Math.min(max, Math.max(min, value));
}
