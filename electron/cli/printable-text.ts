/**
 * Text that does nothing to a terminal but appear on it: what a server sends could otherwise move the cursor, change the
 * title or hide what was printed before. Line ends and tabs stay.
 */
export function printableText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
