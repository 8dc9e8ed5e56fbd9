import { ContextMenu as Base } from '@base-ui/react/context-menu';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import { MenuPopup } from './menu-popup.tsx';
import { InPopupLayer } from './popup-layer.tsx';
import popup from './popup.module.css';

export interface ContextMenuProps {
  /** What can be done, or a function of the element that was asked; no entries open nothing. */
  readonly entries: readonly MenuEntry[] | ((asked: Element) => readonly MenuEntry[]);
  /** The one element whose area it serves; it must pass its props and ref on. */
  readonly children: ReactElement<Record<string, unknown>>;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** A menu at the pointer on right click, at the focused element on Shift+F10 and the menu key. */
export function ContextMenu({ entries, children, onOpenChange }: ContextMenuProps) {
  const [offered, setOffered] = useState<readonly MenuEntry[]>([]);
  const [open, setOpen] = useState(false);

  const openChanged = (next: boolean, event: Event) => {
    const found = next ? entriesFor(entries, event) : offered;
    if (next) setOffered(found);
    const shown = next && found.length > 0;
    setOpen(shown);
    onOpenChange?.(shown);
  };

  return (
    <Base.Root open={open} onOpenChange={(next, details) => openChanged(next, details.event)}>
      <Base.Trigger render={children} />
      <InPopupLayer portal={Base.Portal}>
        <Base.Positioner className={popup.positioner}>
          <MenuPopup entries={offered} />
        </Base.Positioner>
      </InPopupLayer>
    </Base.Root>
  );
}

function entriesFor(entries: ContextMenuProps['entries'], event: Event): readonly MenuEntry[] {
  if (typeof entries !== 'function') return entries;
  return event.target instanceof Element ? entries(event.target) : [];
}
