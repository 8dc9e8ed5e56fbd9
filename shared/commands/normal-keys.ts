/** The order in which the modifiers of a chord are written. */
const modifierOrder = ['Mod', 'Ctrl', 'Alt', 'Shift'];

/** An accelerator in the spelling of a key press: `Ctrl+Tab` is `Mod+Tab` where Mod is Ctrl, and modifiers have an order. */
export function normalKeys(keys: string, isMac: boolean): string {
  const named = isMac ? keys : keys.replace('Ctrl+', 'Mod+');
  const parts = named.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = modifierOrder.filter((modifier) => parts.slice(0, -1).includes(modifier));
  return [...modifiers, key].join('+');
}
