import type { Ref } from 'react';
import { Icon } from '../icon/icon.tsx';
import box from './control-box.module.css';
import { useFieldLinks } from './field-context.ts';

export interface PassphraseFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly label?: string | undefined;
  /** Hears that something was typed, and may look at it; it must not keep it. */
  readonly onType?: ((typed: string) => void) | undefined;
  /** An old one, or one that is being made. */
  readonly is: 'present' | 'new';
}

/** A passphrase as it is typed: in an uncontrolled input and nowhere else in the page. Whoever takes it empties the input. */
export function PassphraseField({ ref, label, onType, is }: PassphraseFieldProps) {
  const links = useFieldLinks(label);
  return (
    <div className={box.box} data-invalid={links.invalid || undefined}>
      <Icon name="key" size={14} className={box.adornment} />
      <input
        ref={ref}
        type="password"
        // No keeper of passwords is part of this window; the name tells screen readers what is wanted.
        autoComplete={is === 'new' ? 'new-password' : 'current-password'}
        spellCheck={false}
        {...links.control}
        className={box.input}
        onInput={(event) => onType?.(event.currentTarget.value)}
      />
    </div>
  );
}

/** Takes what was typed out of an input, which is empty from then on. */
export function passphraseTaken(input: HTMLInputElement | null): string {
  if (input === null) return '';
  const { value } = input;
  input.value = '';
  return value;
}
