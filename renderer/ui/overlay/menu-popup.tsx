import { Menu as Base } from '@base-ui/react/menu';
import { useRef } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import { MenuRows } from './menu-rows.tsx';
import popup from './popup.module.css';

/** The surface of a menu or a context menu, which has the keys before the next one comes. */
export function MenuPopup({ entries }: { readonly entries: readonly MenuEntry[] }) {
  const surface = useRef<HTMLDivElement>(null);
  // Base UI takes this for menus as it does for dialogs, and only leaves it out of the types of a menu.
  const focus = { initialFocus: () => menuFocused(surface.current) };
  return (
    <Base.Popup ref={surface} className={popup.popup} {...focus}>
      <MenuRows entries={entries} />
    </Base.Popup>
  );
}

// The row that a key has marked already, else the menu: letters and arrows go on from either.
function menuFocused(menu: HTMLElement | null): false {
  (menu?.querySelector<HTMLElement>('[tabindex="0"]') ?? menu)?.focus({ preventScroll: true });
  return false;
}
