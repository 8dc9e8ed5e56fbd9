import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The dialogs about where secrets are kept: what is asked, and never what is typed. */
export type PassphraseDialog =
  /** Nobody keeps secrets: who shall? */
  | { readonly type: 'keeping' }
  | { readonly type: 'choose' }
  | { readonly type: 'unlock' }
  | { readonly type: 'change' }
  | { readonly type: 'forget'; readonly secrets: number; readonly workspaces: number }
  | { readonly type: 'move' };

const dialogStore = createStore<{ readonly asked: PassphraseDialog | null }>(() => ({ asked: null }));
let closed: () => void = () => undefined;

export function usePassphraseDialog(): PassphraseDialog | null {
  return useStore(dialogStore, ({ asked }) => asked);
}

/** Opens a dialog; resolves once it is closed, whatever came of it. */
export function passphraseAsked(asked: PassphraseDialog): Promise<void> {
  closed();
  dialogStore.setState({ asked });
  return new Promise((resolve) => {
    closed = resolve;
  });
}

/** Closes whatever is open, or goes on to another question in its place. */
export function passphraseDialogClosed(next: PassphraseDialog | null = null): void {
  dialogStore.setState({ asked: next });
  if (next === null) closed();
}
