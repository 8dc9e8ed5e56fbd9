import { useEffect } from 'react';
import { commands, type CommandId } from '#shared/commands/commands.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { appStore } from '../../store/app-store.ts';
import { keyOfEvent, normalKeys } from './key-of-event.ts';

/** Keys that a text field keeps for itself. */
const keptByFields = new Set<CommandId>([
  'edit.undo',
  'edit.redo',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.duplicate',
  'edit.delete',
  'edit.select-all',
  'canvas.add-node',
  'canvas.connect',
  'canvas.fit',
  'canvas.zoom-in',
  'canvas.zoom-out',
]);

/** Keys without a modifier act on the canvas only, so that typing to find a row of a list still works. */
const onlyOnCanvas = new Set<CommandId>(['edit.delete', 'canvas.add-node', 'canvas.connect']);

/** Copying, cutting and pasting go by the browser's own events, which carry the clipboard. */
const byClipboardEvent = new Set<CommandId>(['edit.cut', 'edit.copy', 'edit.paste']);

/** Turns key presses into commands, wherever the focus is. */
export function useKeyboard(): void {
  useEffect(() => {
    const isMac = appStore.getState().info.platform === 'darwin';
    const byKeys = new Map<string, CommandId>(
      commands.filter(({ keys }) => keys !== '').map(({ keys, id }) => [normalKeys(keys, isMac), id]),
    );
    const pressed = (event: KeyboardEvent) => {
      const id = event.defaultPrevented ? undefined : byKeys.get(keyOfEvent(event, isMac));
      if (id === undefined || byClipboardEvent.has(id) || !applies(id, event.target)) return;
      if (commandInvoked(id)) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function applies(id: CommandId, target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : null;
  if (id === 'canvas.focus')
    return element?.closest('[role="dialog"], [role="menu"], [role="listbox"]') === null;
  if (onlyOnCanvas.has(id)) return element?.closest('[data-canvas]') !== null && !isTextField(element);
  return !(keptByFields.has(id) && isTextField(element));
}

function isTextField(element: Element | null): boolean {
  if (element === null) return false;
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element.closest('[contenteditable="true"], .monaco-editor') !== null
  );
}
