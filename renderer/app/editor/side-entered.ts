import { flushSync } from 'react-dom';

/** Changes the sides of the editor and goes to the one that has the focus then: to its canvas, its tab, or the side itself. */
export function sideEntered(change: () => void): void {
  flushSync(change);
  placeInFocusedSide()?.focus();
}

/** What takes the keyboard of the side that commands go to. */
export function placeInFocusedSide(): HTMLElement | null {
  const side = document.querySelector('[data-side="focused"]');
  const places = ['[data-canvas]', '[role="tab"][aria-selected="true"]', '[tabindex="-1"]'];
  for (const place of places) {
    const found = side?.querySelector<HTMLElement>(place) ?? null;
    if (found !== null) return found;
  }
  return null;
}
