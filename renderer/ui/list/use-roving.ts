import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { rovingIndex, typeAheadIndex } from './roving-index.ts';

export interface RovingRow {
  readonly id: string;
  readonly label: string;
}

const TYPED_TOGETHER_MS = 700;
const allAreMade = () => undefined;

/**
 * Makes one tab stop of many rows: arrows, Home, End and first letters move the focus among the elements that carry
 * `data-roving-id`. `onKeyDown` says whether it took the key. Where the row that has the focus goes, the row that takes
 * its place has it.
 *
 * @param rowWanted is told a row before it gets the focus
 */
export function useRoving(
  rows: readonly RovingRow[],
  selectedId: string | null,
  axis: 'vertical' | 'horizontal' = 'vertical',
  rowWanted: (id: string) => void = allAreMade,
) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const typed = useRef({ letters: '', at: 0 });
  const container = useRef<HTMLElement | null>(null);
  useFocusHandedOn(rows, focusedId, container, rowWanted);
  const known = (id: string | null) => id !== null && rows.some((row) => row.id === id);
  const tabStop = known(focusedId) ? focusedId : known(selectedId) ? selectedId : (rows[0]?.id ?? null);

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    container.current = event.currentTarget;
    const id = rovingId(event.target);
    if (id !== undefined) setFocusedId(id);
  };

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) container.current = null;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): boolean => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['rovingId'] : undefined;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    const at = rows.findIndex((row) => row.id === id);
    const next = rovingIndex(event.key, at, rows.length, axis) ?? typedIndex(event, at);
    if (next === null) return false;
    event.preventDefault();
    wantedAndFocused(event.currentTarget, rows[next]?.id, rowWanted);
    return true;
  };

  const typedIndex = (event: KeyboardEvent<HTMLElement>, at: number): number | null => {
    if (event.key.length !== 1 || event.key === ' ') return null;
    const together = event.timeStamp - typed.current.at < TYPED_TOGETHER_MS;
    typed.current = {
      letters: (together ? typed.current.letters : '') + event.key,
      at: event.timeStamp,
    };
    return typeAheadIndex(
      rows.map((row) => row.label),
      at,
      typed.current.letters,
    );
  };

  return { tabStop, onFocus, onBlur, onKeyDown };
}

// An element that is removed takes the focus with it and nobody is told: the page then has it as a whole.
function useFocusHandedOn(
  rows: readonly RovingRow[],
  focusedId: string | null,
  container: RefObject<HTMLElement | null>,
  rowWanted: (id: string) => void,
): void {
  const before = useRef(rows);
  useEffect(() => {
    const at = before.current.findIndex((row) => row.id === focusedId);
    before.current = rows;
    if (at < 0 || rows.some((row) => row.id === focusedId)) return;
    if (container.current === null || document.activeElement !== document.body) return;
    const next = rows[Math.min(at, rows.length - 1)]?.id;
    const from = container.current;
    // Not while React draws: the row may have to be made first.
    queueMicrotask(() => wantedAndFocused(from, next, rowWanted));
  }, [rows, focusedId, container, rowWanted]);
}

/** Moves the focus to a row that may have to be made first, where a list makes only those near the view. */
export function wantedAndFocused(
  container: Element,
  id: string | undefined,
  rowWanted: (id: string) => void,
): void {
  if (id === undefined) return;
  rowWanted(id);
  focusRow(container, id);
}

/** Moves the focus to a row inside `container`. */
export function focusRow(container: Element, id: string | undefined): void {
  if (id === undefined) return;
  container.querySelector<HTMLElement>(`[data-roving-id="${CSS.escape(id)}"]`)?.focus();
}

/** The row that an element is in. */
export function rovingId(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-roving-id]')?.dataset['rovingId'];
}
