/** The one stretch in which two texts differ, as offsets in the first and what stands there in the second. */
export function changedStretch(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly replacement: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1;
  return { start, end: before.length - same, replacement: after.slice(start, after.length - same) };
}
