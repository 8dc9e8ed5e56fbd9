import type { KeyboardEvent, Ref } from 'react';
import { useApp } from '../../store/app-store.ts';
import { TextField } from '../../ui/field/text-field.tsx';
import { keyOfEvent } from '../../ui/keyboard/key-of-event.ts';
import { chordInWords } from './command-rows.ts';

interface ChordFieldProps {
  readonly chord: string | null;
  readonly onPress: (chord: string) => void;
  /** Enter, where keys were pressed before. */
  readonly onEnter?: (() => void) | undefined;
  readonly onEscape?: (() => void) | undefined;
  readonly label?: string | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'Fn']);

/** Takes the keys that are pressed in it. Tab, Enter and Escape alone do what they do everywhere. */
export function ChordField({ chord, onPress, onEnter, onEscape, label, ref }: ChordFieldProps) {
  const isMac = useApp(({ info }) => info.platform === 'darwin');
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const { nativeEvent } = event;
    const keys = keyOfEvent(nativeEvent, isMac);
    if (keys === 'Tab' || keys === 'Shift+Tab') return;
    if (keys === 'Escape') {
      onEscape?.();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (keys === 'Enter') onEnter?.();
    else if (!modifiers.has(event.key) && !nativeEvent.getModifierState('AltGraph')) onPress(keys);
  };
  return (
    <TextField
      ref={ref}
      label={label}
      readOnly
      placeholder="Press keys"
      value={chord === null ? '' : chordInWords(chord, isMac)}
      onChange={() => undefined}
      onKeyDown={pressed}
    />
  );
}
