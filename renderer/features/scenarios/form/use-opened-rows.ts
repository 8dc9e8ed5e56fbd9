import { useState } from 'react';

/** Which rows of a list that folds are open, by their places. */
export interface OpenedRows {
  readonly isOpen: (at: number) => boolean;
  readonly toggled: (at: number) => void;
  /** A row came in at a place, open or not. */
  readonly added: (at: number, isOpen: boolean) => void;
  readonly removed: (at: number) => void;
  readonly moved: (from: number, to: number) => void;
}

/** Keeps rows open that are, while others come, go and move. */
export function useOpenedRows(): OpenedRows {
  const [open, setOpen] = useState<readonly boolean[]>([]);
  const filled = (before: readonly boolean[], length: number) =>
    Array.from({ length: Math.max(length, before.length) }, (_, at) => before[at] === true);
  return {
    isOpen: (at) => open[at] === true,
    toggled: (at) => setOpen((before) => filled(before, at + 1).with(at, before[at] !== true)),
    added: (at, isOpen) => setOpen((before) => filled(before, at).toSpliced(at, 0, isOpen)),
    removed: (at) => setOpen((before) => before.toSpliced(at, 1)),
    moved: (from, to) =>
      setOpen((before) => {
        const all = filled(before, Math.max(from, to) + 1);
        return all.toSpliced(from, 1).toSpliced(to, 0, all[from] === true);
      }),
  };
}
