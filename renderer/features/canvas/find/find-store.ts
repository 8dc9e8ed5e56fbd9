import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { emptyQuery, type FindQuery } from '#shared/find/text-finder.ts';

interface FindState {
  readonly open: boolean;
  readonly query: FindQuery;
  /** Which of what was found was gone to last; -1 before the first. */
  readonly at: number;
  /** Counts how often somebody asked for the panel, which then takes the focus. */
  readonly asked: number;
}

/** What is looked for on the canvas: kept when the panel closes, and the same in each flow. */
const findStore = createStore<FindState>(() => ({ open: false, query: emptyQuery, at: -1, asked: 0 }));

export function useFindState(): FindState {
  return useStore(findStore);
}

export function findStateNow(): FindState {
  return findStore.getState();
}

/** Opens the panel; a text that is given is looked for at once, one that is looked for already goes on where it was. */
export function findAsked(text: string): void {
  findStore.setState(({ asked, at, query }) => ({
    open: true,
    asked: asked + 1,
    ...(text === '' || text === query.text ? { at, query } : { at: -1, query: { ...query, text } }),
  }));
}

export function findClosed(): void {
  findStore.setState({ open: false });
}

export function queryChanged(change: Partial<FindQuery>): void {
  findStore.setState(({ query }) => ({ query: { ...query, ...change }, at: -1 }));
}

export function matchGoneTo(at: number): void {
  findStore.setState({ at });
}
