import { useEffect } from 'react';
import { commandApplies, keysApply } from '#shared/commands/command-applies.ts';
import { commands, type Command, type CommandId } from '#shared/commands/commands.ts';
import { appStore } from '../../store/app-store.ts';
import { keyMapOf } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { focusPlace } from '../../store/focus-place.ts';
import { keyOfEvent } from '../../ui/keyboard/key-of-event.ts';

/** Copying, cutting and pasting go by the browser's own events, which carry the clipboard. */
const byClipboardEvent = new Set<CommandId>(['edit.cut', 'edit.copy', 'edit.paste']);

/**
 * Turns key presses, and the side buttons of a mouse, into commands, wherever the focus is. Where that is counts when the key goes down: what hears it first
 * may close a dialog by it, and the same press must not act on what lies behind.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const isMac = appStore.getState().info.platform === 'darwin';
    let place = focusPlace();
    const acted = (event: KeyboardEvent): boolean => {
      const keys = keyOfEvent(event, isMac);
      const command = event.defaultPrevented ? undefined : commandOfKeys(keys);
      if (command === undefined || !keysApply(keys, command.when, place, isMac)) return false;
      if (!commandInvoked(command.id)) return false;
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
    window.addEventListener('mouseup', sideButtonPressed);
    return () => {
      window.removeEventListener('mouseup', sideButtonPressed);
      window.removeEventListener('keydown', goesDown, { capture: true });
      window.removeEventListener('keydown', isDown);
    };
  }, []);
}

/**
 * A closed select opens by Enter and the arrows whatever else is held, what is ticked, switched or chosen by a dot takes
 * Enter or lets none pass, and a list that is closing still picks by it: they would take the keys of commands away.
 */
function isTakenByControl({ ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  const takers =
    ':is([role="combobox"]:not(input), [role="checkbox"], [role="switch"], [role="radio"], [data-closed] *)';
  return (ctrlKey || metaKey) && target instanceof Element && target.matches(takers);
}

/** The buttons at the side of a mouse, which browsers go through pages with. */
const sideButtons: Readonly<Partial<Record<number, CommandId>>> = { 3: 'place.back', 4: 'place.forward' };

function sideButtonPressed(event: MouseEvent): void {
  const id = sideButtons[event.button];
  if (id === undefined) return;
  event.preventDefault();
  if (commandApplies('window', focusPlace())) commandInvoked(id);
}

function commandOfKeys(keys: string): (Command & { readonly id: CommandId }) | undefined {
  const id = keyMapOf(appStore.getState()).byKeys.get(keys);
  return id === undefined || byClipboardEvent.has(id) ? undefined : commands.find((each) => each.id === id);
}
