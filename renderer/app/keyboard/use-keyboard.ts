import { useEffect } from 'react';
import { keysApply } from '#shared/commands/command-applies.ts';
import { commands, type Command, type CommandId } from '#shared/commands/commands.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { appStore } from '../../store/app-store.ts';
import { focusPlace } from '../../store/focus-place.ts';
import { keyOfEvent, normalKeys } from './key-of-event.ts';

/** Copying, cutting and pasting go by the browser's own events, which carry the clipboard. */
const byClipboardEvent = new Set<CommandId>(['edit.cut', 'edit.copy', 'edit.paste']);

/**
 * Turns key presses into commands, wherever the focus is. Where that is counts when the key goes down: what hears it first
 * may close a dialog by it, and the same press must not act on what lies behind.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const isMac = appStore.getState().info.platform === 'darwin';
    const byKeys = commandsByKeys(isMac);
    let place = focusPlace();
    const acted = (event: KeyboardEvent): boolean => {
      const command = event.defaultPrevented ? undefined : byKeys.get(keyOfEvent(event, isMac));
      if (command === undefined || !keysApply(command, place) || !commandInvoked(command.id)) return false;
      event.preventDefault();
      return true;
    };
    const goesDown = (event: KeyboardEvent) => {
      place = focusPlace(event.target);
      if (isTakenByControl(event) && acted(event)) event.stopPropagation();
    };
    const isDown = (event: KeyboardEvent) => void acted(event);
    window.addEventListener('keydown', goesDown, { capture: true });
    window.addEventListener('keydown', isDown);
    return () => {
      window.removeEventListener('keydown', goesDown, { capture: true });
      window.removeEventListener('keydown', isDown);
    };
  }, []);
}

/**
 * A closed select opens by Enter and the arrows whatever else is held, and a checkbox lets no Enter pass, and so they
 * would take the keys of commands away.
 */
function isTakenByControl({ ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  const takers = ':is([role="combobox"]:not(input), [role="checkbox"])';
  return (ctrlKey || metaKey) && target instanceof Element && target.matches(takers);
}

function commandsByKeys(isMac: boolean): ReadonlyMap<string, Command & { readonly id: CommandId }> {
  return new Map(
    commands
      .filter(({ id, keys }) => keys !== '' && !byClipboardEvent.has(id))
      .map((command) => [normalKeys(command.keys, isMac), command]),
  );
}
