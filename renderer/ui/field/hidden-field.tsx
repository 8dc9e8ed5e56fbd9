import type { Ref } from 'react';
import { useImperativeHandle, useRef } from 'react';
import { Icon } from '../icon/icon.tsx';
import box from './control-box.module.css';
import { useFieldLinks } from './field-context.ts';

/** How a form gets at what was typed, when it hands it over. */
export interface HiddenFieldHandle {
  readonly read: () => string;
  readonly focus: () => void;
}

export interface HiddenFieldProps {
  readonly ref: Ref<HiddenFieldHandle>;
  readonly placeholder?: string | undefined;
  readonly label?: string | undefined;
  /** Whether something stands in it now; what it is stays in the input. */
  readonly onFilled?: ((filled: boolean) => void) | undefined;
}

/** A passphrase or a secret of a form that is not handed over yet: it lives in an uncontrolled input, and goes with that. */
export function HiddenField({ ref, placeholder, label, onFilled }: HiddenFieldProps) {
  const links = useFieldLinks(label);
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(
    ref,
    () => ({ read: () => input.current?.value ?? '', focus: () => input.current?.focus() }),
    [],
  );
  return (
    <div className={box.box} data-invalid={links.invalid || undefined}>
      <Icon name="lock" size={14} className={box.adornment} />
      <input
        ref={input}
        type="password"
        autoComplete="off"
        spellCheck={false}
        {...links.control}
        placeholder={placeholder}
        className={box.input}
        onInput={(event) => onFilled?.(event.currentTarget.value !== '')}
      />
    </div>
  );
}
