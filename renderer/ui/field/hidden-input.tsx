import type { Ref } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';
import box from './control-box.module.css';
import { useFieldLinks } from './field-context.ts';

export interface HiddenInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly icon: IconName;
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  /** What is wanted, for screen readers: no keeper of passwords is part of this window. */
  readonly autoComplete?: 'off' | 'new-password' | 'current-password';
  /** Hears that something was typed, and may look at it; it must not keep it. */
  readonly onType?: ((typed: string) => void) | undefined;
}

/** What nobody is to read, as it is typed: in an uncontrolled input and nowhere else in the page. */
export function HiddenInput({
  ref,
  icon,
  label,
  placeholder,
  autoComplete = 'off',
  onType,
}: HiddenInputProps) {
  const links = useFieldLinks(label);
  return (
    <div className={box.box} data-invalid={links.invalid || undefined}>
      <Icon name={icon} size={14} className={box.adornment} />
      <input
        ref={ref}
        type="password"
        autoComplete={autoComplete}
        spellCheck={false}
        {...links.control}
        placeholder={placeholder}
        className={box.input}
        onInput={(event) => onType?.(event.currentTarget.value)}
      />
    </div>
  );
}
