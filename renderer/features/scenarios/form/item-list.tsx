import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { withMoved } from '../../../ui/field/move-row.ts';
import { useRowDrag } from '../../../ui/field/use-row-drag.ts';
import { Menu } from '../../../ui/overlay/menu.tsx';
import { ItemRow, type ItemSummary } from './item-row.tsx';
import { useOpenedRows } from './use-opened-rows.ts';
import styles from './item-list.module.css';

/** A kind of thing that can be added; what is made may be nothing. */
interface AddedKind<Item> {
  readonly label: string;
  readonly make: () => Item | null;
}

interface ItemListProps<Item> {
  /** What they are together: "Answers". */
  readonly label: string;
  /** What one of them is: "answer". */
  readonly one: string;
  readonly items: readonly Item[];
  /** `field` names the text that is typed into; `null` where the list itself changes. */
  readonly onChange: (items: readonly Item[], field: string | null) => void;
  /** Makes a new one for the button below. */
  readonly fresh?: () => Item;
  /** Why there can be no new one now. */
  readonly freshRefused?: string | undefined;
  /** What a row says while it is folded; without it rows do not fold. */
  readonly summary?: (item: Item, at: number) => ItemSummary;
  /** What can be added from a menu, where there is more than one kind. */
  readonly kinds?: readonly AddedKind<Item>[];
  readonly children: (
    item: Item,
    onChange: (item: Item, field: string | null) => void,
    at: number,
  ) => ReactNode;
}

/**
 * Things in an order that counts: added at the end, duplicated, removed, and moved by the grip or by Alt+↑ and Alt+↓;
 * Ctrl+D duplicates the one with the focus. Where they fold, each is a line until it is opened.
 */
export function ItemList<Item>({
  label,
  one,
  items,
  onChange,
  fresh,
  freshRefused,
  kinds,
  summary,
  children,
}: ItemListProps<Item>) {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const [news, setNews] = useState('');
  const rows = useOpenedRows();
  // What was just added is there after the next render only.
  useEffect(() => {
    if (wanted.current === null) return;
    focusIn(list.current, wanted.current);
    wanted.current = null;
  }, [items]);
  const added = (item: Item) => {
    wanted.current = items.length;
    rows.added(items.length, true);
    onChange([...items, item], null);
  };
  const duplicated = (at: number) => {
    const item = items[at];
    if (item === undefined) return;
    wanted.current = at + 1;
    rows.added(at + 1, rows.isOpen(at));
    onChange(items.toSpliced(at + 1, 0, item), null);
  };
  const removed = (at: number) => {
    wanted.current = items.length > 1 ? Math.max(0, at - 1) : null;
    rows.removed(at);
    onChange(items.toSpliced(at, 1), null);
  };
  const moved = (from: number, to: number) => {
    if (items[to] === undefined) return;
    wanted.current = to;
    rows.moved(from, to);
    onChange(withMoved(items, from, to), null);
    setNews(`It is ${one} ${String(to + 1)} of ${String(items.length)} now.`);
  };
  const { drag, gripped } = useRowDrag(list, items.length, moved);
  const keyPressed = (event: KeyboardEvent, at: number) => {
    const key = keyOf(event);
    // A list within a row takes its keys itself.
    if (key === null || !isOfRow(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'duplicate') duplicated(at);
    else moved(at, at + key);
  };
  return (
    <div className={styles.whole}>
      <div
        ref={list}
        role="list"
        aria-label={label}
        className={styles.list}
        data-dragging={drag !== null || undefined}
        data-empty={items.length === 0 || undefined}
      >
        {items.map((item, at) => (
          <ItemRow
            key={at}
            {...{ at, label, one }}
            summary={summary?.(item, at) ?? null}
            isOpen={summary === undefined || rows.isOpen(at)}
            isDragged={drag?.from === at}
            isDropGap={drag?.gap === at}
            onToggle={() => rows.toggled(at)}
            onDuplicate={() => duplicated(at)}
            onRemove={() => removed(at)}
            onGrip={(event) => gripped(event, at)}
            onKey={(event) => keyPressed(event, at)}
          >
            {children(
              item,
              (next, field) =>
                onChange(items.with(at, next), field === null ? null : `${label} ${String(at)} ${field}`),
              at,
            )}
          </ItemRow>
        ))}
      </div>
      <div>
        {kinds !== undefined && (
          <Menu
            trigger={addButton(one)}
            entries={kinds.map(({ label: kind, make }) => ({
              kind: 'action',
              label: kind,
              onSelect: () => {
                const made = make();
                if (made !== null) added(made);
              },
            }))}
          />
        )}
        {fresh !== undefined && (
          <Button icon="plus" disabledReason={freshRefused} onClick={() => added(fresh())}>
            {sentenceCase(one)}
          </Button>
        )}
      </div>
      <div role="status" className={styles.news}>
        {news}
      </div>
    </div>
  );
}

const addButton = (one: string): ReactElement<Record<string, unknown>> => (
  <Button icon="plus">{sentenceCase(one)}</Button>
);

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isOfRow({ currentTarget, target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[data-row]') === currentTarget;
}

function keyOf({ altKey, ctrlKey, key, metaKey, shiftKey }: KeyboardEvent): -1 | 1 | 'duplicate' | null {
  if (shiftKey) return null;
  const isCommand = ctrlKey || metaKey;
  if (isCommand) return !altKey && key.toLowerCase() === 'd' ? 'duplicate' : null;
  if (!altKey) return null;
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
}

/** The first field of a row; of one that is folded what opens it. */
function focusIn(list: HTMLElement | null, at: number): void {
  const row = list?.querySelector<HTMLElement>(`:scope > [data-row="${String(at)}"]`);
  const field = row?.querySelector<HTMLElement>(
    ':is(input:not([aria-hidden]), textarea, [role="combobox"], [role="radio"][aria-checked="true"])',
  );
  (field ?? row?.querySelector<HTMLElement>('[data-unfolds]'))?.focus();
}
