import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { bridge } from '../bridge/bridge.ts';
import { draftsKept } from '../ui/field/drafts.ts';
import { savedNow } from './autosave.ts';
import { documentsStore, type OpenDocument } from './documents-store.ts';

/** What the person wants to go on to. */
export type Leaving = 'quit' | 'open';

interface Asked {
  readonly way: Leaving;
  readonly notSaved: readonly OpenDocument[];
  readonly answer: (leave: boolean) => void;
}

/** The question whether to leave documents behind that are not saved, while it is open. */
export const leavingStore = createStore<{ readonly asked: Asked | null }>(() => ({ asked: null }));

export function useLeavingAsked(): Asked | null {
  return useStore(leavingStore, (state) => state.asked);
}

/**
 * Whether the workspace may be left: everything is saved, or the person gives up what is not. From the beginning until
 * `stayed` nothing can be edited, so that nothing is typed that has no file to go to any more.
 */
export async function mayLeave(way: Leaving): Promise<boolean> {
  await draftsKept();
  if (documentsStore.getState().leaving) {
    // While the question is open the person is asked already, and the main process need not ask too.
    if (way === 'quit' && leavingStore.getState().asked !== null) await bridge.call['app.stay'](null);
    return false;
  }
  documentsStore.setState({ leaving: true });
  const notSaved = await savedNow();
  const leave = notSaved.length === 0 || (await personGivesUp(way, notSaved));
  if (!leave) stayed();
  return leave;
}

/** The workspace stays, or another one has taken its place: documents can be edited. */
export function stayed(): void {
  documentsStore.setState({ leaving: false });
}

async function personGivesUp(way: Leaving, notSaved: readonly OpenDocument[]): Promise<boolean> {
  if (way === 'quit') await bridge.call['app.stay'](null);
  const answered = new Promise<boolean>((answer) =>
    leavingStore.setState({ asked: { way, notSaved, answer } }),
  );
  return answered.finally(() => leavingStore.setState({ asked: null }));
}
