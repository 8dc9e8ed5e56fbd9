import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DocumentDifference } from '#shared/bundle/document-difference.ts';
import type { ImportView } from '#shared/bundle/import-view.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { bridge } from '../bridge/bridge.ts';

/** A document of a bundle that somebody holds against the one of the workspace. */
export interface ComparedDocument {
  readonly handle: string;
  readonly id: DocumentId;
  /** What differs, or a sentence that says why that is not known; `null` until it is there. */
  readonly difference: DocumentDifference | string | null;
}

const differenceStore = createStore<{ readonly compared: ComparedDocument | null }>(() => ({
  compared: null,
}));

/** The document of a bundle that is compared; `null` while none of it is. */
export function useComparedDocument({ handle }: Pick<ImportView, 'handle'>): ComparedDocument | null {
  return useStore(differenceStore, ({ compared }) => (compared?.handle === handle ? compared : null));
}

/** Somebody wants to see what differs. */
export async function bundleDifferenceAsked(handle: string, id: DocumentId): Promise<void> {
  differenceStore.setState({ compared: { handle, id, difference: null } });
  const outcome = await bridge.call['bundle.compare']({ handle, id });
  const difference = outcome.ok ? outcome.value : outcome.failure.message;
  differenceStore.setState(({ compared }) => {
    const isAsked = compared?.handle === handle && compared.id === id;
    return { compared: isAsked ? { handle, id, difference } : compared };
  });
}

export function bundleDifferenceClosed(): void {
  differenceStore.setState({ compared: null });
}
