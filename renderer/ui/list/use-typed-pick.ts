import { useState, type ChangeEvent, type KeyboardEvent } from 'react';

/**
 * A list that typing narrows: the field above it keeps the focus, arrows go round its rows and Enter chooses one.
 *
 * @param listId the id of the list; its rows have ids made from it
 */
export function useTypedPick(listId: string) {
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState(0);
  const pickedOf = (count: number): number => Math.min(picked, count - 1);
  const rowId = (index: number): string => `${listId}-${String(index)}`;

  /** What the field is told once it is known how many rows fit what was typed. */
  const fieldOver = (count: number, choose: (at: number) => void) => {
    const at = pickedOf(count);
    return {
      role: 'combobox',
      'aria-expanded': true,
      'aria-controls': listId,
      'aria-activedescendant': at >= 0 ? rowId(at) : undefined,
      value: typed,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        setTyped(event.target.value);
        setPicked(0);
      },
      onKeyDown: (event: KeyboardEvent) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step !== 0 && count > 0) setPicked((at + step + count) % count);
        // Where a word is being composed, Enter ends that.
        else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(at);
        else return;
        event.preventDefault();
      },
    } as const;
  };
  return { typed, pickedOf, setPicked, rowId, fieldOver };
}
