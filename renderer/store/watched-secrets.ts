import { secretSlots } from '#shared/secret/secret-slots.ts';
import { documentsStore, type DocumentsState } from './documents-store.ts';
import { secretStatesWanted, vaultStore } from './vault-store.ts';

/**
 * Keeps what is known of the secrets of every endpoint: asked for when an endpoint that has some is read or saved, and
 * anew when somebody else keeps secrets.
 *
 * @returns called to end it
 */
export function startWatchingSecrets(): () => void {
  let asked = new Map<string, string>();
  const look = ({ documents }: DocumentsState) => {
    const now = new Map<string, string>();
    for (const { document, revision } of Object.values(documents)) {
      if (document.format !== 'flowbench.endpoint' || revision === null) continue;
      if (secretSlots(document).length === 0) continue;
      now.set(document.id, revision);
      if (asked.get(document.id) !== revision) void secretStatesWanted(document.id);
    }
    asked = now;
  };
  const ends = [
    documentsStore.subscribe(look),
    vaultStore.subscribe((now, before) => {
      if (now.status.keeper === before.status.keeper) return;
      asked = new Map();
      look(documentsStore.getState());
    }),
  ];
  look(documentsStore.getState());
  return () => {
    for (const end of ends) end();
  };
}
