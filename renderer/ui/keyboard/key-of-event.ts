type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * What a key press is called in the list of commands and in `normalKeys`: modifiers in a fixed order, then the key. Keys are named by what they
 * type, so that a command is where the keyboard says it is: `/` is Shift+7 on a German keyboard and the same command.
 */
export function keyOfEvent(event: KeyPress, isMac: boolean): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const key = keyName(event);
  const parts = [
    mod ? 'Mod' : '',
    isMac && event.ctrlKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && !isSign(key) ? 'Shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

/** Signs that stand for another one: zooming in is on the plus key, which `=` shares on some keyboards only. */
const sameSigns: Readonly<Record<string, string>> = { '+': '=', ' ': 'Space' };

function keyName({ key, code, altKey }: KeyPress): string {
  const place = /^(?:Digit|Key)([0-9A-Z])$/.exec(code)?.[1];
  // Where Alt changes what a key types, or the script has no Latin letters, the key's place names it.
  if (place !== undefined && (altKey || isForeignLetter(key))) return place;
  return key.length === 1 ? (sameSigns[key] ?? key.toUpperCase()) : key;
}

function isForeignLetter(key: string): boolean {
  return /^\p{Letter}$/u.test(key) && !/\p{Script=Latin}/u.test(key);
}

/** Signs and digits need Shift on one keyboard and none on another; with letters and named keys Shift is a choice. */
function isSign(key: string): boolean {
  return key.length === 1 && !/\p{Letter}/u.test(key);
}
