import { useKeyboard } from './keyboard/use-keyboard.ts';
import { useOpenBeside } from './keyboard/use-open-beside.ts';
import { useAppCommands } from './use-app-commands.ts';
import { useWindowTitle } from './use-window-title.ts';

/** Follows the stores for the commands, the keys and the title, and shows nothing: the window does not render with it. */
export function AppCommands() {
  useAppCommands();
  useKeyboard();
  useOpenBeside();
  useWindowTitle();
  return null;
}
