/** What a key press is called in the command list: modifiers in a fixed order, then the key. */
export function keyOfEvent(event: KeyboardEvent, isMac: boolean): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const parts = [
    mod ? 'Mod' : '',
    isMac && event.ctrlKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    keyName(event),
  ];
  return parts.filter((part) => part !== '').join('+');
}

/** An accelerator of the command list in the same spelling: `Ctrl+Tab` is `Mod+Tab` where Mod is Ctrl. */
export function normalKeys(keys: string, isMac: boolean): string {
  const named = isMac ? keys : keys.replace('Ctrl+', 'Mod+');
  const order = ['Mod', 'Ctrl', 'Alt', 'Shift'];
  const parts = named.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = order.filter((modifier) => parts.slice(0, -1).includes(modifier));
  return [...modifiers, key].join('+');
}

// A digit or letter is named by its place on the keyboard where Alt changes what it types.
function keyName(event: KeyboardEvent): string {
  if (event.altKey && /^Digit\d$/.test(event.code)) return event.code.slice('Digit'.length);
  if (event.altKey && /^Key[A-Z]$/.test(event.code)) return event.code.slice('Key'.length);
  return event.key.length === 1 ? event.key.toUpperCase() : event.key;
}
