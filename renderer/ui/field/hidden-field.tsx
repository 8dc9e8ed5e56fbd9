import type { Ref } from 'react';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { HiddenInput, type HiddenInputProps } from './hidden-input.tsx';

/** How a form gets at what was typed, when it hands it over. */
export interface HiddenFieldHandle {
  readonly read: () => string;
  readonly focus: () => void;
}

export interface HiddenFieldProps extends Pick<HiddenInputProps, 'placeholder' | 'label'> {
  readonly ref: Ref<HiddenFieldHandle>;
}

/** A passphrase or a secret of a form that is not handed over yet: it lives in its input, and goes with that. */
export function HiddenField({ ref, ...shown }: HiddenFieldProps) {
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
  return <HiddenInput {...shown} ref={input} icon="lock" />;
}
