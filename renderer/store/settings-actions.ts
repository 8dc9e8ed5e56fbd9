import { keyMap, type KeyChanges } from '#shared/commands/key-map.ts';
import type { SettingsPatch } from '#shared/settings/settings.ts';
import { bridge } from '../bridge/bridge.ts';
import { appStore } from './app-store.ts';
import { exchangedEntries } from './exchanged-entries.ts';
import { libraryStepTaken } from './library-steps.ts';
import { toasts } from './toasts.ts';
import { viewStore } from './view-store.ts';

/**
 * Changes settings, as a step for undo.
 *
 * @param field what is typed on in; `null` makes a step of its own
 */
export function settingsChanged(patch: SettingsPatch, field: string | null = null): Promise<void> {
  const { done } = changeTaken(patch, field);
  return done;
}

/** Gives commands other keys, and offers to take that back. */
export function keysChanged(
  keys: KeyChanges,
  told: { readonly title: string; readonly body?: string } | null,
): void {
  const { undo } = changeTaken({ keys: plainKeys(keys) }, null);
  if (told !== null) toasts.show({ ...told, icon: 'info', action: { label: 'Undo', onClick: undo } });
}

function changeTaken(patch: SettingsPatch, field: string | null) {
  const { settings } = appStore.getState();
  const parts = Object.keys(patch) as (keyof SettingsPatch)[];
  const before: SettingsPatch = Object.fromEntries(parts.map((part) => [part, settings[part]]));
  const put = (from: SettingsPatch, to: SettingsPatch, how: 'back' | 'again') => {
    changeTold(how);
    return settingsPut({ ...to, ...keysExchanged(from, to) });
  };
  const undo = libraryStepTaken({
    field,
    undo: () => put(patch, before, 'back'),
    redo: () => put(before, patch, 'again'),
  });
  return { undo, done: settingsPut(patch) };
}

/** The keys that a step gave are changed back or again, and not those that were given to commands since. */
function keysExchanged({ keys: from }: SettingsPatch, { keys: to }: SettingsPatch): SettingsPatch {
  if (from === undefined || to === undefined) return {};
  return { keys: exchangedEntries(appStore.getState().settings.keys, from, to) };
}

/** Who looks at something else would not see what undo did. */
function changeTold(how: 'back' | 'again'): void {
  const { activeTab, tabs } = viewStore.getState();
  const type = tabs[activeTab]?.type;
  if (type !== 'settings' && type !== 'keys')
    toasts.show({ title: `A setting was changed ${how}`, icon: 'settings' });
}

let newest = 0;

/** Shown at once, and kept by the main process, whose word is the last. */
async function settingsPut(patch: SettingsPatch): Promise<void> {
  newest += 1;
  const mine = newest;
  appStore.setState(({ settings }) => ({ settings: { ...settings, ...patch } as typeof settings }));
  const settings = await bridge.call['settings.change'](patch);
  // An answer to an earlier change knows nothing of this one.
  if (mine === newest) appStore.setState({ settings });
}

/** Whether two sets of changes give commands the same keys. */
export function areSameKeys(one: KeyChanges, other: KeyChanges, isMac: boolean): boolean {
  const listed = (changes: KeyChanges) => JSON.stringify([...keyMap(changes, isMac).ofCommand]);
  return listed(one) === listed(other);
}

function plainKeys(keys: KeyChanges): Record<string, string[]> {
  return Object.fromEntries(Object.entries(keys).map(([id, chords]) => [id, [...chords]]));
}
