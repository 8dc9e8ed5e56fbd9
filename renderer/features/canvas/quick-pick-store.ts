import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { IconName } from '../../ui/icon/icon.tsx';

export interface QuickPickItem {
  readonly key: string;
  readonly icon: IconName;
  readonly label: string;
  readonly context: string;
}

/** A question that a list answers: which kind of node, which node to connect to. */
export interface QuickPickRequest {
  readonly title: string;
  readonly items: readonly QuickPickItem[];
  readonly onPick: (key: string) => void;
}

const store = createStore<{ readonly request: QuickPickRequest | null }>(() => ({ request: null }));

export function useQuickPickRequest(): QuickPickRequest | null {
  return useStore(store, (state) => state.request);
}

export function pickAsked(request: QuickPickRequest): void {
  store.setState({ request });
}

export function pickClosed(): void {
  store.setState({ request: null });
}
