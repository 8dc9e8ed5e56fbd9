/** A duration for people: `143 ms`, `1.71 s`, `30 s`, `2 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${String(Math.round(ms))} ms`;
  if (ms < 60_000) return `${ms % 1000 === 0 ? String(ms / 1000) : (ms / 1000).toFixed(2)} s`;
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
