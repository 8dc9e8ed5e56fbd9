import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TrashedDocument } from '#shared/workspace/trashed-document.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentRenamedApart } from './document-actions.ts';
import { documentAdded } from './documents-store.ts';
import { toasts } from './toasts.ts';
import { documentOpened } from './view-store.ts';

/** The text of the document that is looked at, or why there is none. */
export type TrashPreview =
  | { readonly type: 'none' }
  | { readonly type: 'text'; readonly key: string; readonly text: string }
  | { readonly type: 'trouble'; readonly key: string; readonly message: string };

export interface TrashState {
  /** What was deleted last first; `null` until it was read. */
  readonly documents: readonly TrashedDocument[] | null;
  readonly selectedKey: string | null;
  readonly preview: TrashPreview;
  /** What is to be deleted for good, while it is asked whether. */
  readonly deletion: { readonly documents: readonly TrashedDocument[]; readonly all: boolean } | null;
}

/** The documents of the workspace that were deleted and can be had back. */
export const trashStore = createStore<TrashState>(() => ({
  documents: null,
  selectedKey: null,
  preview: { type: 'none' },
  deletion: null,
}));

export function useTrash<Part>(select: (state: TrashState) => Part): Part {
  return useStore(trashStore, select);
}

/** Reads what is in the trash now: the page of it shows, or something came to it or went. */
export async function trashWanted(): Promise<void> {
  const { documents } = await bridge.call['trash.list'](null);
  const { selectedKey } = trashStore.getState();
  const selected = documents.find(({ key }) => key === selectedKey) ?? documents[0];
  trashStore.setState({ documents });
  if (selected === undefined || selected.key !== selectedKey) await trashedPicked(selected?.key ?? null);
}

/** Another workspace is open. */
export const trashForgotten = (): void => trashStore.setState(trashStore.getInitialState(), true);

/** Shows what is in a deleted document. */
export async function trashedPicked(key: string | null): Promise<void> {
  trashStore.setState({ selectedKey: key, preview: { type: 'none' } });
  if (key === null) return;
  const read = await bridge.call['trash.read']({ key });
  if (trashStore.getState().selectedKey !== key) return;
  trashStore.setState({
    preview: read.ok
      ? { type: 'text', key, text: read.value.text }
      : { type: 'trouble', key, message: read.failure.message },
  });
}

/** Brings a document back to where it was; where another of its kind has its name by now, it gets a number. */
export async function restoreWanted({ key, name }: TrashedDocument): Promise<void> {
  const outcome = await bridge.call['trash.restore']({ key });
  await trashWanted();
  if (!outcome.ok) {
    toasts.show({ title: `${name} was not restored`, body: outcome.failure.message, icon: 'warning' });
    return;
  }
  const { document } = outcome.value;
  documentAdded(outcome.value);
  const apart = documentRenamedApart(document.id);
  toasts.show({
    title: `${name} restored`,
    body: apart === null ? outcome.value.file : `It is ${apart} now, since another has its name.`,
    icon: 'undo',
    action: { label: 'Open', onClick: () => documentOpened(document.id) },
  });
}

/** Asks whether one document shall go for good, or all of them. */
export function goodbyeAsked(what: TrashedDocument | 'all'): void {
  const { documents } = trashStore.getState();
  const deletion =
    what === 'all' ? { documents: documents ?? [], all: true } : { documents: [what], all: false };
  trashStore.setState({ deletion });
}

export const goodbyeCancelled = (): void => trashStore.setState({ deletion: null });

export async function goodbyeConfirmed(): Promise<void> {
  const { deletion } = trashStore.getState();
  goodbyeCancelled();
  if (deletion === null) return;
  const keys = deletion.all ? 'all' : deletion.documents.map(({ key }) => key);
  const outcome = await bridge.call['trash.delete']({ keys });
  if (!outcome.ok)
    toasts.show({ title: 'Not deleted', body: outcome.failure.message, icon: 'warning', urgent: true });
  await trashWanted();
}
