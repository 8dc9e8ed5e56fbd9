/** Keys by which one moves, answers and types everywhere: a command that took one would take the window with it. */
const guardedKeys = new Set([
  'Escape',
  'Tab',
  'Enter',
  'Space',
  'Backspace',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'ContextMenu',
]);

/** Keys that stand for no key of their own. */
const namelessKeys = new Set([
  'Dead',
  'Process',
  'Unidentified',
  'Compose',
  'Mod',
  'Ctrl',
  'Control',
  'Alt',
  'AltGraph',
  'Shift',
  'Meta',
  'CapsLock',
  'NumLock',
  'Fn',
]);

/** Chords that never come to the window, or end it, whatever it says. */
const systemChords: Readonly<Record<'mac' | 'other', readonly string[]>> = {
  mac: ['Mod+Tab', 'Mod+Shift+Tab', 'Mod+Space', 'Mod+H', 'Mod+M'],
  other: ['Alt+F4', 'Alt+Tab', 'Alt+Shift+Tab', 'Mod+Alt+Delete', 'Alt+Space'],
};

const chordForm = /^(?:(?:Mod|Ctrl|Alt|Shift)\+)*(?:[^\s+]|[A-Z][A-Za-z0-9]{1,19})$/u;

/** Why a chord cannot be the shortcut of a command, in one sentence; `null` where it can. */
export function keysTrouble(chord: string, isMac: boolean): string | null {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  if (!chordForm.test(chord)) return 'This is no key: write it as Mod+Shift+K.';
  if (namelessKeys.has(key)) return 'Press another key together with it.';
  if (systemChords[isMac ? 'mac' : 'other'].includes(chord))
    return 'These keys are the system’s and never reach Flowbench.';
  if (modifiers.some((modifier) => modifier !== 'Shift')) return null;
  if (guardedKeys.has(key))
    return 'This key moves, answers or types everywhere; hold Ctrl or Alt together with it.';
  if (modifiers.length > 0 && key.length === 1)
    return 'These keys type a capital letter; hold Ctrl or Alt together with them.';
  return null;
}
