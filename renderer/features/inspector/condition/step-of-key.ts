import type { KeyboardEvent } from 'react';

/** Where Alt with an arrow moves what has the focus, as in tables; `null` for any other key. */
export function stepOfKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): -1 | 1 | null {
  if (!altKey || ctrlKey || metaKey || shiftKey) return null;
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
}
