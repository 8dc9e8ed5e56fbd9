import type { Command, CommandScope } from './commands.ts';

/** Where the focus of the window is, as far as commands care. */
export interface FocusPlace {
  /** In a dialog, behind one, or in an open menu or list: these have the keyboard for themselves. */
  readonly inOverlay: boolean;
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
    case 'canvas':
      return !place.inOverlay && !place.inText && place.onCanvas;
  }
}

/** Whether a command acts on its keys at a place: a key that types a character finds rows and fills fields elsewhere. */
export function keysApply({ keys, when }: Pick<Command, 'keys' | 'when'>, place: FocusPlace): boolean {
  return commandApplies(keys.length === 1 ? 'canvas' : when, place);
}
