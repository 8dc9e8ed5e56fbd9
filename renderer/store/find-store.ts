import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { FoundDocuments } from '#shared/find/find-in-documents.ts';
import { emptyQuery, type FindQuery } from '#shared/find/text-finder.ts';
import { documentKinds, type DocumentKind } from '#shared/workspace/document.ts';

/** What is looked for in the workspace, and what was found. */
export interface FindState {
  readonly query: FindQuery;
  /** What comes in its place, and whether that is asked at all. */
  readonly by: string;
  readonly replacing: boolean;
  /** Whether places are left out that would break a template, a pattern or JSON. */
  readonly leavesOutBreaking: boolean;
  readonly kinds: readonly DocumentKind[];
  readonly found: FoundDocuments;
  /** Why nothing can be looked for, in one sentence. */
  readonly trouble: string | null;
  readonly searching: boolean;
  /** Documents whose finds are folded away. */
  readonly folded: ReadonlySet<string>;
  /** Counts how often the view was asked for: each time its field gets the focus. */
  readonly asked: number;
}

export const nothingFound: FoundDocuments = { documents: [], count: 0, isCut: false };

export const findStore = createStore<FindState>(() => ({
  query: emptyQuery,
  by: '',
  replacing: false,
  leavesOutBreaking: true,
  kinds: documentKinds,
  found: nothingFound,
  trouble: null,
  searching: false,
  folded: new Set(),
  asked: 0,
}));

export function useFind<Part>(select: (state: FindState) => Part): Part {
  return useStore(findStore, select);
}

export function queryChanged(change: Partial<FindQuery>): void {
  findStore.setState(({ query }) => ({ query: { ...query, ...change }, searching: true }));
}

/** Looks through a kind of document, or leaves it out. */
export function kindToggled(kind: DocumentKind): void {
  findStore.setState(({ kinds }) => ({
    searching: true,
    kinds: kinds.includes(kind)
      ? kinds.filter((each) => each !== kind)
      : documentKinds.filter((each) => each === kind || kinds.includes(each)),
  }));
}

export function findsFolded(id: string, isFolded: boolean): void {
  findStore.setState(({ folded }) => ({
    folded: new Set(isFolded ? [...folded, id] : [...folded].filter((each) => each !== id)),
  }));
}

/** Another workspace is open: what was found is of the one before. */
export function findsForgotten(): void {
  findStore.setState({ found: nothingFound, folded: new Set() });
}
