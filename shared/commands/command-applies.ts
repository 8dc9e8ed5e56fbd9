import type { CommandScope } from './commands.ts';

/** Where the focus of the window is, as far as commands care. */
export interface FocusPlace {
  /** In a dialog, behind one, or in an open menu or list: these have the keyboard for themselves. */
  readonly inOverlay: boolean;
  /** The dialog that is open takes back what is done in it while it is open. */
  readonly inUndoing: boolean;
  /** In something that is typed into. */
  readonly inText: boolean;
  /** On the canvas, or on nothing, as after what had the focus has gone. */
  readonly onCanvas: boolean;
}

/** Whether a command acts on its item of the menu while the focus is at a place. */
export function commandApplies(when: CommandScope, place: FocusPlace): boolean {
  switch (when) {
    case 'always':
      return true;
    case 'window':
      return !place.inOverlay;
    case 'outside-text':
      return !place.inOverlay && !place.inText;
    case 'undo':
      return (place.inUndoing || !place.inOverlay) && !place.inText;
    case 'canvas':
      return !place.inOverlay && !place.inText && place.onCanvas;
  }
}

/** Chords that edit or move in a text, whatever command they are given to. */
const textChords = new Set([
  ...['A', 'C', 'V', 'X', 'Y', 'Z'].map((key) => `Mod+${key}`),
  'Mod+Shift+Z',
  'Delete',
  'Insert',
  ...['Delete', 'Insert'].map((key) => `Shift+${key}`),
  ...['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Insert'].map((key) => `Mod+${key}`),
  ...['ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => `Mod+Shift+${key}`),
]);

/** On macOS Alt moves by words. */
const textChordsOfMac = new Set(['ArrowLeft', 'ArrowRight', 'Backspace'].map((key) => `Alt+${key}`));

/**
 * Whether a command acts on its keys at a place: a key that types a character finds rows and fills fields elsewhere, and
 * what edits a text goes to the text.
 */
export function keysApply(keys: string, when: CommandScope, place: FocusPlace, isMac = false): boolean {
  if (keys.length === 1) return commandApplies('canvas', place);
  const isOfText = textChords.has(keys) || (isMac && textChordsOfMac.has(keys));
  const leavesText = when === 'canvas' || when === 'undo';
  return commandApplies(isOfText && !leavesText ? 'outside-text' : when, place);
}
