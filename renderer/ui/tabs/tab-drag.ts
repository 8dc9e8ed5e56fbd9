import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** A tab that the pointer has taken, and the strip that it comes from. */
export interface DraggedTab {
  readonly strip: string;
  readonly id: string;
}

/** What is dragged cannot be read from a drag before it is dropped, and one has to show where it can go. */
const dragStore = createStore<{ readonly dragged: DraggedTab | null }>(() => ({ dragged: null }));

export const useDraggedTab = (): DraggedTab | null => useStore(dragStore, ({ dragged }) => dragged);
export const draggedTab = (): DraggedTab | null => dragStore.getState().dragged;
export const tabDragEnded = (): void => dragStore.setState({ dragged: null });

/** A tab is taken. What else changes with that has to wait: a drag whose page changes at once is called off by the browser. */
export function tabDragStarted(dragged: DraggedTab): void {
  requestAnimationFrame(() => dragStore.setState({ dragged }));
}

/** The place among the tabs of a strip that the pointer is at. */
export function placeInStrip(strip: Element, clientX: number): number {
  const tabs = [...strip.querySelectorAll('[data-tab-id]')];
  const at = tabs.findIndex((tab) => {
    const { left, width } = tab.getBoundingClientRect();
    return clientX < left + width / 2;
  });
  return at === -1 ? tabs.length : at;
}
