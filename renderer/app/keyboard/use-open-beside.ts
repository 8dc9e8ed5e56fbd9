import { useEffect } from 'react';
import { openedBeside, openingBesideStarted } from '../../store/view-store.ts';

/** What opens a document by Enter: rows of lists, trees and tables, fields over a list, and buttons. */
const openers =
  ':is([role="treeitem"], [role="row"], [role="listitem"], [role="option"], [role="combobox"], button, a)';

/**
 * Whatever opens a document by a click or by Enter opens it on the other side while Alt is held: in the side bar, the finds,
 * the problems, the palette, and wherever one document leads to another.
 */
export function useOpenBeside(): void {
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      if (event.altKey && event.button === 0) openingBesideStarted();
    };
    const pressed = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, key, metaKey, shiftKey, target } = event;
      if (key !== 'Enter' || !altKey || ctrlKey || metaKey || shiftKey) return;
      if (!(target instanceof HTMLElement) || !target.matches(openers)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      openedBeside(() => enterPressed(target));
    };
    window.addEventListener('click', clicked, { capture: true });
    window.addEventListener('keydown', pressed, { capture: true });
    return () => {
      window.removeEventListener('click', clicked, { capture: true });
      window.removeEventListener('keydown', pressed, { capture: true });
    };
  }, []);
}

/** The same as Enter alone: a key that a page makes presses no button. */
function enterPressed(target: HTMLElement): void {
  if (target.matches('button:not([role="combobox"]), a')) target.click();
  else target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}
