const focusable = 'input:enabled, textarea:enabled, button:enabled, [tabindex="0"]';

/**
 * Gives the focus from within `initialFocus` of a dialog. Base UI by itself waits for the next frame, and whatever a quick
 * person types until then goes nowhere; it asks this at once, when it knows already where the focus goes back to.
 *
 * @param within what gets the focus, or what it is the first part of that can have it
 * @returns false, for nothing is left to be done; true where nothing was found
 */
export function focusedAtOnce(within: HTMLElement | null): boolean {
  const element = within?.matches(focusable) ? within : within?.querySelector<HTMLElement>(focusable);
  element?.focus();
  return !element;
}
