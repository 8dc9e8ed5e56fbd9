import { useEffect } from 'react';
import { keysApply } from '#shared/commands/command-applies.ts';
import { commands, type Command, type CommandId } from '#shared/commands/commands.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { appStore } from '../../store/app-store.ts';
import { focusPlace } from '../../store/focus-place.ts';
import { keyOfEvent, normalKeys } from './key-of-event.ts';

/** Copying, cutting and pasting go by the browser's own events, which carry the clipboard. */
const byClipboardEvent = new Set<CommandId>(['edit.cut', 'edit.copy', 'edit.paste']);

/** Turns key presses into commands, wherever the focus is. */
export function useKeyboard(): void {
  useEffect(() => {
    const isMac = appStore.getState().info.platform === 'darwin';
    const byKeys = commandsByKeys(isMac);
    const pressed = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? undefined : byKeys.get(keyOfEvent(event, isMac));
      if (command === undefined || !keysApply(command, focusPlace(event.target))) return;
      if (commandInvoked(command.id)) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function commandsByKeys(isMac: boolean): ReadonlyMap<string, Command & { readonly id: CommandId }> {
  return new Map(
    commands
      .filter(({ id, keys }) => keys !== '' && !byClipboardEvent.has(id))
      .map((command) => [normalKeys(command.keys, isMac), command]),
  );
}
