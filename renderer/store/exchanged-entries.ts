/**
 * What a step changed is put back, or made again, entry by entry: an entry that somebody changed since then stays as it is.
 *
 * @param from what the step left, or found
 * @param to what it found, or left
 */
export function exchangedEntries<Value>(
  now: Readonly<Record<string, Value>>,
  from: Readonly<Record<string, Value>>,
  to: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (isSame(now, from)) return to;
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (key) => !isSame(from[key], to[key]) && isSame(now[key], from[key]),
  );
  const kept = Object.entries(now).filter(([key]) => !changed.includes(key));
  return Object.fromEntries([...kept, ...Object.entries(to).filter(([key]) => changed.includes(key))]);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
