import type { FocusPlace } from '#shared/commands/command-applies.ts';

// A notification is called a dialog, and leaves the keyboard to the window all the same.
const dialogs = ':is([role="dialog"], [role="alertdialog"]):not([data-toast])';
const overlays = `:is(${dialogs}, [role="menu"], [role="listbox"])`;
const openDialogs = `${dialogs}[data-open]`;
// What a dialog holds that offers `edit.undo` for what is done in it.
const undoing = `${openDialogs} [data-undoing]`;

/**
 * Reads from the page what has the focus, for the rules of the command list. A dialog counts although the focus is not in
 * it; one that is closing has let go of the keyboard, although the focus may still be in it.
 */
export function focusPlace(target: EventTarget | null = document.activeElement): FocusPlace {
  const element = target instanceof Element ? target : document.body;
  const within = (selector: string) => element.closest(selector) !== null;
  return {
    inOverlay: isOpen(element.closest(overlays)) || document.querySelector(openDialogs) !== null,
    inUndoing: document.querySelector(undoing) !== null,
    inText: isTextField(element),
    onCanvas: element === document.body || element === document.documentElement || within('[data-canvas]'),
  };
}

/** A list may lie within the pop-up that closes, or be it. */
function isOpen(overlay: Element | null): boolean {
  return overlay !== null && overlay.closest('[data-closed]') === null;
}

function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element.closest('[contenteditable="true"], .monaco-editor') !== null
  );
}
