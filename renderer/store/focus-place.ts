import type { FocusPlace } from '#shared/commands/command-applies.ts';

const dialogs = '[role="dialog"], [role="alertdialog"]';
const openDialogs = ':is([role="dialog"], [role="alertdialog"])[data-open]';

/**
 * Reads from the page what has the focus, for the rules of the command list. A dialog counts although the focus is not in
 * it, and an element that a closing dialog has just taken along still counts as in it.
 */
export function focusPlace(target: EventTarget | null = document.activeElement): FocusPlace {
  const element = target instanceof Element ? target : document.body;
  const within = (selector: string) => element.closest(selector) !== null;
  return {
    inOverlay:
      within(`${dialogs}, [role="menu"], [role="listbox"]`) || document.querySelector(openDialogs) !== null,
    inText: isTextField(element),
    onCanvas: element === document.body || element === document.documentElement || within('[data-canvas]'),
  };
}

function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element.closest('[contenteditable="true"], .monaco-editor') !== null
  );
}
