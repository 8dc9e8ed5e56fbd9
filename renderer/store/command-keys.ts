import { keyMap, type KeyChanges, type KeyMap } from '#shared/commands/key-map.ts';
import type { CommandId } from '#shared/commands/commands.ts';
import { appStore, useApp, type AppState } from './app-store.ts';

let known: { readonly changes: KeyChanges; readonly isMac: boolean; readonly map: KeyMap } | null = null;

/** The keys of all commands as the person has them. The same map until they change. */
export function keyMapOf({ info, settings }: Pick<AppState, 'info' | 'settings'>): KeyMap {
  const isMac = info.platform === 'darwin';
  if (known === null || known.changes !== settings.keys || known.isMac !== isMac)
    known = { changes: settings.keys, isMac, map: keyMap(settings.keys, isMac) };
  return known.map;
}

/** The keys of a command that are shown now, for what is made anew whenever it opens; empty where it has none. */
export function commandKeys(id: CommandId): string {
  return shown(keyMapOf(appStore.getState()), id);
}

/** Gives the keys of commands that are shown, and shows a component anew when the person changes them. */
export function useCommandKeys(): (id: CommandId) => string {
  const map = useApp(keyMapOf);
  return (id) => shown(map, id);
}

function shown({ ofCommand }: KeyMap, id: CommandId): string {
  return ofCommand.get(id)?.[0] ?? '';
}
