/** Where the focus goes from row `at` on a key, or `null` where the key is not one that moves. */
export function rovingIndex(
  key: string,
  at: number,
  count: number,
  axis: 'vertical' | 'horizontal' = 'vertical',
): number | null {
  if (count === 0) return null;
  const [back, on] = axis === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  switch (key) {
    case back:
      return Math.max(at - 1, 0);
    case on:
      return Math.min(at + 1, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * The row that typed letters mean: the next one that begins with them, from the present one on and round the end.
 *
 * A letter typed again walks through the rows that begin with it, as lists of the system do.
 */
export function typeAheadIndex(labels: readonly string[], at: number, typed: string): number | null {
  if (typed === '') return null;
  const letters = typed.toLocaleLowerCase();
  const first = letters.charAt(0);
  const walking = letters === first.repeat(letters.length);
  const wanted = walking ? first : letters;
  const from = walking ? at + 1 : Math.max(at, 0);
  for (let step = 0; step < labels.length; step += 1) {
    const index = (from + step) % labels.length;
    if (labels[index]?.toLocaleLowerCase().startsWith(wanted) === true) return index;
  }
  return null;
}
