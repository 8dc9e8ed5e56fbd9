/** A duration for people: `143 ms`, `1.71 s`, `30 s`, `2 min 5 s`. Rounded first, so that no unit holds a whole larger one. */
export function formatDuration(ms: number): string {
  const whole = Math.round(ms);
  if (whole < 1000) return `${String(whole)} ms`;
  const hundredths = Math.round(ms / 10);
  if (hundredths < 6000)
    return `${hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = `${String(Math.floor(seconds / 60))} min`;
  return seconds % 60 === 0 ? minutes : `${minutes} ${String(seconds % 60)} s`;
}
