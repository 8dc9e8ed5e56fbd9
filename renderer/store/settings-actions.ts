import { keyMap, type KeyChanges } from '#shared/commands/key-map.ts';
import type { SettingsPatch } from '#shared/settings/settings.ts';
import { bridge } from '../bridge/bridge.ts';
import { appStore } from './app-store.ts';
import { toasts } from './toasts.ts';

let newest = 0;

/** Changes settings: shown at once, and kept by the main process, whose word is the last. */
export async function settingsChanged(patch: SettingsPatch): Promise<void> {
  newest += 1;
  const mine = newest;
  appStore.setState(({ settings }) => ({ settings: { ...settings, ...patch } as typeof settings }));
  const settings = await bridge.call['settings.change'](patch);
  // An answer to an earlier change knows nothing of this one.
  if (mine === newest) appStore.setState({ settings });
}

/** Gives commands other keys, and offers to take that back. */
export function keysChanged(
  keys: KeyChanges,
  told: { readonly title: string; readonly body?: string } | null,
): void {
  const before = appStore.getState().settings.keys;
  void settingsChanged({ keys: plainKeys(keys) });
  if (told === null) return;
  toasts.show({
    ...told,
    icon: 'info',
    action: { label: 'Undo', onClick: () => void settingsChanged({ keys: before }) },
  });
}

/** Whether two sets of changes give commands the same keys. */
export function areSameKeys(one: KeyChanges, other: KeyChanges, isMac: boolean): boolean {
  const listed = (changes: KeyChanges) => JSON.stringify([...keyMap(changes, isMac).ofCommand]);
  return listed(one) === listed(other);
}

function plainKeys(keys: KeyChanges): Record<string, string[]> {
  return Object.fromEntries(Object.entries(keys).map(([id, chords]) => [id, [...chords]]));
}
