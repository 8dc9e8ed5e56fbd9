import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Several rows chosen to do one thing with: Ctrl+click and Ctrl+Space add or take one, Shift+click and Shift+arrows reach
 * from where the choice began, Ctrl+A takes all and Escape none. A plain click chooses nothing: it opens its row.
 *
 * @param ids the rows that are seen, in order
 */
export function useChosenRows(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const seen = chosen.size === 0 ? [] : ids.filter((id) => chosen.has(id));

  const toggled = (id: string) => {
    anchor.current = id;
    setChosen(new Set(seen.includes(id) ? seen.filter((each) => each !== id) : [...seen, id]));
  };
  const reached = (id: string, from: string) => {
    anchor.current ??= from;
    const at = ids.indexOf(anchor.current);
    const to = ids.indexOf(id);
    setChosen(new Set(ids.slice(Math.min(at < 0 ? to : at, to), Math.max(at, to) + 1)));
  };
  const cleared = () => {
    anchor.current = null;
    if (chosen.size > 0) setChosen(new Set());
  };

  /** Says whether the click chose, and so opens nothing. */
  const clicked = (event: MouseEvent, id: string, currentId: string | null): boolean => {
    if (event.ctrlKey || event.metaKey) toggled(id);
    else if (event.shiftKey) reached(id, currentId ?? id);
    else {
      cleared();
      anchor.current = id;
      return false;
    }
    return true;
  };

  /** Says whether the key chose; `onReached` is told the row that Shift and an arrow came to. */
  const keyPressed = (event: KeyboardEvent, id: string, onReached: (id: string) => void): boolean => {
    const step = event.shiftKey ? (steps[event.key] ?? 0) : 0;
    if (step === 0) return chosenByKey(event, id);
    const next = ids[ids.indexOf(id) + step];
    if (next !== undefined) {
      reached(next, id);
      onReached(next);
    }
    return true;
  };

  const chosenByKey = (event: KeyboardEvent, id: string): boolean => {
    if (event.key === 'Escape') {
      const had = chosen.size > 0;
      cleared();
      return had;
    }
    if (!event.ctrlKey && !event.metaKey) return false;
    if (event.key === ' ') toggled(id);
    else if (event.key.toLowerCase() === 'a') setChosen(new Set(ids));
    else return false;
    return true;
  };

  /** What an act on a row is about: everything chosen where the row is among it, else the row alone. */
  const actedOn = (id: string): readonly string[] => (seen.length > 1 && seen.includes(id) ? seen : [id]);

  return {
    isChosen: (id: string) => seen.includes(id),
    count: seen.length,
    clicked,
    keyPressed,
    actedOn,
    cleared,
  };
}
