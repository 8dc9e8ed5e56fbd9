/** Electron's own names where they differ from the command list's. */
const keyNames: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** Keys that a menu can show (Electron, Accelerator); it throws at others. */
const shownKeys =
  /^(?:[\x21-\x7e]|F\d{1,2}|Tab|Space|Backspace|Delete|Insert|Enter|Up|Down|Left|Right|Home|End|Page(?:Up|Down)|Esc)$/;

/**
 * The keys of a command as Electron writes them (`Mod+N` is `CmdOrCtrl+N`), or `null` where the menu has none to show.
 *
 * On macOS a menu takes its keys from the whole window, so a bare letter there would be taken from every text field:
 * only keys with a modifier, and function keys, are given to it.
 */
export function menuAccelerator(keys: string, platform: NodeJS.Platform): string | null {
  if (keys === '') return null;
  const parts = keys.split('+');
  const isPlainKey = parts.length === 1 && !/^F\d+$/.test(keys);
  if (platform === 'darwin' && isPlainKey) return null;
  const named = parts.map((part) => keyNames[part] ?? part);
  return shownKeys.test(named.at(-1) ?? '') ? named.join('+') : null;
}
