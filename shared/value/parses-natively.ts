/**
 * Whether the platform's parser takes a text for JSON. It accepts the same texts as `readJson` (a property test) and is
 * several times faster at saying yes.
 */
export function parsesNatively(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
