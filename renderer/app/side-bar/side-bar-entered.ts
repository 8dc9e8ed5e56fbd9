import { flushSync } from 'react-dom';
import type { SideBarView } from '#shared/settings/view-state.ts';
import { sideBarShown } from '../../store/side-bar.ts';

/** Shows a list of the side bar and puts the focus into it: on its current row, or on what an empty list offers. */
export function sideBarEntered(view: SideBarView): void {
  // What is not there yet cannot have the focus.
  flushSync(() => sideBarShown(view));
  const bar = document.querySelector('[data-side-bar]');
  const row = bar?.querySelector<HTMLElement>('[data-roving-id][tabindex="0"]');
  (row ?? bar?.querySelector<HTMLElement>('button'))?.focus();
}
