/**
 * How many parts a pattern has once its counted repeats are written out, as an estimate that needs no compiling:
 * `(ab){100}` has about 200. Compiling takes time and memory in proportion, before a limit of the engine can strike.
 */
export function patternSize(pattern: string): number {
  /** Sizes of what is open, outermost first, and of the part a repeat would apply to. */
  const open: number[] = [0];
  let part = 0;
  for (const [piece] of pattern.matchAll(/\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|./gsu)) {
    if (piece === '(') {
      open.push(0);
    } else if (piece === ')' && open.length > 1) {
      part = open.pop() ?? 0;
      addTo(open, part);
    } else if (/^\{\d/.test(piece)) {
      addTo(open, part * (repeatsOf(piece) - 1));
      part *= repeatsOf(piece);
    } else if (!/^[*+?|)]$/.test(piece)) {
      part = 1;
      addTo(open, 1);
    }
  }
  return open.reduce((sum, size) => sum + size, 0);
}

function addTo(open: number[], size: number): void {
  open.push((open.pop() ?? 0) + size);
}

function repeatsOf(count: string): number {
  return Math.max(1, ...Array.from(count.matchAll(/\d+/g), ([digits]) => Number(digits)));
}
