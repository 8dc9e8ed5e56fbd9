import type { Ref } from 'react';
import { useEffect, useImperativeHandle, useRef } from 'react';
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
}

/** A passphrase or a secret of a form that is not handed over yet: it lives in an uncontrolled input, and goes with that. */
export function HiddenField({ ref, placeholder, label }: HiddenFieldProps) {
  const links = useFieldLinks(label);
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(
    ref,
    () => ({ read: () => input.current?.value ?? '', focus: () => input.current?.focus() }),
    [],
  );
  // What leaves the page may be held for a while: nothing may stand in it then.
  useEffect(() => {
    const element = input.current;
    return () => {
      if (element !== null) element.value = '';
    };
  }, []);
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
      />
    </div>
  );
}
