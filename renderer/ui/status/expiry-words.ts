/** When something ends, in words: "expires in 52 min"; `null` where it has ended. @param nowMs to the minute */
export function expiryWords(end: string, nowMs: number): string | null {
  const leftMs = Date.parse(end) - nowMs;
  if (!(leftMs > 0)) return null;
  const minutes = Math.max(1, Math.floor(leftMs / 60_000));
  if (minutes < 120) return `expires in ${String(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `expires in ${String(hours)} h` : `expires in ${String(Math.floor(hours / 24))} days`;
}
