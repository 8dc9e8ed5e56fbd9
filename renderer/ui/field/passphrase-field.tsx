import { HiddenInput, type HiddenInputProps } from './hidden-input.tsx';

export interface PassphraseFieldProps extends Pick<HiddenInputProps, 'ref' | 'label' | 'onType'> {
  /** An old one, or one that is being made. */
  readonly is: 'present' | 'new';
}

/** A passphrase as it is typed. Whoever takes it empties the input. */
export function PassphraseField({ is, ...input }: PassphraseFieldProps) {
  return (
    <HiddenInput {...input} icon="key" autoComplete={is === 'new' ? 'new-password' : 'current-password'} />
  );
}

/** Takes what was typed out of an input, which is empty from then on. */
export function passphraseTaken(input: HTMLInputElement | null): string {
  if (input === null) return '';
  const { value } = input;
  input.value = '';
  return value;
}
