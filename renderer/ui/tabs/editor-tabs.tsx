import type { KeyboardEvent, ReactNode, WheelEvent } from 'react';
import { useEffect, useRef } from 'react';
import { focusRow, useRoving } from '../list/use-roving.ts';
import { IconButton } from '../button/icon-button.tsx';
import { ContextMenu } from '../overlay/context-menu.tsx';
import type { MenuEntry } from '../overlay/menu-entry.ts';
import { Menu } from '../overlay/menu.tsx';
import type { EditorTab } from './editor-tab.ts';
import { EditorTabHead } from './editor-tab-head.tsx';
import styles from './editor-tabs.module.css';
import type { DraggedTab } from './tab-drag.ts';
import { useOverflow } from './use-overflow.ts';
import { useTabDrop } from './use-tab-drop.ts';

export interface EditorTabsProps {
  readonly label: string;
  readonly tabs: readonly EditorTab[];
  readonly activeId: string | null;
  readonly onActivate: (id: string) => void;
  /** The cross, the middle button, Delete on a tab. */
  readonly onClose: (id: string) => void;
  /** Tells this strip from others that tabs can be dragged to; with `onDropped`. */
  readonly strip?: string | undefined;
  /** A tab of this strip or of another one was dropped before the tab at a place, or after all. */
  readonly onDropped?: ((tab: DraggedTab, at: number) => void) | undefined;
  /** What a right click on a tab offers. */
  readonly menu?: ((tab: EditorTab) => readonly MenuEntry[]) | undefined;
  /** After the last tab, such as the button that opens something new. */
  readonly end?: ReactNode;
}

/** The open documents: scrolls when there are too many, and then lists them all in a menu at its end. */
export function EditorTabs(props: EditorTabsProps) {
  const { label, tabs, activeId, onActivate, onClose, menu, end } = props;
  const strip = useRef<HTMLDivElement>(null);
  const roving = useRoving(tabs, activeId, 'horizontal');
  const overflows = useOverflow(strip, tabs.length);
  const drop = useTabDrop(strip, props.onDropped);

  useEffect(() => {
    if (activeId === null) return;
    strip.current
      ?.querySelector(`[data-tab-id="${CSS.escape(activeId)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId, tabs.length, overflows]);

  const closed = (id: string) => {
    const at = tabs.findIndex((tab) => tab.id === id);
    if (strip.current?.contains(document.activeElement) === true) {
      focusRow(strip.current, (tabs[at + 1] ?? tabs[at - 1])?.id);
    }
    onClose(id);
  };

  const keyPressed = (event: KeyboardEvent<HTMLElement>) => {
    if (roving.onKeyDown(event)) return;
    const id = event.target instanceof HTMLElement ? event.target.dataset['rovingId'] : undefined;
    if (event.key !== 'Delete' || id === undefined) return;
    event.preventDefault();
    closed(id);
  };

  const entriesFor = (asked: Element): readonly MenuEntry[] => {
    const id = asked.closest<HTMLElement>('[data-tab-id]')?.dataset['tabId'];
    const tab = tabs.find((each) => each.id === id);
    return tab === undefined || menu === undefined ? [] : menu(tab);
  };

  return (
    <div className={styles.bar} {...drop.over}>
      <ContextMenu entries={entriesFor}>
        <div
          ref={strip}
          role="tablist"
          aria-label={label}
          className={styles.strip}
          onFocus={roving.onFocus}
          onBlur={roving.onBlur}
          onKeyDown={keyPressed}
          onWheel={scrolledSideways}
        >
          {tabs.map((tab, at) => (
            <EditorTabHead
              key={tab.id}
              tab={tab}
              active={tab.id === activeId}
              tabStop={tab.id === roving.tabStop}
              strip={props.strip}
              mark={markAt(at, drop.place, tabs.length)}
              onActivate={onActivate}
              onClose={closed}
            />
          ))}
        </div>
      </ContextMenu>
      {overflows && <AllTabs tabs={tabs} activeId={activeId} onActivate={onActivate} />}
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </div>
  );
}

/** The side of a tab at which a dragged one would go in. */
function markAt(at: number, place: number | null, count: number): 'before' | 'after' | undefined {
  if (place === at) return 'before';
  return place === count && at === count - 1 ? 'after' : undefined;
}

function scrolledSideways(event: WheelEvent<HTMLElement>): void {
  if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY;
}

function AllTabs({ tabs, activeId, onActivate }: Pick<EditorTabsProps, 'tabs' | 'activeId' | 'onActivate'>) {
  return (
    <div className={styles.end}>
      <Menu
        align="end"
        trigger={<IconButton icon="chevron-down" label="All tabs" />}
        entries={[
          {
            kind: 'choice',
            label: 'All tabs',
            value: activeId,
            options: tabs.map((tab) => ({ value: tab.id, label: tab.label, icon: tab.icon })),
            onChange: onActivate,
          },
        ]}
      />
    </div>
  );
}
