import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import type { MenuEntry } from './menu-entry.ts';
import { MenuPopup } from './menu-popup.tsx';
import { InPopupLayer } from './popup-layer.tsx';
import popup from './popup.module.css';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end' | undefined;
  readonly side?: 'top' | 'bottom' | 'right' | undefined;
  /** For a menu that a key opens too. */
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

const GAP_PX = 4;

/** A menu below its button; arrows, first letters and Escape work as everywhere. */
export function Menu({ trigger, entries, align = 'start', side = 'bottom', open, onOpenChange }: MenuProps) {
  return (
    <Base.Root
      modal={false}
      {...(open !== undefined && { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
    >
      <Base.Trigger render={trigger} />
      <InPopupLayer portal={Base.Portal}>
        <Base.Positioner align={align} side={side} sideOffset={GAP_PX} className={popup.positioner}>
          <MenuPopup entries={entries} />
        </Base.Positioner>
      </InPopupLayer>
    </Base.Root>
  );
}
