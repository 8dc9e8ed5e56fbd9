const shownAs: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

const shownAsOnMac: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '⏎',
};

/** The key caps of an accelerator in reading order: `Mod+=` gives `Ctrl` and `=`, a last `+` is the plus key itself. */
export function keyParts(keys: string, onMac: boolean): readonly string[] {
  const plusKey = keys.endsWith('+');
  const names = (plusKey ? keys.slice(0, -1) : keys).split('+').filter((name) => name !== '');
  const all = plusKey ? [...names, '+'] : names;
  return all.map((name) => (onMac ? shownAsOnMac[name] : undefined) ?? shownAs[name] ?? nameOf(name));
}

function nameOf(key: string): string {
  return key === 'Mod' ? 'Ctrl' : key;
}
