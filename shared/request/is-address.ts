/**
 * Whether a text is an address by the URL standard.
 *
 * Asked of the constructor and not of `URL.canParse`, which takes letters beyond ASCII for broken text in Node 20 once it
 * has been called some thousand times and is compiled.
 */
export function isAddress(text: string, base?: string): boolean {
  try {
    new URL(text, base);
    return true;
  } catch {
    return false;
  }
}
