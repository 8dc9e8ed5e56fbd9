/** The bytes of a base64 text; `null` where another text stands for the same bytes, since every letter counts. */
export function exactBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
